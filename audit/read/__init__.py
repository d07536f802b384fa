"""From bytes to an Article that keeps the way back to the file."""
