lint --data bad/clash
