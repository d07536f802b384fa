"""``index.html``: the page about a batch, as ``index.md`` has it."""

from importlib.resources import files
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from audit.report.html.page import digest_of, environment
from audit.report.index.listed import Listed
from audit.report.index.totals import Totals, most_frequent
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
            articles=[_row(row) for row in shown],
            more=totals.articles - len(shown),
            failed=[(each.name, each.reason) for each in totals.failed],
            rules=totals.rules_in_order,
            outlets=most_frequent(totals.outlets),
            hosts=most_frequent(totals.hosts),
            not_read=[
                (row.title or row.name, source.url, f"{source.outcome}: {OUTCOMES[source.outcome]}")
                for row, source in totals.not_read
            ],
        )
    )


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
    }
