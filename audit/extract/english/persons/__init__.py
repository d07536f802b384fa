"""Whom the names and the pronouns of an English article stand for."""
