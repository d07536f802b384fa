"""Gives English quotations their speakers."""
