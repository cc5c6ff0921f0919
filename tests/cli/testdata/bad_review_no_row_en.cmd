SOURCE_DATE_EPOCH=1796000000 --lang en --data data --db @WORK@/w.db review replace river-act:Y2 town-guide:G1.1 --relation overlaps --by 情報係 --reason 両方の本文を読んだ
