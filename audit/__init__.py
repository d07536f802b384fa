"""citeaudit: audits the citations and quotations of a news article."""

from audit._version import __version__
from audit.extract import extract
from audit.read import read_article

__all__ = ["__version__", "extract", "read_article"]
