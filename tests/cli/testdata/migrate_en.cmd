SOURCE_DATE_EPOCH=1796000000 --lang en --data editions migrate town-guide town-guide-2 --out @WORK@/new --org town.toml --status status_editions.csv --header machine --no-bom --encoding cp932
