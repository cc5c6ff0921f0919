frameworks --fo[31mrmat
