"""The nouns of this stage: one question to one server, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from enum import StrEnum

from audit.model import NetworkFault, Outcome, Provenance

UNCHECKED = "address not checked (proxy)"
"""What a report says of every answer that came through a proxy."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: an address as it is sent, and all headers in the order in which they go."""

    url: str
    headers: Mapping[str, str]

    @property
    def question(self) -> tuple[str, str]:
        """What makes two requests the same: the URL, and the cookies that go with it."""
        return self.url, self.headers.get("Cookie", "")


class Cut(StrEnum):
    """Why a kept answer is not whole: the values of ``WARC-Truncated`` (WARC 1.1, 5.13)."""

    LENGTH = "length"  # longer than the bound
    TIME = "time"  # slower than the bound
    DISCONNECT = "disconnect"  # ended before its own framing or coding said so


@dataclass(frozen=True, slots=True)
class Failure:
    """Why nothing usable came back: the outcome, and a few words on what lies behind it.

    ``fault`` is set where the outcome is ``network-error``.
    """

    outcome: Outcome
    reason: str
    fault: NetworkFault | None = None


def network_failure(fault: NetworkFault, why: str) -> Failure:
    """That no connection came about, or that it broke; its reason begins with the fault."""
    return Failure(Outcome.NETWORK_ERROR, f"{fault}: {why}", fault)


class Profile(StrEnum):
    """How a server says that it has nothing new: the ends of ``WARC-Profile`` (WARC 1.1, 6.7)."""

    IDENTICAL = "identical-payload-digest"  # it sent the same payload again
    NOT_MODIFIED = "server-not-modified"  # it answered 304 to a conditional request


@dataclass(frozen=True, slots=True)
class Revisit:
    """That an answer repeats an earlier one, and which.

    ``head`` is what came this time, without the payload: what the revisit record keeps. The others
    are the id, URL, date and payload digest (as WARC writes it) of the response record that has the
    payload.
    """

    profile: Profile
    head: bytes
    record_id: str | None
    url: str
    date: str
    digest: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, byte for byte, or the failure that stands for the answer."""

    url: str
    """Without credentials and fragment."""
    date: str | None = None
    """The WARC-Date of the kept record, None for what was never asked."""
    record_id: str | None = None
    """Its WARC-Record-ID, None also where no archive is written."""
    request: bytes = b""
    """The bytes as sent."""
    response: bytes = b""
    """The bytes as received, empty exactly when there is a ``failure``.

    With a ``revisit`` the answer to go by: after a 304 the earlier one, otherwise the new head with
    the payload that both have.
    """
    cut: Cut | None = None
    address: str | None = None
    """The peer's IP address, which behind a proxy nobody here knows."""
    failure: Failure | None = None
    revisit: Revisit | None = None
    """Where the answer repeats an earlier one."""
    via_proxy: bool = False
    provenance: Provenance = Provenance.OWN_RUN
    """The weaker of this answer's and of that which it repeats."""

    @property
    def received_at(self) -> str | None:
        """The WARC-Date on which the payload came."""
        if self.revisit is not None and self.revisit.profile is Profile.NOT_MODIFIED:
            return self.revisit.date or None
        return self.date


@dataclass(frozen=True, slots=True)
class Answer:
    """A parsed answer: its body is decoded, up to the bound that was set.

    ``coding`` names a content coding that cannot be undone here; ``body`` is then as it was sent.
    """

    exchange: Exchange
    status: int
    headers: Message
    body: bytes
    cut: Cut | None = None
    coding: str = ""

    @property
    def content_type(self) -> str | None:
        """The Content-Type header as received."""
        return self.headers.get("Content-Type")
