"""Statements that only a citation ties to their source."""
