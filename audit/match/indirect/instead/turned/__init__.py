"""What a page has of a statement turned: beside the opposite, exchanged, at the other end."""
