"""What the page shows of one row: its words, the source's, what differs, what was kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit.model import Article, DiffRun, NotCompared, PartCheck, Robots, SourceRecord, Verdict
from audit.report.diff import shown_diff
from audit.report.html.languages import language_of
from audit.report.html.marks import Mark
from audit.report.html.sources import Link, ending, facts_kept, link
from audit.report.in_words.answering import waive_comments, waive_tables
from audit.report.in_words.gist import advice, gist, said_words, told_rules
from audit.report.in_words.scale import OF_SEVERITY
from audit.report.in_words.terms import WEIGHTS
from audit.report.outline import NOBODY_NAMED, Entry, Outline, credited
from audit.report.passages import clip, source_passage
from audit.report.places import spans, where_said
from audit.report.source_names import passage_address, searched, sought, source_title
from audit.report.words import CAUTIONS, VERDICTS

LONGEST_WORDS = 700  # characters of a quotation on its card
IN_LIST = 90
_FAIR = frozenset({Verdict.VERBATIM, Verdict.EDITED})
_LONGEST_SENTENCE = 300  # of a source's, beside a statement


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the source: what stands before the words, the words, what stands behind."""

    before: str
    words: str
    after: str
    language: str | None


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of a row at its source. ``diff`` is empty where no word differs.

    ``is_fair`` says that it is one of several, and what is wrong is in another. ``remarks`` are
    what an editor should know; ``kept`` is the evidence, label by label.
    """

    title: str | None
    source: Link | None
    ending: str | None
    passage: Passage | None
    diff: tuple[DiffRun, ...]
    remarks: tuple[str, ...]
    kept: tuple[tuple[str, str], ...]
    is_fair: bool = False


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding: its word on the scale, its rule, its message, why it is let stand."""

    word: str
    rule: str
    message: str
    answered: str


@dataclass(frozen=True, slots=True)
class Card:
    """The evidence of one row.

    ``gist`` says what is wrong, and ``rules`` are those that it speaks for; ``short`` are the words
    in a list. ``findings`` say more than that. ``verdict`` is None where nothing was compared;
    ``meaning`` says what it means. ``answers`` are the lines to paste: for the settings, for the
    article.
    """

    mark: Mark
    result: str
    who: str
    place: str
    near: str
    words: tuple[str, ...]
    is_quoted: bool
    short: str
    gist: str
    rules: str
    findings: tuple[FindingView, ...]
    verdict: str | None
    meaning: str
    notes: tuple[str, ...]
    looked: str | None
    parts: tuple[PartView, ...]
    answers: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Line:
    """A statement or words of nobody named, in a list."""

    mark: Mark
    who: str
    place: str
    words: str
    link: Link | None
    findings: tuple[FindingView, ...]
    told: str = ""


def card(article: Article, groups: Outline, marked: Mapping[str, Mark], entry: Entry) -> Card:
    """The card of one row."""
    check, attribution = entry.check, entry.check.attribution
    words = tuple(clip(span.text, LONGEST_WORDS) for span in attribution.contents)
    told = told_rules(entry, groups)
    where = where_said(article, attribution)
    compared = not entry.letter and check.verdict is not Verdict.NOT_COMPARED
    said = gist(entry, groups)
    repeats = entry.letter != "S" and all(f"“{part}”" in said for part in words)
    parts = tuple(_parts(entry, groups))
    repeats = repeats or any(part.title for part in parts)
    return Card(
        mark=marked[attribution.id],
        result=entry.result.value,
        who=credited(attribution) or "nobody named",
        place=str(where),
        near=where.near,
        words=() if repeats else words,
        is_quoted=entry.letter != "S",
        short=clip(said_words(entry, IN_LIST), 2 * IN_LIST),
        gist=said,
        rules=", ".join(told),
        findings=tuple(_findings(entry, told)),
        verdict=check.verdict.value if compared else None,
        meaning=VERDICTS[check.verdict] if compared else "",
        notes=(*_notes(entry, groups), *_sought(entry, told)),
        looked=searched(groups.records, check),
        parts=(*parts, *_nearest(entry, groups)),
        answers=_answers(entry),
    )


def line(article: Article, marked: Mapping[str, Mark], entry: Entry, told: str = "") -> Line:
    """The line of a statement, of whose figures something is ``told``, or of nobody's words."""
    attribution = entry.check.attribution
    return Line(
        mark=marked[attribution.id],
        who=credited(attribution),
        place=str(where_said(article, attribution)),
        words=clip(" … ".join(span.text for span in spans(attribution)), 2 * IN_LIST),
        link=link(attribution.url, attribution.url) if attribution.url else None,
        # The heading of their list says already that nobody is named.
        findings=tuple(found for found in _findings(entry) if found.rule != NOBODY_NAMED),
        told=told,
    )


def _findings(entry: Entry, already: Sequence[str] = ()) -> Iterator[FindingView]:
    """The findings that the sentence of the row does not tell, and those that are answered."""
    for finding in entry.findings:
        told = finding.rule in already
        why = finding.waiver.reason if finding.waiver else ""
        if not told or finding.before is not None:
            yield FindingView(
                OF_SEVERITY[finding.severity], finding.rule, "" if told else finding.message, why
            )


def _notes(entry: Entry, groups: Outline) -> Iterator[str]:
    """Why nothing was compared, unless a part says it, and the notes of matching."""
    check = entry.check
    is_in_part = check.reason is NotCompared.SOURCE_NOT_CAPTURED and any(
        part.source_id in groups.records for part in check.parts
    )
    if not is_in_part and (told := advice(entry, groups)):
        yield told
    yield from check.notes


def _sought(entry: Entry, already: Sequence[str]) -> Iterator[str]:
    return sought(entry.check, [each for each in entry.findings if each.rule not in already])


def _answers(entry: Entry) -> tuple[str, str] | None:
    tables = waive_tables(entry.findings)
    return (tables, "\n".join(waive_comments(entry.findings))) if tables else None


def _parts(entry: Entry, groups: Outline) -> Iterator[PartView]:
    """The parts of a row at their sources; of parts that were not compared, each source once."""
    parts = entry.check.parts
    if all(part.check.verdict is Verdict.NOT_COMPARED for part in parts):
        for part in {part.source_id: part for part in reversed(parts)}.values():
            yield _part(part, groups.records.get(part.source_id or ""), None)
        return
    for number, part in enumerate(parts, start=1):
        title = f"Part {number}" if len(parts) > 1 else None
        yield _part(part, groups.records.get(part.source_id or ""), title)


def _part(part: PartCheck, record: SourceRecord | None, title: str | None) -> PartView:
    check = part.check
    if title:
        title = f"{title}, {check.verdict}: “{clip(check.quote, IN_LIST)}”"
    if record is None:
        return PartView(title, None, None, None, (), (), ())
    passage = _passage(record, part)
    return PartView(
        title=title,
        source=link(source_title(record), passage_address(record, check)),
        ending=None if passage else ending(record.capture),
        passage=passage,
        diff=shown_diff(check),
        remarks=tuple(_remarks(record, part)),
        kept=(*_measured(part), *facts_kept(record.capture)),
        is_fair=title is not None and check.verdict in _FAIR and not check.cautions,
    )


def _nearest(entry: Entry, groups: Outline) -> Iterator[PartView]:
    """The sentence of the source that is nearest to a statement."""
    record = groups.records.get(entry.check.source_id or "")
    if record is None or not entry.check.closest:
        return
    sentence = clip(entry.check.closest[0].text, _LONGEST_SENTENCE)
    language = language_of(record.page.language if record.page else None)
    yield PartView(
        title="The sentence nearest to it",
        source=link(source_title(record), passage_address(record, None)),
        ending=None,
        passage=Passage(sentence, "", "", language),
        diff=(),
        remarks=(),
        kept=tuple(facts_kept(record.capture)),
    )


def _passage(record: SourceRecord, part: PartCheck) -> Passage | None:
    text = source_passage(record.page, part)
    if text is None:
        return None
    words = part.check.selector.exact if part.check.selector else ""
    before, words, after = text.partition(words) if words and words in text else (text, "", "")
    return Passage(before, words, after, language_of(record.page.language if record.page else None))


def _remarks(record: SourceRecord, part: PartCheck) -> Iterator[str]:
    """What an editor should know of a comparison."""
    check = part.check
    if record.page is not None and not record.page.whole:
        why = clip(record.page.why_not_whole, 200)
        yield f"Read only in part: {why}" if why else "Read only in part."
    if record.capture.robots is Robots.DISALLOWED:
        yield "The site’s robots.txt asks programs not to read the page."
    if check.said_by:
        yield f"Said there by {clip(check.said_by, IN_LIST)}"
    yield from (CAUTIONS[caution] for caution in check.cautions)
    if check.edits:
        yield f"Marked changes: {', '.join(check.edits)}"
    if len(check.places) > 1:
        yield f"The words stand at {len(check.places)} places of the page; the first is shown."


def _measured(part: PartCheck) -> Iterator[tuple[str, str]]:
    """What comparing measured."""
    check = part.check
    if check.verdict is Verdict.ALTERED and check.score < 1:
        yield "Agree", f"{check.score:.0%} of the words"
    if check.weight is not None:
        yield "Weight", f"{check.weight}: {WEIGHTS[check.weight]}"
    if check.folds:
        yield "Not counted", ", ".join(check.folds)
