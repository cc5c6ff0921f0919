SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db review add river-act:Y1 town-guide:G1 --relation overlaps --rationale 重なる。 --by 情報係 --reason 両方の本文を読んだ
