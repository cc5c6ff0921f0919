gap --frameworks a-guide,b-guide --hub none --data bad/clash --lang en
