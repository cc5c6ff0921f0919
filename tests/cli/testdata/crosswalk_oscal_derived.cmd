SOURCE_DATE_EPOCH=1700000000 --data data crosswalk river-act csf-2.0 --derived --format oscal
