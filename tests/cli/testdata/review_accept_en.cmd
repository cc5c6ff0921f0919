SOURCE_DATE_EPOCH=1796000000 --lang en --data data --db @WORK@/w.db review accept town-guide:G1.1 river-act:Y1(1) --by 情報係 --reason 両方の本文を読んだ
