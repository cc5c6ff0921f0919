SOURCE_DATE_EPOCH=1796000000 XDG_DATA_HOME=@WORK@/xdg --data data assess import status.csv --org town.toml
XDG_DATA_HOME=@WORK@/xdg workspace info --lang en
