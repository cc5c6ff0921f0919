SOURCE_DATE_EPOCH=1795305600 --db @WORK@/w.db --data data import import/slides.txt --framework our-policy --new
