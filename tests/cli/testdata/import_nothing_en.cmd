SOURCE_DATE_EPOCH=1795305600 --db @WORK@/w.db --data data --lang en import import/slides.txt --framework town-guide
