SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db review import candidates.tsv --crosswalk town-guide,csf-2.0 --by 情報係 --reason 両方の本文を読んだ
