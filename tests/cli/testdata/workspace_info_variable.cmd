SOURCE_DATE_EPOCH=1796000000 KAKEHASHI_DB=@WORK@/w.db --data data assess import status.csv --org town.toml
KAKEHASHI_DB=@WORK@/w.db workspace info --lang en
