"""HTML articles: the main block of a page, with the way back to the file."""
