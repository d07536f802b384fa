"""The outlets that an article names."""
