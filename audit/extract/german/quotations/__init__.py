"""Gives German quotations that no report holds their speakers."""
