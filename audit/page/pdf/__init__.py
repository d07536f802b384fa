"""PDF to a page: its words where a reader is there, else why it was not read."""
