"""``index.html``: the page about a batch, as ``index.md`` has it."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from audit.model.counted import counted
from audit.report.html.page import digest_of, environment
from audit.report.in_words.scale import OF_SEVERITY, Result
from audit.report.index.listed import Listed
from audit.report.index.totals import MOST_NAMED, Totals, most_frequent
from audit.report.words import OUTCOMES


def render_index_html(totals: Totals) -> str:
    """The index as one HTML document that asks for nothing; reports are linked beside it."""
    room = files("audit.report.html")
    style = "".join(
        (room / name).read_text(encoding="utf-8") for name in ("style.css", "batch.css")
    )
    shown = totals.worst_first
    return (
        environment()
        .get_template("batch.html")
        .render(
            style=Markup(style),  # noqa: S704 — our own files
            digest=digest_of(style),
            totals=totals,
            articles_in_all=counted(totals.articles, "article"),
            articles=[_row(row) for row in shown],
            more=totals.articles - len(shown),
            failed=[(each.name, each.reason) for each in totals.failed],
            problems=_to_look_at(shown, Result.PROBLEM),
            to_check=_to_look_at(shown, Result.CHECK),
            rules=[
                (str(OF_SEVERITY[severity]), rule, number)
                for severity, rule, number in totals.rules_in_order
            ],
            outlets=most_frequent(totals.outlets),
            hosts=most_frequent(totals.hosts),
            not_read=[
                (row.title or row.name, source.url, f"{source.outcome}: {OUTCOMES[source.outcome]}")
                for row, source in totals.not_read
            ],
        )
    )


def _to_look_at(shown: Sequence[Listed], result: Result) -> list[tuple[str, str]]:
    """What is wrong in the articles, in words, the worst article first."""
    found = [
        (row.title or row.name, line)
        for row in shown
        for word, line in row.to_look_at
        if word is result
    ]
    return found[:MOST_NAMED]


def _row(row: Listed) -> dict[str, Any]:
    return {
        "href": None if row.folder is None else f"{quote(row.folder)}/report.html",
        "title": row.title or row.name,
        "name": row.name,
        "problems": row.problems,
        "by_hand": row.by_hand,
        "fine": row.fine,
        "compared": row.compared,
        "quotations": row.quotations,
        "why": row.nothing or ", ".join(f"{label} {number}" for label, number in row.not_compared),
    }
