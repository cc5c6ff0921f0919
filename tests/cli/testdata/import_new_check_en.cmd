SOURCE_DATE_EPOCH=1795305600 --db @WORK@/w.db --data data --lang en import import/weir.txt --framework our-policy --new --check --title わが町の方針
