"""All that is computed on one answer, in one function: bytes in, what they amount to out.

It runs on what strangers wrote, so the client hands it to a process that can be ended
(``Compute``).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from audit.capture.http.exchange import Cut, Exchange, Failure
from audit.capture.http.wire import read_answer
from audit.capture.outcome.glance import glance
from audit.capture.outcome.redirects import (
    STATUSES,
    canonical_address,
    next_address,
    reloads_at_once,
    sends_on_at_once,
)
from audit.model import Outcome


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer amounts to, were it the last one.

    ``body`` is decoded, ``sha256`` its digest in hexadecimal. ``leads_to`` is the address that the
    answer sends its reader on to, None at the end of the way; ``turns`` says that it leads on, or
    loads itself again, before anybody has read it. ``canonical`` is the address that a page gives
    for itself.
    """

    status: int
    content_type: str | None
    body: bytes
    sha256: str
    outcome: Outcome
    reason: str
    leads_to: str | None = None
    turns: bool = False
    canonical: str | None = None

    @property
    def is_redirect(self) -> bool:
        """Whether the status alone sends on, so that there is no page to fall back on."""
        return self.status in STATUSES


def read(url: str, response: bytes, cut: Cut | None, way: Sequence[str], max_bytes: int) -> Reading:
    """Reads an answer; pure.

    Args:
        url: What was asked for, without fragment.
        response: The answer as received, or as its record has it.
        cut: Why that is not whole.
        way: The addresses that led to it, in order.
        max_bytes: How many bytes of the decoded body are read.

    Raises:
        UnparsableError: The bytes are no HTTP answer.
    """
    # Not for the process of the network: the expressions of walls take long to compile.
    from audit.capture.outcome.judgement import judge  # noqa: PLC0415

    answer = read_answer(Exchange(url, response=response, cut=cut), max_bytes)
    onward = next_address(answer)
    if isinstance(onward, Failure):
        outcome, reason, leads_to = onward.outcome, onward.reason, None
    elif onward is not None and answer.status in STATUSES:
        outcome, reason, leads_to = Outcome.BAD_REDIRECT, "", onward
    else:
        (outcome, reason), leads_to = judge(answer, way), onward
    is_page = outcome is Outcome.CAPTURED
    turns = reloads_at_once if leads_to is None else sends_on_at_once
    reading = Reading(
        status=answer.status,
        content_type=answer.content_type,
        body=answer.body,
        sha256=hashlib.sha256(answer.body).hexdigest(),
        outcome=outcome,
        reason=reason,
        leads_to=leads_to,
        turns=outcome in {Outcome.CAPTURED, Outcome.EMPTY} and turns(answer),
        canonical=canonical_address(answer) if is_page else None,
    )
    glance.cache_clear()  # it would hold the body
    return reading
