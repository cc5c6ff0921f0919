lint --data bad/data --lang en
