frameworks --data nowhere --lang en
