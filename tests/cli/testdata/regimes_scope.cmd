SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess set --org town.toml town-guide G1.1 met --scope 町の台帳
--data data --db @WORK@/w.db regimes --org town.toml --on 2027-01-15 --models --scope 町の台帳
