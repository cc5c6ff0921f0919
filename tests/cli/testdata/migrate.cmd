SOURCE_DATE_EPOCH=1796000000 --data editions migrate town-guide town-guide-2 --out @WORK@/new
