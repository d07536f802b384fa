"""What a source has in the place of a statement's figure or date."""
