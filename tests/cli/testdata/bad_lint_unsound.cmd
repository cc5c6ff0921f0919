lint --data bad/unsound
