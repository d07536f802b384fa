"""Addresses: their parts, which are the same, what they lead to and which are no source."""
