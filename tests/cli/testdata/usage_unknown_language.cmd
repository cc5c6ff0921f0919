frameworks --lang fr
