SOURCE_DATE_EPOCH=soon --data data --db @WORK@/w.db assess set --org town.toml town-guide G1.1 met
