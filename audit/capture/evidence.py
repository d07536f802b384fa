"""What archives hold under the record ids of a report, and how that differs from the report."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audit.capture.archive.index.entries import Collector, Entry
from audit.capture.archive.records import Gap, salvage
from audit.capture.archive.replay import Index
from audit.capture.http.exchange import Answer, Exchange
from audit.capture.http.wire import HEADROOM, read_answer
from audit.capture.outcome.judgement import judge
from audit.model import Capture, FetchSettings, Hop, Outcome

_LEAST_READ = FetchSettings().max_bytes
# These speak of the way to an answer, of more than its record holds, or of us.
_NOT_BY_THE_ANSWER = frozenset({
    *(Outcome.REDIRECT_LOOP, Outcome.TOO_MANY_REDIRECTS, Outcome.BAD_REDIRECT, Outcome.SOFT_404),
    *(Outcome.LOGIN_REQUIRED, Outcome.CONSENT_REQUIRED, Outcome.UNSUPPORTED_SCHEME, Outcome.REFUSED),
    *(Outcome.IS_ARTICLE, Outcome.INTERNAL_ERROR),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Damage:
    """Where an archive is not sound, in words."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True)
class Reread:
    """A capture with the body that its record has, and what differs from the report, in words.

    ``is_kept`` is False where the report names no record for words that it had.
    """

    capture: Capture
    differences: tuple[str, ...]
    is_kept: bool = True


class Evidence:
    """The captures of a report's archives, by record id; and the ``gaps`` where they are not sound.

    Raises:
        CaptureError: An archive cannot be read.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._index = Index()
        self.gaps: list[Damage] = []
        for path in dict.fromkeys(path.resolve() for path in paths):
            collector = Collector(path)
            for found in salvage(path):
                if isinstance(found, Gap):
                    self.gaps.append(Damage(path, f"damaged at byte {found.offset}"))
                else:
                    collector.take(found)
            self._index.add_all(collector.entries())

    def reread(self, reported: Capture, length: int) -> Reread:
        """The capture that a report tells of, as its records have it.

        Args:
            reported: As the report has it, without a body.
            length: The bytes of the body, as the report has them.
        """
        differences = [words for hop in reported.hops for words in self._hop(hop)]
        if reported.record_id is None:
            is_kept = reported.sha256 is None
            return Reread(reported, tuple(differences), is_kept=is_kept)
        exchange, ambiguous = self._exchange(reported.record_id, length)
        differences += ambiguous
        if exchange is None:
            return Reread(reported, tuple(differences))
        if exchange.url != reported.final_url:
            differences.append(f"its record is of {exchange.url}, not of {reported.final_url}")
        if exchange.date != reported.fetched_at:
            differences.append(f"its record is of {exchange.date}, not of {reported.fetched_at}")
        if exchange.failure is not None:
            if exchange.failure.outcome is not reported.outcome:
                differences.append(_otherwise(exchange.failure.outcome, reported.outcome))
            return Reread(reported, tuple(differences))
        # A body that was cut at the bound of its run is cut there again.
        cut_there = reported.outcome is Outcome.TOO_LARGE
        answer = read_answer(exchange, length if cut_there else max(length, _LEAST_READ))
        differences += _about(answer, reported)
        return Reread(replace(reported, body=answer.body), tuple(differences))

    def _exchange(self, record_id: str, length: int) -> tuple[Exchange | None, list[str]]:
        entries: Sequence[Entry] = self._index.named(record_id)
        if not entries:
            return None, [f"no archive has its record {record_id}"]
        words = [f"{len(entries)} records have its id {record_id}"] if len(entries) > 1 else []
        limit = max(length, _LEAST_READ) + HEADROOM
        return self._index.load(entries[0], limit), words

    def _hop(self, hop: Hop) -> Iterator[str]:
        if hop.record_id is None:
            return
        exchange, ambiguous = self._exchange(hop.record_id, 0)
        yield from ambiguous
        if exchange is None:
            return
        if exchange.url != hop.url:
            yield f"the record of its redirect is of {exchange.url}, not of {hop.url}"
        if exchange.failure is None and read_answer(exchange, 0).status != hop.status:
            yield f"the record of its redirect at {hop.url} has another status than {hop.status}"


def _about(answer: Answer, reported: Capture) -> Iterator[str]:
    sha256 = hashlib.sha256(answer.body).hexdigest()
    if sha256 != reported.sha256:
        yield f"its body has the SHA-256 {sha256}, not {reported.sha256}"
    if answer.status != reported.status:
        yield f"its status is {answer.status}, not {reported.status}"
    if answer.content_type != reported.content_type:
        yield "its content type is another than the report's"
    if reported.outcome not in _NOT_BY_THE_ANSWER:
        outcome, _ = judge(answer, [hop.url for hop in reported.hops])
        if outcome is not (
            Outcome.CAPTURED if reported.outcome is Outcome.FROM_ARCHIVE else reported.outcome
        ):
            yield _otherwise(outcome, reported.outcome)


def _otherwise(shown: Outcome, reported: Outcome) -> str:
    return f"its record shows {shown.value}, not {reported.value}"
