"""The entry point: every way a command can end becomes one line and an exit code."""

import errno
import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn, TypeGuard

from click.exceptions import Abort, ClickException, NoSuchOption

from audit.cli.app import app
from audit.cli.console.output import complain, guard_errors
from audit.cli.console.streams import drop, hold_closed_streams
from audit.cli.exits import Exit
from audit.errors import CaptureError, InternalError, ReadError, UsageError

_FORMATS = frozenset({"json", "jsonl", "markdown", "html", "csv", "sarif", "junit", "github"})
_NEW_OBJECTS = 100_000  # that are worth a search for cycles; modules make far more than 700


def entry() -> NoReturn:
    """Ends the process with the exit code of its command line.

    SIGTERM, which asks a program to end, is a Ctrl-C that says its name: process 1 of a container
    would not hear it otherwise. After either at once: a thread that waits for a server would else
    hold the process until its deadline. Reports and archives are whole at every moment.
    """
    gc.set_threshold(_NEW_OBJECTS)
    hold_closed_streams()
    guard_errors()
    signal.signal(signal.SIGTERM, _end)
    code = main()
    if code == Exit.INTERRUPTED:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            with suppress(OSError):
                stream.flush()
        os._exit(code)
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code.

    Args:
        arguments: The words behind ``citeaudit``; those of the process when None.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    why = ""
    try:
        code = int(app(arguments, prog_name="citeaudit", standalone_mode=False) or 0)
    except (KeyboardInterrupt, Abort) as error:
        why = _named(error)
        code = Exit.INTERRUPTED
    except (UsageError, CaptureError) as error:
        complain(str(error))
        return Exit.USAGE
    except ReadError as error:
        complain(str(error))
        return Exit.UNREADABLE
    except InternalError as error:
        complain(str(error))
        return Exit.INTERNAL
    except ClickException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else "citeaudit"
        message = error.format_message()
        if isinstance(error, NoSuchOption) and error.option_name.lstrip("-") in _FORMATS:
            message = f"No such option '{error.option_name}': use --format {error.option_name.lstrip('-')}."
        complain(f"{message} See {command} --help.")
        return Exit.USAGE
    except Exception as error:  # noqa: BLE001 — the one place: an uncaught one would exit 1, 'findings'
        if _is_of_output(error):  # help is printed by Click
            drop(sys.stdout)
            complain(f"standard output cannot be written ({error.strerror})")
            return Exit.USAGE
        from audit.crash import traceback_of, write_log  # noqa: PLC0415 — needed once in a bad day

        log = write_log(traceback_of(error))
        where = f"details in {log}" if log is not None else "no log could be written"
        complain(f"internal error ({type(error).__name__}), {where}")
        return Exit.INTERNAL
    if code == Exit.INTERRUPTED:
        complain(f"interrupted{why}")
    return code


def _end(number: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt(signal.Signals(number).name)


def _named(error: BaseException) -> str:
    """The name of the signal that ended a run, in brackets; empty for Ctrl-C.

    Click has a Ctrl-C end as an ``Abort`` of its own.
    """
    cause = error.__cause__ if isinstance(error, Abort) else error
    named = cause.args if isinstance(cause, KeyboardInterrupt) else ()
    return f" ({named[0]})" if named else ""


def _is_of_output(error: Exception) -> TypeGuard[OSError]:
    """Whether a stream could not be written: of a file, its name would be told."""
    cannot = {errno.ENOSPC, errno.EPIPE, errno.EIO, errno.EBADF}
    return isinstance(error, OSError) and error.filename is None and error.errno in cannot
