"""Who says a passage of a source: voices, and the author of the page."""
