SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db review accept river-act:Y1(1) town-guide:G1.1 --by 情報係 --reason 両方の本文を読んだ
SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db review reject river-act:Y1 town-guide:G1 --by 情報係 --reason 両方の本文を読んだ
SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db review replace river-act:Y1(2) town-guide:G1.2 --relation overlaps --confidence low --rationale 法の訓練は広域だけで、手引きの訓練と重なるかは団体による。 --by 情報係 --reason 両方の本文を読んだ
--data data --db @WORK@/w.db crosswalk river-act town-guide
