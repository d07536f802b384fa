"""What the layout of an article says of its words: block quotations, interviews, citations."""
