"""OpenDocument texts: paragraphs, links, footnotes and comments."""
