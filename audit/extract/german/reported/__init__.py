"""Finds what a German sentence reports, and whose words that are."""
