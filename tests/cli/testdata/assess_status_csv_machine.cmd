SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess import status.csv --org town.toml --by 情報係
SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess status --org town.toml --on 2027-01-15 --format csv --header machine --no-bom --encoding cp932
