workspace documents --items 0
