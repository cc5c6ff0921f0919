SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess import bad/misspelt_status.csv --org town.toml
