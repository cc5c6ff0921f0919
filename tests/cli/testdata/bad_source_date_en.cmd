SOURCE_DATE_EPOCH=-1 --lang en --data data export river-act
