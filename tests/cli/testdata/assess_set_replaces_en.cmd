SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess set --org town.toml town-guide G1.1 met
SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess set --org town.toml town-guide G1.1 not-applicable --reason 委託しない --scope 町の台帳
SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess set --org town.toml --lang en town-guide G1.1 partly
