frameworks --format csv --format json
