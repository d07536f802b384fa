"""quote-cut-short: the words right behind a quotation, or before it, turn it."""

import re
from collections.abc import Iterator

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.turning import turning
from audit.model import AttributionCheck, Caution, Facts, Finding, PartCheck, Severity, Span
from audit.rules.facts import all_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import following, page_name, preceding, quoted

_WORD = re.compile(r"[\w']+")
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_REACH = 200  # characters of the article beside a quotation
_WORDS_ALIKE = 4  # of the source behind a quotation, which the article may go on with
_BETWEEN_PARTS = 40  # characters of the source: an ellipsis may own up to a few words
_WORDS_BEFORE = 6  # of the source before a quotation, which the article may have before it


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in all_parts(facts):
        text = facts.article.text
        if Caution.TURNED_AFTER in part.check.cautions:
            goes_on = following(record, part.check)
            goes_on_there = any(_is_right_behind(part, other) for other in check.parts)
            if not (goes_on_there or _goes_on(text, _span_of(check, part), goes_on)):
                yield RULE.on_part(
                    f"{quoted(part.check.quote)} ends where the sentence goes on in"
                    f" {page_name(record)}: {quoted(_to_its_end(goes_on))}.",
                    check,
                    part,
                )
        if Caution.TURNED_BEFORE in part.check.cautions:
            lead = preceding(record, part.check)
            language = record.page.language if record is not None and record.page else None
            known = turning(language)
            span = _span_of(check, part)
            if not (
                _comes_after(text, span, lead, known.denials)
                or _is_theirs(text, span, lead, known.others)
            ):
                yield RULE.on_part(
                    f"{quoted(part.check.quote)} begins in the middle of a sentence of"
                    f" {page_name(record)}, behind {quoted(lead)}.",
                    check,
                    part,
                )


def _to_its_end(words: str) -> str:
    """The rest of a sentence; more where that is a word alone, which may be short for another."""
    rest = _SENTENCE_END.split(words)[0]
    return rest if len(rest.split()) > 1 else words


def _span_of(check: AttributionCheck, part: PartCheck) -> Span | None:
    """Where the words stand in the article."""
    contents = check.attribution.contents
    return next((span for span in contents if span.text == part.check.quote), None)


def _is_right_behind(part: PartCheck, other: PartCheck) -> bool:
    """Whether another part of the quotation has the words right behind this one at its source."""
    if other.source_id != part.source_id or other.check.start is None or part.check.end is None:
        return False
    return 0 < other.check.start - part.check.end <= _BETWEEN_PARTS


def _goes_on(text: str, span: Span | None, words: str) -> bool:
    """Whether the article has the source's next words soon behind the quotation."""
    if span is None:
        return False
    first = _plain(_to_its_end(words))[:_WORDS_ALIKE]
    behind = _plain(text[span.end : span.end + _REACH])
    return len(first) > 1 and any(
        behind[at : at + len(first)] == first for at in range(len(behind))
    )


def _comes_after(text: str, span: Span | None, lead: str, denials: frozenset[str]) -> bool:
    """Whether the article has the turning words in its own sentence before the quotation."""
    if span is None:
        return False
    before = _SENTENCE_END.split(text[max(span.start - _REACH, 0) : span.start])[-1]
    told, near = set(_plain(before)), _plain(lead)[-_WORDS_BEFORE:]
    if any(map(comparing().is_negation, told)) or not denials.isdisjoint(told):
        return True
    if near and comparing().is_negation(near[-1]):
        return False  # 'losses have not fallen' told as 'losses “fell”': the rest does not matter
    return bool(told.intersection(near) - comparing().small)


def _is_theirs(text: str, span: Span | None, lead: str, others: frozenset[str]) -> bool:
    """Whether the article says behind the quotation whose it is, as the source does before it."""
    if span is None:
        return False
    behind = _SENTENCE_END.split(text[span.end : span.end + _REACH])[0]
    return not others.isdisjoint(set(_plain(behind)).intersection(_plain(lead)[-_WORDS_BEFORE:]))


def _plain(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))


RULE = Rule(
    id="quote-cut-short",
    summary="The words behind a quotation in its source begin with but, unless, if or except, or those before it turn it",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "The quotation is the source's, and it stops before the words that limit it, or begins"
        " behind words that turn it: “I never said”, “It is not true that”, “My critics say”, “If”; or it parts a figure"
        " from what it counts (“It grew by 5”, where “percent” follows), a sentence from its “not”. Read the whole sentence;"
        " quote on, or say the condition in your own words. Example: “We will rebuild the school”, where the"
        " source goes on “if the money lasts”."
    ),
    links=("https://www.spj.org/spj-code-of-ethics/",),
    find=_find,
)
