"""Rules about where words stand in their source, what turns them there, and who says them."""
