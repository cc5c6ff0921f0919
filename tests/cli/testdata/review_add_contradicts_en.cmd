SOURCE_DATE_EPOCH=1796000000 --lang en --data data --db @WORK@/w.db review add river-act:Y2 town-guide:G1.2 --relation overlaps --rationale 台帳の備えと手引きの訓練が重なる。 --by 情報係 --reason 両方の本文を読んだ
