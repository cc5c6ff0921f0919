SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db review accept river-act:Y1(1) town-guide:G1.1 --by 情報係 --reason 両方の本文を読んだ
SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db review accept river-act:Y1(1) town-guide:G1.1 --by 情報係 --reason 両方の本文を読んだ
