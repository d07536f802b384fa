"""One HTML file: no script, nothing asked for, every value shown as text.

The content security policy allows the one style sheet, by its digest. Every value passes
``in_place``, which shows what is invisible, and then jinja2's automatic escaping: the template has
no way around either.
"""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, compiler
from markupsafe import Markup

from audit.model import Report
from audit.report.escape import in_place
from audit.report.html.compiled import BesideTheSource
from audit.report.html.view import view
from audit.report.in_words.scale import RESULTS, SIGNS


def digest_of(style: str) -> str:
    """What lets a page's content security policy take its one style sheet."""
    return b64encode(sha256(style.encode()).digest()).decode()


def render_html(reports: Sequence[Report]) -> str:
    """All reports as one HTML document."""
    style = (files("audit.report.html") / "style.css").read_text(encoding="utf-8")
    alone = len(reports) == 1
    return (
        environment()
        .get_template("page.html")
        .render(
            style=Markup(style),  # noqa: S704 — our own file
            digest=digest_of(style),
            reports=[
                view(report, None if alone else number)
                for number, report in enumerate(reports, start=1)
            ],
            results=[(result.value, meaning) for result, meaning in RESULTS.items()],
            signs={result.value: sign for result, sign in SIGNS.items()},
        )
    )


@cache  # the template is compiled once, not for each article of a batch
def environment() -> Environment:
    """What renders every page of ours: each value is escaped, twice."""
    return Environment(
        loader=PackageLoader("audit.report.html", "."),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=BesideTheSource((__file__, compiler.__file__)),
    )


def _shown(value: Any) -> Any:
    """A value as the page shows it; markup is the template's own."""
    if isinstance(value, Markup):
        return value
    return "" if value is None else in_place(str(value))
