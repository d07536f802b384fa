"""Finds what English reports without quotation marks."""
