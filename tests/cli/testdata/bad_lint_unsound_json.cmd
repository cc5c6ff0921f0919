lint --data bad/unsound --format json
