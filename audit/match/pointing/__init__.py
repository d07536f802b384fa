"""How to point at a passage, for people and for browsers."""
