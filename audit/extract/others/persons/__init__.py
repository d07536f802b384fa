"""Whom names and pronouns stand for, in languages other than English."""
