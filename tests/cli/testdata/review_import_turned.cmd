SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db review import reviewed_turned.csv --crosswalk town-guide,river-act --by 情報係 --reason 両方の本文を読んだ
