SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess set --org town.toml town-gide G1.1 met
