SOURCE_DATE_EPOCH=1795305600 --db @WORK@/w.db --data data import import/guide.html --framework town-guide
--db @WORK@/w.db --data data search 年に一度 --field wording
