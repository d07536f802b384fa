"""What the web's text is made of: addresses, characters, tags, what a reader sees of a page."""
