"""The HTML of a page: its walk, its zones, its notes."""
