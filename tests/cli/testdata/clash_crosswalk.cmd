crosswalk a-guide b-guide --derived --data bad/clash
