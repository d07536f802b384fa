"""Times of day, dates and decades: what they tell, however they are written."""
