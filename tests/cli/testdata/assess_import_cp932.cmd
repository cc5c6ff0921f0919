SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess import status.csv --org town.toml --by 情報係 --format csv --encoding cp932
