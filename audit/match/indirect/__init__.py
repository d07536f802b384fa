"""Statements without quotation marks: what of their figures and names a source has."""
