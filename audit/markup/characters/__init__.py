"""From the bytes of a page or file to its characters."""
