"""``citeaudit quote``: a plan from the options, the comparisons, and what is printed of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from audit.cli.console.output import result, say
from audit.cli.console.streams import standard_input
from audit.cli.exits import Exit
from audit.cli.inputs.folders import STDIN, report_folders, without_password
from audit.cli.options.reports import FolderOptions, Shape
from audit.cli.options.sources import ArchiveOptions
from audit.cli.options.web import WebOptions
from audit.cli.runs.plan import plan_run, settings_for, tell_project_settings
from audit.cli.runs.workers import complain_of_failed, workers_for
from audit.errors import UsageError
from audit.jobs.one_quote import LARGEST, Question, ask, best
from audit.model import ArchiveUse, Outcome, Style, Verdict
from audit.read import is_url
from audit.report.screen.quote import quote_json, quote_text

_EXITS = {
    Verdict.VERBATIM: Exit.OK,
    Verdict.EDITED: Exit.OK,
    Verdict.NOT_COMPARED: Exit.INCOMPLETE,
}
_OPENING = frozenset("“„‟«‘‚”’»")
_CLOSING = frozenset("”“»«’‘")


@dataclass(frozen=True, slots=True)
class QuoteOptions:
    """The options of the command."""

    speaker: str | None
    heard: bool
    style: Style | None
    output_format: Shape
    archives: ArchiveOptions
    folder: FolderOptions
    web: WebOptions


def compare_quotation(words: str, sources: Sequence[str], options: QuoteOptions) -> Exit:
    """Compares one quotation with sources, and prints the answer that counts."""
    if words[:1] in _OPENING and not any(sign in words[1:] for sign in _CLOSING):
        closed = [at for at, source in enumerate(sources) if source[-1:] in _CLOSING]
        if closed:  # 'quote “That is not so” page.html' came as four words
            raise UsageError(
                "the quotation came in pieces: a shell knows straight quotation marks only;"
                ' write "…" around it, not “…”'
            )
    archives = options.archives
    settings = settings_for(
        options.web,
        max_age=archives.max_age,
        offline=archives.offline,
        asks_lately=bool(archives.captures),  # these answer at any age
    )
    settings = replace(settings, style=options.style or settings.style)
    tell_project_settings(settings)
    if settings.fetch.archive is ArchiveUse.SAVE:
        raise UsageError("--archive save: use it with check or capture; quote makes no copies")
    sources = [without_password(source) for source in sources]
    asked = [source for source in sources if is_url(source)]
    plan = plan_run(settings, archives, options.folder, asks=bool(asked) and not archives.offline)
    with (
        workers_for(settings, tasks=0, beside=1) as workers,
        report_folders(asked[:1], plan.output_dir) as folders,
    ):
        record_to = folders[asked[0]] / "quote.warc.gz" if folders else None
        question = Question(
            quote=words,
            settings=settings,
            speaker=options.speaker,
            archives=plan.archives,
            offline=plan.offline,
            record_to=record_to,
            heard=options.heard,
        )
        read = [
            (STDIN, standard_input(LARGEST)) if source == STDIN else source for source in sources
        ]
        answers = ask(question, read, workers)
    counts = best(answers)
    shown = quote_json if options.output_format is Shape.JSON else quote_text
    result(shown(counts, answers))
    if record_to is not None and record_to.exists():
        say(f"wrote {record_to}")
    failed = [
        answer.capture for answer in answers if answer.capture.outcome is Outcome.INTERNAL_ERROR
    ]
    for capture in failed:
        complain_of_failed(capture.url, capture.reason)
    return Exit.INTERNAL if failed else _EXITS.get(counts.check.verdict, Exit.FINDINGS)
