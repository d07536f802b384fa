"""One quotation against sources that are named by hand: the pipeline from capture to check, for one question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

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
from audit.pipeline import extract_page, read_capture, recording
from audit.read import is_url

_LARGEST = 100_000_000  # bytes of a file
_CONTENT_TYPES = {".htm": "text/html", ".html": "text/html", ".json": "application/json"}


@dataclass(frozen=True, slots=True)
class Question:
    """Words, whom they are said to be of, and how they are to be compared.

    ``archives`` answer before the network is asked, or instead of it when ``offline``; ``record_to`` is
    the archive that a live run writes.
    """

    quote: str
    settings: Settings
    speaker: str | None = None
    archives: tuple[Path, ...] = ()
    offline: bool = False
    record_to: Path | None = None


def ask(question: Question, sources: Sequence[str | tuple[str, bytes]]) -> tuple[QuoteAnswer, ...]:
    """Tries a quotation against each source: a path, an http(s) URL, or a name with bytes.

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
        ) as fetch,
    ):
        return tuple(_answer(question, _capture(source, fetch)) for source in sources)


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
    unread = (one for one in answers if one.check.verdict is Verdict.NOT_COMPARED)
    return next(unread, first)


def _capture(source: str | tuple[str, bytes], fetch: Fetch) -> Capture:
    if not isinstance(source, str):
        name, data = source
        return supplied(name, data, content_type=None, file=name)
    if is_url(source):
        return fetch(source)
    path = Path(source)
    try:
        data = read_file(path, _LARGEST)
    except OSError as error:
        raise ReadError(
            f"{source}: cannot be read ({error.strerror}): name a file, a URL, or -"
        ) from None
    if len(data) > _LARGEST:
        raise ReadError(
            f"{source}: is larger than {_LARGEST // 1_000_000} MB: name its words alone"
        )
    content_type = _CONTENT_TYPES.get(path.suffix.lower())
    return supplied(source, data, content_type=content_type, file=source)


def _answer(question: Question, capture: Capture) -> QuoteAnswer:
    capture, page = read_capture(capture)
    is_empty = page is None or not page.text.strip()
    if is_empty and capture.file is not None and capture.outcome is Outcome.CAPTURED:
        raise ReadError(f"{capture.file}: has no text: name a file with the words of the source")
    if page is None:
        check = QuoteCheck(question.quote, Verdict.NOT_COMPARED, NotCompared.SOURCE_NOT_CAPTURED)
        return QuoteAnswer(capture, None, check)
    check = verify_quote(
        question.quote,
        page,
        speaker=question.speaker,
        style=question.settings.style,
        extract=extract_page if question.speaker is not None else None,
    )
    return QuoteAnswer(replace(capture, body=b""), page, check)
