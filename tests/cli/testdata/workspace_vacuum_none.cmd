SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db workspace vacuum
