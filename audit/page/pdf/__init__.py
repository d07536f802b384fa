"""PDF to a page: its words where the extra reads them, else why it was not read."""
