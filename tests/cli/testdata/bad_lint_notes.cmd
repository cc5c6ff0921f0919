lint --data bad/unsound --notes
