frameworks --data nowhere
