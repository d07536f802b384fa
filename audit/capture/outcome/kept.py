"""What an answer amounts to, or what it did when the same bytes were read before.

A wall is looked for in the markup of a page, which costs more than to look the answer up.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from audit.capture.http.exchange import Exchange
from audit.capture.http.wire import read_answer
from audit.capture.outcome.reading import Reading, read
from audit.model import Compute, Outcome, Remember

_FEWEST = 4_096  # bytes of an answer: fewer are read again in less time
_TEXTS = ("content_type", "leads_to", "canonical")


def reading_of(
    exchange: Exchange, way: Sequence[str], max_bytes: int, compute: Compute, remember: Remember
) -> Reading:
    """What an answer amounts to; see ``read``.

    The body is decoded, and its digest made, of the bytes at hand in any case.

    Args:
        exchange: A question with its answer.
        way: The addresses that led to it, in order.
        max_bytes: How many bytes of the decoded body are read.
        compute: Runs ``read``.
        remember: Keeps what came of it.
    """
    url, response, cut = exchange.url, exchange.response, exchange.cut
    if len(response) < _FEWEST:
        return compute(read, url, response, cut, way, max_bytes)
    fresh: list[Reading] = []

    def make() -> Reading:
        fresh.append(compute(read, url, response, cut, way, max_bytes))
        return replace(fresh[0], body=b"")

    digest = hashlib.sha256(response).hexdigest()
    made_of = "answer", digest, url, cut and cut.value, tuple(way), max_bytes
    kept = remember(made_of, make, _as_json, _of_json)
    if fresh:
        return fresh[0]
    body = read_answer(Exchange(url, response=response, cut=cut), max_bytes).body
    return replace(kept, body=body, sha256=hashlib.sha256(body).hexdigest())


def _as_json(reading: Reading) -> Any:
    return {
        "status": reading.status,
        "outcome": reading.outcome.value,
        "reason": reading.reason,
        "turns": reading.turns,
        **{name: getattr(reading, name) for name in _TEXTS},
    }


def _of_json(told: Any) -> Reading:
    """The way back, without a body.

    Raises:
        ValueError: It is no reading, as for the other errors.
        TypeError: The same.
        LookupError: The same.
    """
    status, reason, turns = told["status"], told["reason"], told["turns"]
    texts = {name: told[name] for name in _TEXTS}
    if type(status) is not int or type(reason) is not str or type(turns) is not bool:
        raise TypeError
    if not all(text is None or type(text) is str for text in texts.values()):
        raise TypeError
    return Reading(
        status, texts["content_type"], b"", "", Outcome(told["outcome"]), reason,
        leads_to=texts["leads_to"], turns=turns, canonical=texts["canonical"],
    )  # fmt: skip
