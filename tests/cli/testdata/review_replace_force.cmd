SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db review replace river-act:Y1(2) town-guide:G1.2 --relation subset-of --force --by 情報係 --reason 両方の本文を読んだ
