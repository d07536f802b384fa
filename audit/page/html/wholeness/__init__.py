"""Whether a page shows the whole of its text: what it says of itself, and what stands around."""
