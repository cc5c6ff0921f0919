LANG=en_US.UTF-8 frameworks --data data
