"""Readers of the words that tell what differs and what figures are worth, one for each file."""
