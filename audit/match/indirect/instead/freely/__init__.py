"""What a page tells otherwise than a statement in words of its own: acts, persons, days."""
