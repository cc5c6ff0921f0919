KAKEHASHI_DATA=nowhere frameworks --data data
