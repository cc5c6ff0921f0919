SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess import status.csv --org town.toml --by 情報係
--data data --db @WORK@/w.db plan --org town.toml --on 2027-01-15
