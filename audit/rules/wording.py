"""How findings name words, people and pages: short, on one line, and in the same way everywhere."""

import re
from collections.abc import Mapping, Sequence

from audit.markup.addresses.url import hostname, shown_address
from audit.model import (
    Attribution,
    AttributionCheck,
    DiffKind,
    DiffOp,
    DiffRun,
    QuoteCheck,
    SourceRecord,
    Weight,
)
from audit.model.counted import counted

LONGEST_QUOTED = 90  # characters: two quotations and a page's name fit three terminal lines
LONGEST_ADDRESS = 200
LONGEST_SEARCH = 800
_FEWEST_OF_CLAUSE = 4  # words: 'not at all' is a negation, and no clause with one
MOST_DIFFERENCES = 3  # the diff in the report shows all of them


def clip(text: str, limit: int) -> str:
    """The text on one line, cut between words where it is longer than ``limit`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + " …"


def quoted(words: str) -> str:
    """The words in quotation marks, clipped."""
    return f"“{clip(words, LONGEST_QUOTED)}”"


def page_name(record: SourceRecord | None) -> str:
    """What a message calls a source: its outlet and host, or its host alone."""
    if record is None:
        return "the source"
    url = record.read_at
    outlet = record.source.outlet
    name = clip(hostname(url) or shown_address(url), LONGEST_ADDRESS)
    return f"{outlet.name} ({name})" if outlet else name


def told_apart(one: SourceRecord, other: SourceRecord) -> tuple[str, str]:
    """What a message calls two sources: by their titles or addresses where they share a name."""
    names = page_name(one), page_name(other)
    if names[0] != names[1]:
        return names
    titles = [record.page.title if record.page is not None else None for record in (one, other)]
    if all(titles) and titles[0] != titles[1]:
        return quoted(titles[0] or ""), quoted(titles[1] or "")
    first, second = (clip(shown_address(each.source.url), LONGEST_ADDRESS) for each in (one, other))
    return first, second


def speaker_of(attribution: Attribution) -> str | None:
    """The fullest name the article gives the speaker; None where nobody is named."""
    if attribution.speaker_name:
        return attribution.speaker_name
    if attribution.speaker:
        return attribution.speaker.text
    return attribution.post.author if attribution.post else None


def what_was_searched(check: AttributionCheck) -> str:
    """What was searched for words beyond the pages that the article cites, in sentences.

    Empty for nothing.
    """
    if check.search is None or check.search.found is not None:
        return ""
    return "".join(f" {clip(sentence, LONGEST_SEARCH)}" for sentence in check.search.sentences())


def nearly_there(check: AttributionCheck, records: Mapping[str, SourceRecord]) -> str:
    """Where the passage stands that is nearly the same as words without a source, in a sentence.

    Empty where there is none.
    """
    if not check.closest:
        return ""
    where = page_name(records.get(check.source_id or ""))
    if check.is_closest_the_same:
        outlet = check.attribution.outlet
        if outlet is not None and check.notes:
            return (
                f" {where} has these words, and the article names {quoted(outlet.name)} for them."
            )
        return f" {where} has these words, and not plainly in the same mouth."
    return f" {where} has nearly the same words: {quoted(check.closest[0].text)}."


def following(record: SourceRecord | None, check: QuoteCheck) -> str:
    """The words that a source goes on with behind a quotation."""
    if record is None or record.page is None or check.end is None:
        return ""
    return record.page.text[check.end : check.end + 2 * LONGEST_QUOTED].lstrip(" ,;:.”\"'’")


def preceding(record: SourceRecord | None, check: QuoteCheck) -> str:
    """The words of a source before a quotation in its sentence."""
    if record is None or record.page is None or check.start is None:
        return ""
    before = record.page.text[max(check.start - LONGEST_QUOTED, 0) : check.start]
    lead = re.split(r"[.!?…]\s|\n", before)[-1]
    return lead.strip(" \t,;:“”\"'‘’«»„")


def stood_for(diff: Sequence[DiffRun]) -> str:
    """The words of a source that the marks of a quotation stand for."""
    return " ".join(run.source for run in diff if run.marked and run.source)


def differences(diff: Sequence[DiffRun], kind: DiffKind | None = None) -> str:
    """The first unmarked differences of a diff, of one kind or of all, as half-sentences.

    Those of style are told where there are no others. Empty when the diff has none, which is so
    where only the order or the place of words differs.
    """
    unmarked = [
        run
        for run in diff
        if run.op is not DiffOp.EQUAL and not run.marked and kind in (None, run.kind)
    ]
    heavy = [run for run in unmarked if run.weight is not Weight.STYLE]
    each = [
        *dict.fromkeys(map(_difference, heavy or unmarked))
    ]  # once, however often a word was changed
    told = each[:MOST_DIFFERENCES]
    left = len(each) - len(told)
    if left:
        told.append(counted(left, "more difference"))
    return "; ".join(told)


def differing(words: str, page: str, diff: Sequence[DiffRun], kind: DiffKind, named: str) -> str:
    """That words differ from a page in what a kind of difference changes: in “a figure”.

    A clause that was left out with a figure in it is no figure that was changed.
    """
    what = differences(diff, kind)
    runs = [run for run in diff if run.kind is kind and not run.marked]
    if runs and all(run.op is DiffOp.DELETE and _is_clause(run.source) for run in runs):
        return f"{words} leaves out words of {page}, with {named} among them, unmarked: {what}."
    return f"{words} differs from {page} in {named}: {what}."


def _is_clause(words: str) -> bool:
    return len(words.split()) >= _FEWEST_OF_CLAUSE


def _difference(run: DiffRun) -> str:
    if run.op is DiffOp.INSERT:
        return f"the article adds {quoted(run.quote)}"
    if run.op is DiffOp.DELETE:
        return f"the source also has {quoted(run.source)}"
    return f"the article has {quoted(run.quote)}, the source {quoted(run.source)}"
