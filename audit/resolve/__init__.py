"""From attributions to sources: which URL should hold the words."""
