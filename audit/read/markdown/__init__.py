"""Markdown articles: the text as it is rendered, with the way back to the file."""
