"""Posts of social networks in an article."""
