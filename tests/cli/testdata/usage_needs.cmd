import data/x.txt --title t
