SOURCE_DATE_EPOCH=1796000000 --lang en --data data --db @WORK@/w.db review reject river-act:Y1 town-guide:G1 --by 情報係 --reason 両方の本文を読んだ
