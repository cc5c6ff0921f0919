SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db review add town-guide:G1.2 csf-2.0:- --rationale 訓練を求める項目がCSFの抜粋にない。 --by 情報係 --reason 両方の本文を読んだ
