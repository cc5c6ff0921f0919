LANG=en_US.UTF-8 LC_ALL=ja_JP.UTF-8 frameworks --data data
