LANG=ja_JP.UTF-8 LC_MESSAGES=en_GB.UTF-8 frameworks --data data
