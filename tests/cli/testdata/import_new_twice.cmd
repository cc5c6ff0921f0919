SOURCE_DATE_EPOCH=1795305600 --db @WORK@/w.db --data data import import/weir.txt --framework our-policy --new
SOURCE_DATE_EPOCH=1795305600 --db @WORK@/w.db --data data import import/weir.txt --framework our-policy --new
