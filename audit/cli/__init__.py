"""The command line: the only printer, and the only place that catches."""

try:
    from audit.cli.main import entry, main
except KeyboardInterrupt:  # before anything of ours could catch it, and nothing has begun
    import os
    import sys

    sys.stderr.write("citeaudit: interrupted\n")
    sys.stderr.flush()
    os._exit(130)

__all__ = ["entry", "main"]
