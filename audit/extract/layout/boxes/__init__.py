"""What stands apart from an article's sentences: boxes, names as headings, shortcodes."""
