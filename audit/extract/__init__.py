"""From an Article to its attributions: who is quoted or cited, with which words."""

from audit.extract.article import extract

__all__ = ["extract"]
