SOURCE_DATE_EPOCH=soon --data data export river-act
