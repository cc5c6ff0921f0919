show a-guide A1 --data bad/unsound
