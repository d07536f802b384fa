"""What is wrong, in one short sentence: the words that differ, and where each of the two stands."""

from collections.abc import Iterator, Mapping, Sequence

from audit.markup.url import hostname, is_own_file, shown_address
from audit.model import (
    Article,
    AttributionKind,
    Caution,
    DiffOp,
    DiffRun,
    Missing,
    NotCompared,
    PartCheck,
    Sentence,
    Severity,
    SourceRecord,
    Verdict,
    Weight,
)
from audit.report.counts import outcome_of
from audit.report.in_words.labels import why
from audit.report.outline import Entry, Outline, credited
from audit.report.passages import clip
from audit.report.places import where_said
from audit.report.words import why_not_compared

_LONGEST_NAME = 60  # characters of a source's name
_LONGEST_WHO = 80
_LONGEST_SIDE = 70  # of the words on one side of a difference
_LONGEST = 220  # of the words of a rule that speak for themselves
_MOST_DIFFERENCES = 2
_AROUND = 2  # words shown on either side of one that was put in or left out
_HEAVIEST_FIRST: tuple[Weight | None, ...] = (*Weight, None)
_TOLD: Mapping[Verdict, frozenset[str]] = {
    Verdict.ALTERED: frozenset(
        {
            "quote-altered",
            "quote-number-changed",
            "quote-negation-changed",
            "quote-spliced",
            "fragments-out-of-order",
            "post-differs",
        }
    ),
    Verdict.MISATTRIBUTED: frozenset({"quote-misattributed"}),
    Verdict.ABSENT: frozenset({"quote-absent"}),
    Verdict.NOT_COMPARED: frozenset({"source-unlinked", "quote-not-in-cited"}),
}
_FIGURE = "statement-figure-missing"
_UNLINKED = "source-unlinked"


def row(article: Article, entry: Entry, groups: Outline) -> str:
    """Where, who and what is wrong: the line that an editor reads first."""
    place = str(where_said(article, entry.check.attribution))
    who = clip(credited(entry.check.attribution), _LONGEST_WHO)
    beginning = ", ".join(filter(None, (place, who)))
    said = gist(entry, groups)
    return f"{beginning}: {said}" if beginning else said


def gist(entry: Entry, groups: Outline) -> str:
    """What is wrong with a row, or why it is to be checked; empty where nothing is."""
    figures = "; ".join(_figures(entry, groups))
    check = entry.check
    part = next((part for part in check.parts if part.check.verdict is check.verdict), None)
    source = short_name(groups.records.get((part and part.source_id) or check.source_id or ""))
    words = said_words(entry, _LONGEST_SIDE)
    told = ""
    if part is not None and check.verdict is Verdict.ALTERED:
        told = _altered(part, source)
    elif part is not None and check.verdict is Verdict.MISATTRIBUTED and part.check.said_by:
        told = f"at {source}, {clip(part.check.said_by, _LONGEST_WHO)} says {_so_judged(entry)}"
    elif check.verdict is Verdict.ABSENT:
        told = f"{_so_judged(entry)} not found at {source}, which was read whole"
    elif not entry.letter and check.verdict is Verdict.NOT_COMPARED and check.reason:
        told = _not_compared(entry, groups, words, source)
    said = "; ".join(filter(None, (told, figures)))
    if not said and entry.findings:
        said = clip(entry.findings[0].message, _LONGEST)
    return said or words


def advice(entry: Entry, groups: Outline) -> str:
    """What an editor can do about words that were not compared; empty for all others."""
    reason = entry.check.reason
    if reason is None or entry.letter or _is_own_reporting(entry):
        return ""
    return why_not_compared(reason, outcome_of(entry, groups))


def said_words(entry: Entry, limit: int) -> str:
    """The words of a row: in quotation marks where the article has them in some."""
    parts = [clip(span.text, limit) for span in entry.check.attribution.contents]
    is_stated = entry.check.attribution.kind is AttributionKind.INDIRECT
    return " … ".join(parts) if is_stated else " + ".join(f"“{part}”" for part in parts)


def _so_judged(entry: Entry) -> str:
    """The words of a row that its verdict is about: not those parts that fare better."""
    check = entry.check
    parts = [part.check.quote for part in check.parts if part.check.verdict is check.verdict]
    if not parts or len(parts) == len(check.parts):
        return said_words(entry, _LONGEST_SIDE)
    return " + ".join(f"“{clip(part, _LONGEST_SIDE)}”" for part in parts)


def is_told(entry: Entry, rule: str) -> bool:
    """Whether the sentence of a row says all that the one finding of a rule on it does."""
    if sum(finding.rule == rule for finding in entry.findings) != 1:
        return False
    return rule == _FIGURE or rule in _TOLD.get(entry.check.verdict, ())


def short_name(record: SourceRecord | None) -> str:
    """What one line calls a source: its outlet, else its host, else the file's name."""
    if record is None:
        return "the source"
    if record.source.outlet is not None:
        return clip(record.source.outlet.name, _LONGEST_NAME)
    url = record.source.url
    name = shown_address(url) if is_own_file(url) else hostname(url) or shown_address(url)
    return clip(name, _LONGEST_NAME)


def _figures(entry: Entry, groups: Outline) -> Iterator[str]:
    """What the source has in the place of each figure that is found missing there."""
    source = short_name(groups.records.get(entry.check.source_id or ""))
    named = [finding.words for finding in entry.findings if finding.rule == _FIGURE]
    seen: set[str] = set()
    for missing in entry.check.missing:
        words = missing.fact.span.text
        if words in named and words not in seen:
            seen.add(words)
            yield _figure(missing, source, entry.check.closest)


def _figure(missing: Missing, source: str, closest: Sequence[Sentence]) -> str:
    """What the source has instead, where that stands in its sentence nearest to the statement."""
    figure = _quoted(missing.fact.span.text)
    if missing.nearest and closest and missing.nearest in closest[0].text:
        return f"{figure} in the article, {_quoted(missing.nearest)} at {source}"
    return f"{figure} in the article, not found at {source}, which was read whole"


def _not_compared(entry: Entry, groups: Outline, words: str, source: str) -> str:
    reason = entry.check.reason
    if _is_own_reporting(entry):
        return f"{words} was said to the author or the paper: compare it with the notes"
    if reason is NotCompared.NO_SOURCE:
        return f"no source for {words}"
    if reason is NotCompared.NOT_IN_CITED:
        return f"{words} in none of the cited pages"
    label = why(reason, outcome_of(entry, groups)) if reason else ""
    return f"{words} could not be compared with {source}: {label}"


def _is_own_reporting(entry: Entry) -> bool:
    """Whether the words were said to the article's own author or paper, as their finding says."""
    return any(
        finding.rule == _UNLINKED and (finding.before or finding.severity) is Severity.NOTE
        for finding in entry.findings
    )


def _altered(part: PartCheck, source: str) -> str:
    check = part.check
    if Caution.SPLICED in check.cautions:
        return f"{_quoted(check.quote)} joins passages that stand apart at {source}"
    runs = _heaviest(check.diff)
    if not runs:
        return f"{_quoted(check.quote)} in another order at {source}"
    each = [*dict.fromkeys(_difference(check.diff, at, source) for at in runs)]
    told = each[:_MOST_DIFFERENCES]
    left = len(each) - len(told)
    if left:
        told.append(f"{left} more {'difference' if left == 1 else 'differences'}")
    return "; ".join(told)


def _heaviest(diff: Sequence[DiffRun]) -> list[int]:
    """The unmarked differences of the greatest weight, as indices of their runs."""
    unmarked = [at for at, run in enumerate(diff) if run.op is not DiffOp.EQUAL and not run.marked]
    weight = min(
        (_HEAVIEST_FIRST.index(diff[at].weight) for at in unmarked),
        default=len(_HEAVIEST_FIRST),
    )
    return [at for at in unmarked if _HEAVIEST_FIRST.index(diff[at].weight) == weight]


def _difference(diff: Sequence[DiffRun], at: int, source: str) -> str:
    """One difference; beside words that one side lacks, those around them say where."""
    run = diff[at]
    if run.quote and run.source:
        return f"{_quoted(run.quote)} in the article, {_quoted(run.source)} at {source}"
    before = " ".join(diff[at - 1].quote.split()[-_AROUND:]) if at else ""
    after = " ".join(diff[at + 1].quote.split()[:_AROUND]) if at + 1 < len(diff) else ""
    article, there = (
        _quoted(" ".join(filter(None, (before, words, after)))) for words in (run.quote, run.source)
    )
    return f"{article} in the article, {there} at {source}"


def _quoted(words: str) -> str:
    return f"“{clip(words, _LONGEST_SIDE)}”"
