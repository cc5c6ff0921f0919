workspace documents --items many
