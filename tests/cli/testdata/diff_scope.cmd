SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess set --org town.toml town-guide G1.1 met --scope 町の台帳
--data data --db @WORK@/w.db diff town-guide town-guide-2 --impact --org town.toml --scope 町の台帳
