"""``citeaudit check``: the audit of one article or several."""

from typing import Annotated

from audit.cli.options.articles import SUFFIXES, ArticleOptions
from audit.cli.options.cluster import ClusterOptions
from audit.cli.options.corpus import CorpusOptions
from audit.cli.options.declare import Argument, Option
from audit.cli.options.discover import DiscoverOptions
from audit.cli.options.findings import FindingOptions
from audit.cli.options.reports import FolderOptions, FormatOptions, StrictnessOptions
from audit.cli.options.sources import SourceOptions
from audit.cli.options.web import WebOptions


def check(
    inputs: Annotated[
        list[str] | None,
        Argument(
            metavar="INPUT",
            help=f"Articles: files ({SUFFIXES}), folders of such files, patterns, URLs, or - for"
            " standard input.",
        ),
    ] = None,
    *,
    opens: Annotated[
        bool,
        Option(("--open",), help="Open the report in a browser; of several, the page about all."),
    ] = False,
    articles: ArticleOptions,
    sources: SourceOptions,
    discover: DiscoverOptions,
    corpus: CorpusOptions,
    strictness: StrictnessOptions,
    formats: FormatOptions,
    folder: FolderOptions,
    findings: FindingOptions,
    web: WebOptions,
    cluster: ClusterOptions,
) -> int:
    """Audit articles: compare their quotations with their sources and write a report for each."""
    from audit.cli.runs.checking.check import CheckOptions, check_articles

    options = CheckOptions(
        articles,
        sources,
        discover,
        corpus,
        strictness,
        formats,
        folder,
        findings,
        web,
        cluster,
        opens,
    )
    return check_articles(inputs or (), options)
