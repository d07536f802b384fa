"""Readers of the words that tell who says what, one for each file of a language's folder."""
