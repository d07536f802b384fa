"""Comparing with a transcript that a machine made of what it heard."""
