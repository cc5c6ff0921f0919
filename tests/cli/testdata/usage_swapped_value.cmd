frameworks --format cvs
