"""What the web's text is made of, for every stage: addresses, characters, tags, and what a reader sees of a page."""
