"""What the article cites for somebody's words: notes by their marks, and sources in brackets."""
