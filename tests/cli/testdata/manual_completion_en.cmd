SOURCE_DATE_EPOCH=1800000000 manual completion --lang en
