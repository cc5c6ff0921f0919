SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db review import reviewed_bad.tsv --crosswalk river-act,town-guide --by 情報係 --reason 両方の本文を読んだ
