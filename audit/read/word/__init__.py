"""Word documents: paragraphs, links and footnotes."""
