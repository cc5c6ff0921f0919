manual --out @WORK@/none
