SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess set --org town.toml town-guide G1.1 met --scope 町の台帳
--quiet --data data --db @WORK@/w.db coordinate --org town.toml --on 2027-01-15 --sheet 情報係 --scope 町の台帳
