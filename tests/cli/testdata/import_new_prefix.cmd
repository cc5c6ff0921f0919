SOURCE_DATE_EPOCH=1795305600 --db @WORK@/w.db --data data import import/weir.txt --framework our-policy --new --prefix Q
--db @WORK@/w.db --data data show our-policy --format csv --header machine --no-bom
