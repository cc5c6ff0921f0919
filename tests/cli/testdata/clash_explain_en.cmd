explain a-guide:A1.2 b-guide:B1 --data bad/clash --lang en
