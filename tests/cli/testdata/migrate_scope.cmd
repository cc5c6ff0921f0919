SOURCE_DATE_EPOCH=1796000000 --data editions --db @WORK@/w.db assess set --org town.toml town-guide G1.1 実施済 --scope 町の台帳 --by 情報係 --evidence 台帳
SOURCE_DATE_EPOCH=1796000000 --data editions --db @WORK@/w.db migrate town-guide town-guide-2 --out @WORK@/new --org town.toml --scope 町の台帳
