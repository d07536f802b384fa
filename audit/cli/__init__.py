"""The command line: the only printer, and the only place that catches."""

from audit.cli.main import entry, main

__all__ = ["entry", "main"]
