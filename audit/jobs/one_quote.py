"""One quotation against sources named by hand: from capture to check, for one question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audit.asking import fetch_fenced, recording
from audit.capture import open_client, supplied
from audit.config import Settings
from audit.errors import ReadError
from audit.files import read_file
from audit.match import verify_quote
from audit.model import (
    CLOSEST_FIRST,
    Capture,
    Fetch,
    NotCompared,
    Outcome,
    QuoteAnswer,
    QuoteCheck,
    Verdict,
)
from audit.page import NO_WORDS
from audit.pages import read_capture, voices_of
from audit.read import is_url, what_is_meant
from audit.workers import GivenUp, Workers, compute

LARGEST = 100_000_000
"""Bytes of a file, or of standard input, that words are looked for in."""
_CONTENT_TYPES = {".htm": "text/html", ".html": "text/html", ".json": "application/json"}


@dataclass(frozen=True, slots=True)
class Question:
    """Words, whom they are said to be of, and how they are to be compared.

    ``archives`` answer before the network is asked, or instead of it when ``offline``;
    ``record_to`` is the archive that a live run writes. ``heard`` says that a machine wrote the
    transcripts.
    """

    quote: str
    settings: Settings
    speaker: str | None = None
    archives: tuple[Path, ...] = ()
    offline: bool = False
    record_to: Path | None = None
    heard: bool = False


def ask(
    question: Question, sources: Sequence[str | tuple[str, bytes]], workers: Workers
) -> tuple[QuoteAnswer, ...]:
    """Tries a quotation against each source: a path, an http(s) URL, or a name with bytes.

    Each is read and compared in a worker; one that we fail on has the outcome ``internal-error``.

    Raises:
        ReadError: A file cannot be read, or it has no text.
        CaptureError: An archive cannot be read or written.
    """
    with (
        recording(None if question.offline else question.record_to) as part,
        open_client(
            question.settings.fetch,
            archives=question.archives,
            offline=question.offline,
            record_to=part,
            compute=workers.compute,
        ) as fetch,
    ):
        return tuple(
            _answer_apart(question, _capture(source, fetch), workers) for source in sources
        )


def best(answers: Sequence[QuoteAnswer]) -> QuoteAnswer:
    """The answer that counts: that of the source which has the words best.

    Words are absent only when every source was read whole; else the first one that was not counts.
    """
    first = min(
        answers,
        key=lambda answer: (CLOSEST_FIRST.index(answer.check.verdict), -answer.check.score),
    )
    if first.check.verdict is not Verdict.ABSENT:
        return first
    unread = (answer for answer in answers if answer.check.verdict is Verdict.NOT_COMPARED)
    return next(unread, first)


def _capture(source: str | tuple[str, bytes], fetch: Fetch) -> Capture:
    if not isinstance(source, str):
        name, data = source
        _refuse_large(data, name)
        return supplied(name, data, content_type=None, file=name)
    if is_url(source):
        return fetch_fenced(fetch, source)
    path = Path(source)
    try:
        data = read_file(path, LARGEST)
    except FileNotFoundError:
        raise ReadError(f"{source} does not exist: {what_is_meant(source)}") from None
    except OSError as error:
        raise ReadError(
            f"{source}: cannot be read ({error.strerror}): name a file, a URL, or -"
        ) from None
    _refuse_large(data, source)
    content_type = _CONTENT_TYPES.get(path.suffix.lower())
    return supplied(source, data, content_type=content_type, file=source)


def _refuse_large(data: bytes, name: str) -> None:
    if len(data) > LARGEST:
        most = LARGEST // 1_000_000
        raise ReadError(f"{name}: is larger than {most} MB: name its words alone")


def _answer_apart(question: Question, capture: Capture, workers: Workers) -> QuoteAnswer:
    try:
        answer: QuoteAnswer = compute(workers, _answer, question, capture)
    except GivenUp as given_up:
        failed = replace(capture, outcome=Outcome.INTERNAL_ERROR, reason=given_up.why, body=b"")
        return _uncompared(question, failed)
    return answer


def _uncompared(question: Question, capture: Capture) -> QuoteAnswer:
    check = QuoteCheck(question.quote, Verdict.NOT_COMPARED, NotCompared.SOURCE_NOT_CAPTURED)
    return QuoteAnswer(capture, None, check)


def _answer(question: Question, capture: Capture) -> QuoteAnswer:
    capture, page = read_capture(capture)
    is_empty = not capture.body or capture.reason == NO_WORDS
    if is_empty and capture.file is not None:
        raise ReadError(f"{capture.file}: has no text: name a file with the words of the source")
    if page is None:
        return _uncompared(question, capture)
    page = replace(page, heard=page.heard or question.heard)
    check = verify_quote(
        question.quote,
        page,
        speaker=question.speaker,
        style=question.settings.house_style,
        extract=voices_of if question.speaker is not None else None,
    )
    return QuoteAnswer(replace(capture, body=b""), page, check)
