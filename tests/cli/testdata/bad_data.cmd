lint --data bad/data
