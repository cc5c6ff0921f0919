SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess set --org town.toml town-guide G1.1 実施済 --evidence 台帳 --evidence-file status.csv --by 情報係 --date 2026-12-01
