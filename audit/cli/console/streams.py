"""The three standard streams, which may be closed, full, or without an end."""

import os
import sys
from contextlib import suppress
from typing import TextIO

from audit.errors import ReadError


def standard_input(most: int) -> bytes:
    """The bytes of standard input, at most one more than ``most``, which shows that it is larger.

    Raises:
        ReadError: It is closed, or cannot be read.
    """
    if sys.stdin is None:
        raise ReadError("standard input is closed: name a file, or pipe the text in")
    try:
        return sys.stdin.buffer.read(most + 1)
    except OSError as error:
        raise ReadError(f"standard input cannot be read: {error.strerror or error}") from None


def hold_closed_streams() -> None:
    """Opens closed streams to nowhere: else the next file that is opened takes their number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free: this one


def drop(stream: TextIO) -> None:
    """Lets what is left of a stream go nowhere: the interpreter flushes it once more at its end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
