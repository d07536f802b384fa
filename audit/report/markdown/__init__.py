"""``report.md``, the main product: for an editor on deadline, in any text editor."""

from audit.report.markdown.page import render_markdown

__all__ = ["render_markdown"]
