SOURCE_DATE_EPOCH=1795305600 --db @WORK@/w.db --data data import import/guide.html --framework town-guide
SOURCE_DATE_EPOCH=1795305600 --db @WORK@/w.db --data data --lang en import import/guide.html --framework town-guide
