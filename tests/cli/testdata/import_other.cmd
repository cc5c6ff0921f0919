SOURCE_DATE_EPOCH=1795305600 --db @WORK@/w.db --data data import import/other.json --framework csf-2.0 --check
