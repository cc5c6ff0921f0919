manual fraemworks
