SOURCE_DATE_EPOCH=1796000000 --data data --db @WORK@/w.db review add town-guide:G1.1 csf-2.0:T.1 --relation overlaps --rationale 手引きの権限の管理とCSFの機器の管理は一部が重なる。 --by 情報係 --reason 両方の本文を読んだ
--data data --db @WORK@/w.db gap --frameworks town-guide,csf-2.0 --framework town-guide --against csf-2.0
