"""How much a difference of words weighs: what is the same spoken out, or only another form."""
