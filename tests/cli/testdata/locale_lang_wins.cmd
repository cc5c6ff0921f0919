LC_ALL=en_US.UTF-8 frameworks --data data --lang ja
