"""The nouns of this stage: one question to one server, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPMessage

from audit.model import Outcome


class Cut(StrEnum):
    """Why a kept answer is not whole: the values of ``WARC-Truncated`` (WARC 1.1, 5.13)."""

    LENGTH = "length"  # longer than the bound
    TIME = "time"  # slower than the bound
    DISCONNECT = "disconnect"  # ended before its own framing or coding said so


@dataclass(frozen=True, slots=True)
class Failure:
    """Why nothing usable came back: the outcome, and a few words on what lies behind it."""

    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, byte for byte, or the failure that stands for the answer.

    ``url`` has neither credentials nor fragment. ``request`` and ``response`` are the bytes as sent
    and received; ``response`` is empty exactly when there is a ``failure``. ``date`` and
    ``record_id`` are the WARC-Date and WARC-Record-ID of the kept record; both are None for what was
    never asked, ``record_id`` also where no archive is written. ``address`` is the peer's IP address,
    which behind a proxy (``via_proxy``) nobody here knows.
    """

    url: str
    date: str | None = None
    record_id: str | None = None
    request: bytes = b""
    response: bytes = b""
    cut: Cut | None = None
    address: str | None = None
    failure: Failure | None = None
    via_proxy: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A parsed answer: its body is decoded, up to the bound that was set.

    ``coding`` names a content coding that cannot be undone here; ``body`` is then as it was sent.
    """

    exchange: Exchange
    status: int
    headers: HTTPMessage
    body: bytes
    cut: Cut | None = None
    coding: str = ""

    @property
    def content_type(self) -> str | None:
        """The Content-Type header as received."""
        return self.headers.get("Content-Type")
