"""From an Article to its attributions: who is quoted or cited, with which words."""

from audit.extract.article import extract
from audit.extract.outlets.gazetteer import known_outlets

__all__ = ["extract", "known_outlets"]
