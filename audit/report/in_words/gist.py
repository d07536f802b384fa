"""What is wrong, in one short sentence: the words that differ, and where each of the two stands."""

import re
from collections.abc import Iterator, Mapping, Sequence

from audit.markup.addresses.url import hostname, is_own_file, shown_address
from audit.model import (
    Article,
    AttributionKind,
    Caution,
    DiffOp,
    DiffRun,
    Missing,
    NotCompared,
    PartCheck,
    QuoteCheck,
    Sentence,
    Severity,
    SourceRecord,
    Verdict,
    Weight,
)
from audit.model.counted import counted
from audit.report.counts import outcome_of
from audit.report.in_words.labels import why
from audit.report.outline import Entry, Outline, credited
from audit.report.passages import clip, source_passage
from audit.report.places import where_said
from audit.report.words import why_not_compared

_LONGEST_NAME = 60  # characters of a source's name
_LONGEST_WHO = 80
_LONGEST_SIDE = 70  # of the words on one side of a difference
_LONGEST = 1_000  # of a finding's message, whose parts are short
_MOST_DIFFERENCES = 2
_LEAD = re.compile(r"(?:[\w'’-]{1,30} ){1,2}\Z")
_TAIL = re.compile(r"(?: [\w'’-]{1,30}){1,3}")
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
_OWN = "to the article's own author or paper"  # in the message of that rule


def row(article: Article, entry: Entry, groups: Outline) -> str:
    """Where, who and what is wrong: the line that an editor reads first."""
    place = str(where_said(article, entry.check.attribution))
    who = clip(credited(entry.check.attribution), _LONGEST_WHO)
    beginning = ", ".join(filter(None, (place, who)))
    said = gist(entry, groups)
    return f"{beginning}: {said}" if beginning else said


def gist(entry: Entry, groups: Outline) -> str:
    """What is wrong with a row, or why it is to be checked; its words where nothing is.

    Where the facts give no sentence, it is that of the gravest finding.
    """
    if said := _from_facts(entry, groups):
        return said
    if entry.findings:
        return clip(entry.findings[0].message, _LONGEST)
    return said_words(entry, _LONGEST_SIDE)


def _from_facts(entry: Entry, groups: Outline) -> str:
    return "; ".join(filter(None, (_told(entry, groups), *_figures(entry, groups))))


def _told(entry: Entry, groups: Outline) -> str:
    """What comparing a row showed, or why there was none; empty for the rest."""
    check = entry.check
    words = said_words(entry, _LONGEST_SIDE)
    if entry.letter:
        is_unlinked = any(finding.rule == _UNLINKED for finding in entry.findings)
        return f"no source for what is reported: {words}" if is_unlinked else ""
    so_judged = (part for part in check.parts if part.check.verdict is check.verdict)
    part = min(so_judged, key=lambda part: _HEAVIEST_FIRST.index(part.check.weight), default=None)
    name = part.source_id if part is not None and part.source_id else check.source_id
    source = short_name(groups.records.get(name or ""))
    if check.verdict is Verdict.ABSENT:
        return f"{_so_judged(entry)} not found at {source}, which was read whole"
    if check.verdict is Verdict.NOT_COMPARED:
        return _not_compared(entry, groups, words, source)
    if part is None:
        return ""
    return _differs(part, groups.records.get(part.source_id or ""), _so_judged(entry), source)


def _differs(part: PartCheck, record: SourceRecord | None, words: str, source: str) -> str:
    """What differs between a quotation and its source: the words, or who says them."""
    check = part.check
    if check.verdict is Verdict.ALTERED:
        return _altered(check, source, _beside(part, record))
    if check.verdict is Verdict.MISATTRIBUTED and check.said_by:
        return f"at {source}, {clip(check.said_by, _LONGEST_WHO)} says {words}"
    return ""


def _beside(part: PartCheck, record: SourceRecord | None) -> tuple[str, str]:
    """The words of the source's sentence before a passage, and those behind it."""
    exact = part.check.selector.exact if part.check.selector is not None else ""
    passage = source_passage(record.page, part) if record is not None else None
    if not exact or passage is None or exact not in passage:
        return "", ""
    before, _, after = passage.partition(exact)
    lead, tail = _LEAD.search(before), _TAIL.match(after)
    return lead[0].strip() if lead else "", f"{tail[0].strip()} …" if tail else ""


def advice(entry: Entry, groups: Outline) -> str:
    """What an editor can do about words that were not compared; empty for all others."""
    reason = entry.check.reason
    if entry.letter and any(finding.rule == _UNLINKED for finding in entry.findings):
        return why_not_compared(NotCompared.NO_SOURCE, None)
    if reason is None or entry.letter or _noted(entry) is not None:
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


def _is_told(entry: Entry, rule: str) -> bool:
    """Whether the sentence of a row says all that the findings of a rule on it do."""
    found = [finding.words for finding in entry.findings if finding.rule == rule]
    if rule == _FIGURE:  # those of the statement around a quotation are not the quotation's
        return set(found) <= {missing.fact.span.text for missing in entry.check.missing}
    return len(found) == 1 and rule in _TOLD.get(entry.check.verdict, ())


def told_rules(entry: Entry, groups: Outline) -> tuple[str, ...]:
    """The rules of whose findings the sentence of a row says all."""
    told = [finding.rule for finding in entry.findings if _is_told(entry, finding.rule)]
    if entry.findings and not _from_facts(entry, groups):
        gravest = entry.findings[0].rule
        if sum(finding.rule == gravest for finding in entry.findings) == 1:
            told.append(gravest)
    return tuple(dict.fromkeys(told))


def short_name(record: SourceRecord | None) -> str:
    """What one line calls a source: its outlet, else the host of the page, else the file."""
    if record is None:
        return "the source"
    if record.source.outlet is not None:
        return clip(record.source.outlet.name, _LONGEST_NAME)
    url = record.source.url
    if is_own_file(url):
        return clip(shown_address(url), _LONGEST_NAME)
    host = hostname(record.read_at) or hostname(url)
    return clip(host or shown_address(url), _LONGEST_NAME)


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
    other = _quoted(missing.nearest)
    if missing.has_figure_in_nearest:  # 'rose by 312' of 'lost 312'
        return f"{figure} stands as {other} at {source}, not as in the article"
    if missing.nearest and closest and missing.nearest in closest[0].text:
        return f"{figure} in the article, {other} at {source}"
    return f"{figure} in the article, not found at {source}, which was read whole"


def _not_compared(entry: Entry, groups: Outline, words: str, source: str) -> str:
    reason = entry.check.reason
    noted = _noted(entry)
    if noted is not None and _OWN in noted:
        return f"{words} was said to the author or the paper: compare it with the notes"
    if noted is not None:
        return f"{words} has no page to compare it with, as the article says: check it by hand"
    near = _nearly(entry, source)
    if reason is NotCompared.NO_SOURCE:
        return f"no source for {words}{near}"
    if reason is NotCompared.NOT_IN_CITED:
        return f"{words} in none of the cited pages{near}"
    label = why(reason, outcome_of(entry, groups)) if reason else ""
    return f"{words} could not be compared with {source} ({label})"


def _nearly(entry: Entry, source: str) -> str:
    """That a source has words which may be meant, the same or nearly so."""
    if not entry.check.closest:
        return ""
    return f"; {'' if entry.check.is_closest_the_same else 'nearly '}the same at {source}"


def _noted(entry: Entry) -> str | None:
    """What the finding says that no page is to be expected for the words, as the article tells."""
    return next(
        (
            finding.message
            for finding in entry.findings
            if finding.rule == _UNLINKED and (finding.before or finding.severity) is Severity.NOTE
        ),
        None,
    )


def _altered(check: QuoteCheck, source: str, beside: tuple[str, str]) -> str:
    if Caution.SPLICED in check.cautions:
        return f"{_quoted(check.quote)} joins passages that stand apart at {source}"
    runs = _heaviest(check.diff)
    if not runs:
        return f"{_quoted(check.quote)} in another order at {source}"
    each = [*dict.fromkeys(_sides(check.diff, at, beside) for at in runs)]
    told = [
        f"{article} in the article, {there} {'there' if number else f'at {source}'}"
        for number, (article, there) in enumerate(each[:_MOST_DIFFERENCES])
    ]
    left = len(each) - len(told)
    if left:
        told.append(counted(left, "more difference"))
    return "; ".join(told)


def _heaviest(diff: Sequence[DiffRun]) -> list[int]:
    """The unmarked differences of the greatest weight, as indices of their runs."""
    unmarked = [at for at, run in enumerate(diff) if run.op is not DiffOp.EQUAL and not run.marked]
    weight = min(
        (_HEAVIEST_FIRST.index(diff[at].weight) for at in unmarked),
        default=len(_HEAVIEST_FIRST),
    )
    return [at for at in unmarked if _HEAVIEST_FIRST.index(diff[at].weight) == weight]


def _sides(diff: Sequence[DiffRun], at: int, beside: tuple[str, str]) -> tuple[str, str]:
    """One difference, as the article has it and as the source.

    Beside words that one side lacks, those around them say where. At an edge of the
    quotation, the source's own words ``beside`` the passage do.
    """
    run = diff[at]
    if run.quote and run.source:
        return _quoted(run.quote), _quoted(run.source)
    before = diff[at - 1] if at else None
    after = diff[at + 1] if at + 1 < len(diff) else None
    lead, tail = beside if run.quote else ("", "")
    article = (
        _end(before.quote) if before else "",
        run.quote,
        _start(after.quote) if after else "",
    )
    there = (
        _end(before.source or before.quote) if before else lead,
        run.source,
        (_start(after.source or after.quote) if after else "") or tail,
    )
    return _quoted(" ".join(filter(None, article))), _quoted(" ".join(filter(None, there)))


def _end(words: str) -> str:
    return " ".join(words.split()[-_AROUND:])


def _start(words: str) -> str:
    return " ".join(words.split()[:_AROUND])


def _quoted(words: str) -> str:
    return f"“{clip(words, _LONGEST_SIDE)}”"
