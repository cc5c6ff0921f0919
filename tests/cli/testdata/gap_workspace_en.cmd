SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db assess import status.csv --org town.toml --by 情報係
SOURCE_DATE_EPOCH=1797000000 --data data --db @WORK@/o.db assess set --org town.toml town-guide G1.1 未実施 --by 契約係 --evidence 台帳が古い
SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db workspace merge @WORK@/o.db
--data data --db @WORK@/w.db --lang en gap --org town.toml --on 2027-01-15 --framework town-guide --against csf-2.0
