SOURCE_DATE_EPOCH=1795305600 --db @WORK@/w.db --data data import import/weir.txt --framework our-policy --new --title わが町の方針
SOURCE_DATE_EPOCH=1795305600 --db @WORK@/w.db --data data import import/weir.txt --framework dam-guide --new
--db @WORK@/w.db --data data frameworks
