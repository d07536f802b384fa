"""Words against a page that a search has found: nobody has named it, so its words must prove it.

What such a page lacks is never said to be absent. Words that only its readers' comments have, or
its links to other pages, are not what it publishes. Other words there are a change of these only
where the passage is plainly the same.
"""

from collections.abc import Sequence

from audit.match.best import checked
from audit.match.reader import Reader
from audit.match.speakers.voices import (
    another_person,
    name_of,
    one_voice,
    speaks_as_outlet,
    two_persons,
)
from audit.model import (
    Attribution,
    AttributionCheck,
    Caution,
    DiffOp,
    Fit,
    NotCompared,
    Page,
    Pairing,
    QuoteCheck,
    Standing,
    Verdict,
    Weight,
    Zone,
)

_FEWEST_WORDS = 4  # fewer may stand anywhere
_FEWEST_NEAR = 6
_LEAST_SCORE = 0.8
_LONGEST_CHANGE = 4  # words in a row: whole clauses are changed by who says it another time
_MOST_GRAVE = 2  # grave differences: who says much the same twice changes more than an editor does
_LEAST_OF_NOBODY = 0.9  # where not both sides name the person who says the words
_THERE = frozenset({Verdict.VERBATIM, Verdict.EDITED})
_PUBLISHED = frozenset({
    *(Zone.MAIN, Zone.HEADLINE, Zone.CAPTION, Zone.EMBED, Zone.INSET),
    *(Zone.STRUCTURED, Zone.FOLDED),
})  # fmt: skip


def fit_of(attribution: Attribution, source_id: str, reader: Reader, *, own: bool) -> Fit:
    """What a readable page has of the words.

    Args:
        attribution: The words.
        source_id: The page.
        reader: Has it.
        own: The page is the named outlet's.
    """
    parts = reader.parts(attribution, source_id)
    page = reader.records[source_id].page
    assert page is not None
    tellingly = [part for part in parts if _is_told_by(part, page)]
    if tellingly:
        return _fit_of_told(attribution, source_id, reader, tellingly)
    if any(_long(part) and part.verdict is Verdict.MISATTRIBUTED for part in parts):
        return Fit.OTHER_SPEAKER
    near = [part for part in parts if _is_near(attribution, source_id, part, reader, own=own)]
    return Fit.NEAR if near and all(part in near or _is_there(part) for part in parts) else Fit.NONE


def _fit_of_told(
    attribution: Attribution, source_id: str, reader: Reader, tellingly: Sequence[QuoteCheck]
) -> Fit:
    """What a page has that has parts of the words by no chance."""
    published = [part for part in tellingly if part.zone in _PUBLISHED]
    if not published:
        return Fit.UNPUBLISHED
    if all(_of_another(attribution, source_id, part, reader) for part in published):
        return Fit.OTHER_SPEAKER
    parts = reader.parts(attribution, source_id)
    return Fit.THERE if all(map(_is_there, parts)) else Fit.PART


def from_discovered(
    attribution: Attribution, pairing: Pairing, reader: Reader
) -> AttributionCheck | None:
    """The check against the page that was found for the words.

    None where they are not there after all. What is neither there nor plainly changed counts as not
    compared.
    """
    source_id = pairing.source_ids[0]
    record = reader.records[source_id]
    if record.page is None:
        return None
    own = record.source.outlet is not None
    parts = reader.parts(attribution, source_id)
    if fit_of(attribution, source_id, reader, own=own) not in {Fit.THERE, Fit.PART, Fit.NEAR}:
        return None
    return checked(
        attribution,
        Standing.DISCOVERED,
        [
            part
            if _is_there(part) or _is_near(attribution, source_id, part, reader, own=own)
            else QuoteCheck(part.quote, Verdict.NOT_COMPARED, NotCompared.NO_SOURCE)
            for part in parts
        ],
        source_id,
    )


def may_be_told_by(
    attribution: Attribution, source_id: str, part: QuoteCheck, reader: Reader
) -> bool:
    """Whether a page that was found for other words may be compared with a part of these, too.

    What it does not publish, and what somebody else says there, it has for nobody's words.
    """
    return (
        part.zone in _PUBLISHED
        and part.verdict is not Verdict.MISATTRIBUTED
        and not (part.verdict in _THERE and _of_another(attribution, source_id, part, reader))
    )


def speaker_is_on(attribution: Attribution, text: str) -> bool:
    """Whether a page names who the article says the words are of.

    A group by any name in its own.
    """
    name = name_of(attribution) or ""
    words = [word.strip(".,'’\"") for word in name.split()]
    names = [
        word.casefold().removesuffix("'s").removesuffix("’s")
        for word in words
        if word[:1].isupper()
    ]
    if not names:
        return False
    folded = text.casefold()
    wanted: Sequence[str] = names[-1:] if len(names) == len(words) else names
    return any(name in folded for name in wanted)


def _is_there(part: QuoteCheck) -> bool:
    return part.verdict in _THERE and part.zone in _PUBLISHED


def _long(part: QuoteCheck) -> bool:
    return len(part.quote.split()) >= _FEWEST_WORDS and Caution.SHORT not in part.cautions


def _is_told_by(part: QuoteCheck, page: Page) -> bool:
    """Whether a page has a part in so many words on end that they stand there by no chance."""
    if part.verdict not in _THERE or not _long(part):
        return False
    pieces = [page.text[piece.start : piece.end] for piece in part.parts]
    return any(len(piece.split()) >= _FEWEST_WORDS for piece in pieces) or _without_spaces(pieces)


def _of_another(attribution: Attribution, source_id: str, part: QuoteCheck, reader: Reader) -> bool:
    """Whether a page has another person say a part that it has word for word."""
    named, there = name_of(attribution), reader.said_by(source_id, part)
    page = reader.records[source_id].page
    if named is None or there is None or page is None or speaks_as_outlet(attribution):
        return False
    assert part.start is not None
    assert part.end is not None
    return another_person(named, there, page, part.start, part.end)


def _grave(part: QuoteCheck) -> int:
    return sum(run.weight is Weight.SERIOUS for run in part.diff)


def _is_another_clause(part: QuoteCheck) -> bool:
    """Whether many words in a row are others, but for one here and there."""
    changed = 0
    for run in part.diff:
        if run.marked or (run.op is DiffOp.EQUAL and len(run.quote.split()) > 1):
            changed = 0
        elif run.op is not DiffOp.EQUAL:
            changed += max(len(run.quote.split()), len(run.source.split()))
        if changed > _LONGEST_CHANGE:
            return True
    return False


def _without_spaces(pieces: Sequence[str]) -> bool:
    """Whether a passage is of a script that sets no spaces, and as long as four words."""
    return any(len(piece) >= 4 * _FEWEST_WORDS and " " not in piece for piece in pieces)


def _is_near(
    attribution: Attribution, source_id: str, part: QuoteCheck, reader: Reader, *, own: bool
) -> bool:
    """Whether a page plainly has a part in other words: the outlet's, or said by the speaker."""
    if part.verdict is not Verdict.ALTERED or part.zone not in _PUBLISHED:
        return False
    if len(part.quote.split()) < _FEWEST_NEAR or part.score < _LEAST_SCORE:
        return False
    if Caution.SPLICED in part.cautions or _grave(part) > _MOST_GRAVE or _is_another_clause(part):
        return False
    speaker, there = name_of(attribution), reader.said_by(source_id, part)
    if speaks_as_outlet(attribution):
        speaker = None  # on its own page, those say the words whom it reports on
    if speaker is not None and there is not None:
        if one_voice(speaker, there):
            return True
        if two_persons(speaker, there):
            return False  # but 'a spokeswoman' has a name there
    return own and part.score >= _LEAST_OF_NOBODY
