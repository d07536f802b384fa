"""``citeaudit search``: the pages of a corpus that have words, for a person and for a program."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from audit.cli.console.output import result, result_json
from audit.cli.exits import Exit
from audit.cli.options.reports import Shape
from audit.cli.runs.workers import workers_for
from audit.config import load_settings
from audit.corpus.entry import Found, Hit
from audit.corpus.search import search_corpus
from audit.errors import InternalError, UsageError
from audit.model import PartCheck, Zone
from audit.model.counted import counted
from audit.report.escape import visible
from audit.report.json.checks import check_object
from audit.report.passages import clip, source_passage
from audit.workers import GivenUp, compute

_LONGEST_NAME = 300  # characters of an address or a title


def search_pages(words: str, corpus: Path | None, most: int, shape: Shape) -> Exit:
    """Prints the pages of a corpus that have words."""
    if corpus is None:
        raise UsageError("--corpus FILE: name a file that citeaudit index has written")
    if not any(char.isalnum() for char in words):
        raise UsageError("name words to search for, in shell quotes")
    with workers_for(load_settings(), tasks=0, beside=1) as workers:
        try:
            found: Found = compute(workers, _search, corpus, words, most)
        except GivenUp as given_up:
            raise InternalError.of(str(corpus), given_up.why) from given_up
    if shape is Shape.JSON:
        result_json(_object(found))
    else:
        result("".join(f"{line}\n" for line in _lines(found)))
    return Exit.OK


def _search(corpus: Path, words: str, most: int) -> Found:
    return search_corpus(corpus, words, most=most)


def _lines(found: Found) -> Iterator[str]:
    for hit in found.hits:
        yield visible(" · ".join(filter(None, (hit.check.verdict, hit.outlet, hit.date))))
        title = hit.kept.page.title
        if title:
            yield f"  {visible(clip(title, _LONGEST_NAME))}"
        yield f"  {visible(clip(hit.kept.url, _LONGEST_NAME))}"
        zone = hit.check.zone
        where = "" if zone in {Zone.MAIN, None} else f"in {zone}: "
        yield f"  > {visible(where + _passage(hit))}"
        yield ""
    if not found.hits:
        yield f"not found; looked at {counted(found.candidates, 'page')} with its rarest words"
    if found.more:
        yield "more pages have its words than were looked at: give more words of it"


def _passage(hit: Hit) -> str:
    shown = source_passage(hit.kept.page, PartCheck(hit.check)) or ""
    return " ".join(shown.split())


def _object(found: Found) -> dict[str, Any]:
    return {
        "asked": list(found.asked),
        "least": found.least,
        "candidates": found.candidates,
        "read": found.read,
        "more": found.more,
        "hits": [
            {
                "url": hit.kept.url,
                "title": hit.kept.page.title,
                "outlet": hit.outlet,
                "date": hit.date,
                "published": hit.kept.published,
                "captured": hit.kept.captured,
                "sha256": hit.kept.sha256,
                "passage": _passage(hit),
                **check_object(hit.check),
            }
            for hit in found.hits
        ],
    }
