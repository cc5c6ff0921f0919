frameworks --no-bom=3
