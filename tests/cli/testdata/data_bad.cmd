frameworks --data bad/data
