"""The command line: the only printer, and the only place that catches."""

from audit.cli.main import main

__all__ = ["main"]
