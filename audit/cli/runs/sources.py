"""``citeaudit sources``: a sources file to fill in, for what an article quotes without a link."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audit.cli.console.output import result, say
from audit.cli.console.streams import standard_input
from audit.cli.exits import Exit
from audit.cli.inputs.folders import STDIN
from audit.cli.options.reports import FolderOptions
from audit.cli.options.sources import ArchiveOptions
from audit.cli.options.web import WebOptions
from audit.cli.runs.plan import plan_run, settings_for, sources_beside, with_discovery
from audit.cli.runs.workers import workers_for
from audit.config import load_settings, load_sources
from audit.errors import UsageError
from audit.files import write_new
from audit.jobs.one_article import audit_apart
from audit.jobs.unlinked import names_a_source, unlinked_of
from audit.model import Article, Attribution, Discover, Facts, Source, Standing, Supplied, Verdict
from audit.read import MAX_BYTES
from audit.report.escape import no_commands, visible
from audit.report.outline import apart

_HEAD = """\
# Where the words of {name} are that it gives no link for: fill in url, or file (a saved page, your
# notes, a transcript), or both. What is left empty is passed over; take out what you do not need.
"""
_WORDS_SHOWN = 160  # characters
_HOW_SHOWN = 400


@dataclass(frozen=True, slots=True)
class Searching:
    """Where pages are that may have the words, and whether others are searched for."""

    archives: ArchiveOptions
    web: WebOptions
    discover: bool

    @property
    def has_pages(self) -> bool:
        """Whether there are pages in which the words may be found, as an audit finds them."""
        return self.discover or bool(self.archives.captures)


def write_sources(
    name: str, input_format: str | None, output: Path | None, searching: Searching
) -> Exit:
    """Prints a sources file for an article, or writes it where there is none.

    It has what a report would call unlinked. Where there are captures, what these have needs no
    source; the pages that a search finds are filled in.

    Raises:
        ReadError: The article cannot be read.
        UsageError: There is a file already, or none can be written.
    """
    beside = sources_beside(name)
    supplied = load_sources(beside) if beside is not None and beside != output else ()
    sources: Mapping[str, Source] = {}
    changed: Collection[str] = ()
    if searching.has_pages:
        facts = _audited(name, input_format, supplied, searching)
        article, sources, changed = facts.article, _discovered(facts), _changed(facts)
        found = tuple(
            check.attribution
            for check in facts.checks
            if (check.is_unlinked or check.attribution.id in sources)
            and names_a_source(check.attribution)
        )
    else:
        given = standard_input(MAX_BYTES) if name == STDIN else name
        with workers_for(load_settings(), tasks=0, beside=1) as workers:
            article, found = unlinked_of(given, input_format, supplied, workers)
    unlinked = apart(found)
    if not unlinked:
        say(f"{name}: every quotation has a link or a source: there is nothing to fill in")
        return Exit.OK
    shown = "standard input" if name == STDIN else name
    text = "\n".join(_stub(shown, article, unlinked, sources, changed))
    if output is None:
        result(no_commands(text))
        return Exit.OK
    try:
        write_new(output, text)
    except FileExistsError:
        raise UsageError(f"{output} exists already: it is left as it is") from None
    except OSError as error:
        raise UsageError(
            f"cannot write {output} ({error.strerror}): choose another file"
        ) from error
    say(f"wrote {output}")
    return Exit.OK


def _audited(
    name: str, input_format: str | None, supplied: Sequence[Supplied], searching: Searching
) -> Facts:
    """What an audit finds with the captures at hand, and by a search where one is asked for."""
    archives = searching.archives
    offline = archives.offline or not searching.discover
    settings = settings_for(searching.web, max_age=archives.max_age, offline=offline)
    discover = settings.discovery.discover
    if not searching.discover:
        discover = Discover.OFF
    elif discover in {None, Discover.OFF}:
        discover = Discover.NAMED
    settings = with_discovery(settings, discover, offline=offline)
    asked = replace(archives, offline=offline)
    plan = plan_run(settings, asked, FolderOptions(no_output_dir=True))
    job = replace(plan.job(name, input_format, None), supplied=tuple(supplied))
    with workers_for(settings, tasks=1, beside=1) as workers:
        return audit_apart(job, workers).facts


def _changed(facts: Facts) -> frozenset[str]:
    """The ids of the attributions whose sources have the passage in other words."""
    return frozenset(
        check.attribution.id for check in facts.checks if check.verdict is Verdict.ALTERED
    )


def _discovered(facts: Facts) -> Mapping[str, Source]:
    """The sources that a search has found, by the ids of the attributions whose words they have."""
    records = {record.source.id: record.source for record in facts.sources}
    return {
        check.attribution.id: records[check.source_id]
        for check in facts.checks
        if check.source_id in records
        and (
            check.standing is Standing.DISCOVERED
            or records[check.source_id].standing is Standing.DISCOVERED
        )
    }


def _stub(
    name: str,
    article: Article,
    unlinked: Sequence[Attribution],
    sources: Mapping[str, Source],
    changed: Collection[str],
) -> Iterator[str]:
    """The file, a table for each person or outlet: words of the same two have the same source.

    ``sources`` are those that were found, by the ids of attributions; ``changed`` the ids of those
    whose words stand there in other words.
    """
    tables: dict[tuple[tuple[tuple[str, str | int], ...], str], list[Attribution]] = {}
    for attribution in unlinked:
        selectors = _selectors(article, attribution)
        source = sources.get(attribution.id)
        if selectors:
            table = tuple(selectors.items()), source.url if source is not None else ""
            tables.setdefault(table, []).append(attribution)
    yield _HEAD.format(name=_one_line(name))
    for (selectors_of_table, url), said in tables.items():
        for attribution in said:
            line = article.line(attribution.contents[0].start)
            words = " … ".join(content.text for content in attribution.contents)
            yield f"# {f'line {line}: ' if line is not None else ''}{_one_line(words)}"
            if attribution.id in changed:
                yield "# (these stand in other words on the page that was found)"
        page = sources.get(said[0].id)
        if page is not None and page.discovery is not None:
            yield f"# found by a search, to be confirmed: {_one_line(str(page.discovery), _HOW_SHOWN)}"
        yield "[[source]]"
        for key, value in selectors_of_table:
            yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
        yield f'url = {json.dumps(visible(url), ensure_ascii=False)}\nfile = ""\n'


def _selectors(article: Article, attribution: Attribution) -> Mapping[str, str | int]:
    """What singles an attribution out: whom it names in full, else its line."""
    selectors: dict[str, str | int] = {}
    if attribution.speaker_name:
        selectors["speaker"] = _one_line(attribution.speaker_name)
    if attribution.outlet is not None:
        selectors["outlet"] = _one_line(attribution.outlet.name)
    line = article.line(attribution.contents[0].start)
    if not selectors and line is not None:
        selectors["line"] = line
    elif not selectors and attribution.speaker is not None:
        selectors["speaker"] = _one_line(attribution.speaker.text)
    return selectors


def _one_line(text: str, most: int = _WORDS_SHOWN) -> str:
    line = visible(" ".join(text.split()))
    return line if len(line) <= most else line[: most - 1] + "…"
