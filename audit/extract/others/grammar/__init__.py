"""Noun phrases, subjects and whom they name, in languages other than English."""
