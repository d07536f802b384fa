"""A few words of a clause whose verb stands elsewhere at the source, as German and Dutch have it.

'Höhere Gebühren verringern den Umsatz nicht messbar' is, behind 'dass', that they 'den Umsatz nicht
messbar verringern': who quotes the end of such a clause changes no word.
"""

from collections.abc import Iterator
from typing import NamedTuple

from audit.languages.extraction.phrasebook import languages, phrasebook
from audit.match.altered.diff import Difference
from audit.match.find import find_words
from audit.match.prepared.quotation import Quotation
from audit.match.prepared.source import Prepared, locate_words
from audit.match.weighing.weigh import Weighed
from audit.model import DiffKind, DiffOp, DiffRun, Weight

_FEWEST, _MOST = 2, 12  # words of a quotation
_FARTHEST = 12  # words between the verb and what is quoted with it
_FARTHEST_OF_ONE = 2  # where that is one word
_LONGEST_CLAUSE = 300  # characters
_MOST_PLACES = 20
_ENDS_CLAUSE = frozenset(',;:.!?…\n“”„»«"()')


class MovedVerb(NamedTuple):
    """Where the words stand in the folded text of a source, and the difference that is left."""

    start: int
    end: int
    difference: Difference


def find_moved_verb(quotation: Quotation, prepared: Prepared) -> MovedVerb | None:
    """The clause of a source that has the words of a quotation, its first or last one elsewhere.

    None where no verb moves in the source's language, or a negation stands between.
    """
    words = quotation.word_list
    if quotation.may_have_marks or not _FEWEST <= len(words) <= _MOST:
        return None
    if prepared.language not in languages() or not phrasebook(prepared.language).verb_last:
        return None
    last, first = words[-1], words[0]
    return next(_behind(words[:-1], last, prepared), None) or next(
        _ahead(first, words[1:], prepared), None
    )


def _behind(rest: list[str], verb: str, prepared: Prepared) -> Iterator[MovedVerb]:
    """Clauses in which a verb stands before the rest, and the quotation has it last."""
    if not _may_be_verb(verb, prepared) or not _tells(rest, prepared):
        return
    folded = prepared.folded.words
    for start, end in find_words(prepared, " ".join(rest), any_case=True, most=_MOST_PLACES):
        first = max(start - _LONGEST_CLAUSE, 0)
        words, spans = locate_words(folded[first:start], first)
        reach = _FARTHEST if len(rest) > 1 else _FARTHEST_OF_ONE
        for at in range(len(words) - 1, max(len(words) - reach - 2, -1), -1):
            if words[at].lower() != verb.lower():
                continue
            if _is_one_clause(words[at + 1 :], prepared, spans[at][0], end):
                moved = prepared.shown(spans[at][0], spans[-1][1])
                runs = (_dropped(moved), _equal(rest, prepared.shown(start, end)), _put_in(verb))
                yield _found(spans[at][0], end, runs)
            break


def _ahead(verb: str, rest: list[str], prepared: Prepared) -> Iterator[MovedVerb]:
    """Clauses in which a verb stands behind the rest, and the quotation has it first."""
    if not _may_be_verb(verb, prepared) or not _tells(rest, prepared):
        return
    folded = prepared.folded.words
    for start, end in find_words(prepared, " ".join(rest), any_case=False, most=_MOST_PLACES):
        words, spans = locate_words(folded[end : end + _LONGEST_CLAUSE], end)
        for at in range(min(_FARTHEST_OF_ONE + 1, len(words))):
            if words[at].lower() != verb.lower():
                continue
            if _is_one_clause(words[:at], prepared, start, spans[at][1]):
                moved = prepared.shown(spans[0][0], spans[at][1])
                runs = (_put_in(verb), _equal(rest, prepared.shown(start, end)), _dropped(moved))
                yield _found(start, spans[at][1], runs)
            break


def _may_be_verb(word: str, prepared: Prepared) -> bool:
    """Whether a word may be a verb of content: no small word, no figure, no noun."""
    known = prepared.vocabulary
    lowered = word.lower()
    is_plain = word.isalpha() and (word == lowered or word[1:].islower())
    return is_plain and lowered not in known.small and not known.is_negation(lowered)


def _tells(words: list[str], prepared: Prepared) -> bool:
    """Whether a word of several is none of the most common."""
    return any(word.lower() not in prepared.vocabulary.small for word in words)


def _is_one_clause(between: list[str], prepared: Prepared, start: int, end: int) -> bool:
    text = prepared.page.text[prepared.start(start) : prepared.end(end)]
    is_turned = any(map(prepared.vocabulary.is_negation, between))
    return not is_turned and _ENDS_CLAUSE.isdisjoint(text)


def _found(start: int, end: int, runs: tuple[DiffRun, ...]) -> MovedVerb:
    weighed = (Weighed(DiffKind.ORDER, Weight.STYLE),)
    return MovedVerb(start, end, Difference(runs, (), weighed))


def _equal(rest: list[str], there: str) -> DiffRun:
    return DiffRun(DiffOp.EQUAL, " ".join(rest), there)


def _dropped(words: str) -> DiffRun:
    return DiffRun(DiffOp.DELETE, "", words, kind=DiffKind.ORDER, weight=Weight.STYLE)


def _put_in(word: str) -> DiffRun:
    return DiffRun(DiffOp.INSERT, word, "", kind=DiffKind.ORDER, weight=Weight.STYLE)
