"""Which articles a command is given, and which folder belongs to each."""
