"""From quotations and pages to checks: what is there, and what differs."""

from audit.match.attributions import compare
from audit.match.prepared import Prepared, prepare
from audit.match.verify import verify_quote

__all__ = ["Prepared", "compare", "prepare", "verify_quote"]
