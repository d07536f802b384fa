"""The compact lists: what is fine, what can only be read, and words of nobody named."""

from collections.abc import Iterator, Mapping

from audit.model import Article, Attribution, PartCheck, Verdict
from audit.model.counted import counted
from audit.report.counts import figures_told
from audit.report.escape import address, inline
from audit.report.in_words.gist import said_words
from audit.report.in_words.scale import OF_SEVERITY
from audit.report.markdown.quotation import LONGEST_WORDS
from audit.report.markdown.record import ending
from audit.report.outline import (
    NOBODY_NAMED,
    Entry,
    Outline,
    beside_address,
    credited,
    says_more,
)
from audit.report.passages import clip
from audit.report.places import placed_words, where_said
from audit.report.words import CAUTIONS, UNTOLD

_LONGEST_SENTENCE = 200  # characters of a source's sentence that is shown beside a statement


def fine(article: Article, groups: Outline, entries: tuple[Entry, ...]) -> Iterator[str]:
    """The quotations that are fine, each with the number of its source below."""
    numbers = {name: number for number, name in enumerate(groups.records, start=1)}
    yield "\n".join(line for entry in entries for line in _fine_lines(article, numbers, entry))


def unread_sources(groups: Outline) -> Iterator[str]:
    """The sources that a finding names alone, and what is found on the article as a whole."""
    if groups.sources:
        yield "### Sources to look at"
        yield "\n".join(
            f"- {OF_SEVERITY[finding.severity]}: {address(record.source.url)},"
            f" {inline(beside_address(record, finding)) if says_more(record, finding) else ending(record.capture)}"
            f" ({finding.rule})"
            for record, finding in groups.sources
        )
    if groups.article:
        yield "### About the article"
        yield "\n".join(
            f"- {OF_SEVERITY[finding.severity]}: {inline(finding.message)} ({finding.rule})"
            for finding in groups.article
        )


def statements(article: Article, groups: Outline, entries: tuple[Entry, ...]) -> Iterator[str]:
    """What is reported without quotation marks, with the nearest sentence; nothing for none."""
    if entries:
        yield "### Statements without quotation marks"
        yield "There are no quoted words to compare. Read each beside its source."
        yield "\n".join(
            line
            for entry in entries
            for line in (
                *_listed(article, entry, figures_told(entry, groups)),
                *_nearest(entry),
            )
        )


def untold(article: Article, sentences: tuple[Attribution, ...]) -> Iterator[str]:
    """The sentences with figures that were compared with nothing, folded; nothing for none."""
    if sentences:
        number = counted(len(sentences), "sentence")
        yield f"<details>\n<summary>{number} with figures compared with nothing</summary>"
        yield UNTOLD
        placed = (placed_words(article, said) for said in sentences)
        yield "\n".join(f"- {inline(': '.join(filter(None, each)))}" for each in placed)
        yield "</details>"


def unnamed(article: Article, entries: tuple[Entry, ...]) -> Iterator[str]:
    """Quoted words with nobody named; nothing when there are none."""
    if entries:
        yield "### Quoted words with nobody named"
        yield "Titles and words used with distance need no source. Where they are somebody's, say whose."
        yield "\n".join(line for entry in entries for line in _listed(article, entry))


def _fine_lines(article: Article, numbers: Mapping[str, int], entry: Entry) -> Iterator[str]:
    check = entry.check
    ids = dict.fromkeys(part.source_id for part in check.parts if part.source_id in numbers)
    told = ", ".join(f"source {numbers[name]}" for name in ids if name is not None)
    edited = f"{check.verdict}, " if check.verdict is not Verdict.VERBATIM else ""
    yield (f"- {_described(article, entry)}" + (f" ({edited}{told})" if told else ""))
    remarks = (line for part in check.parts for line in _remarks(part))
    yield from dict.fromkeys(remarks)  # two parts may have one caution
    for note in check.notes:
        yield f"  - {inline(note)}"
    for finding in entry.findings:
        yield f"  - {OF_SEVERITY[finding.severity]}: {inline(finding.message)} ({finding.rule})"


def _remarks(part: PartCheck) -> Iterator[str]:
    if part.check.edits:
        yield f"  - Marked in the article: {inline(', '.join(part.check.edits))}"
    for caution in part.check.cautions:
        yield f"  - {inline(CAUTIONS[caution])}"


def _nearest(entry: Entry) -> Iterator[str]:
    """The sentence of the source that is nearest to a statement."""
    if entry.check.closest:
        words = clip(entry.check.closest[0].text, _LONGEST_SENTENCE)
        yield f"  - Nearest at the source: {inline(words)}"


def _listed(article: Article, entry: Entry, told: str = "") -> Iterator[str]:
    attribution = entry.check.attribution
    url = f", linked to {address(attribution.url)}" if attribution.url else ""
    yield f"- {_described(article, entry)}{url}" + (f" ({told})" if told else "")
    for finding in entry.findings:
        if finding.rule != NOBODY_NAMED:  # the list's own heading says so
            yield f"  - {OF_SEVERITY[finding.severity]}: {inline(finding.message)} ({finding.rule})"


def _described(article: Article, entry: Entry) -> str:
    """Where, who and which words, on one line."""
    attribution = entry.check.attribution
    place = str(where_said(article, attribution))
    within = "inside a post" if attribution.within else ""
    facts = ", ".join(fact for fact in (place, within, credited(attribution)) if fact)
    words = said_words(entry, LONGEST_WORDS)
    return inline(f"{facts}: {words}" if facts else words)
