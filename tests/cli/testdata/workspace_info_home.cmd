SOURCE_DATE_EPOCH=1796000000 XDG_DATA_HOME= HOME=@WORK@/home --data data assess import status.csv --org town.toml
XDG_DATA_HOME= HOME=@WORK@/home workspace info --lang en
