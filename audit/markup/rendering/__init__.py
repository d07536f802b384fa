"""What a reader sees of a page: its tags walked once, what elements do to the text around them."""
