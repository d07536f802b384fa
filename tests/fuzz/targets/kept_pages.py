"""An entry of the cache of pages → a page and its voices, or a refusal; what is taken holds together."""

import json
from contextlib import suppress
from itertools import pairwise

from audit.match import verify_quote
from audit.match.speakers.voices import VoicesOfPage
from audit.pages.as_json import page_as_json, page_of_json, voices_as_json, voices_of_json

WORDS = (
    *('{"text":"', '"blocks":[[0,', '"main"', '"comments"', '"seams":[', '"title":null', '"language":"en"'),
    *('"whole":true', '"why_not_whole":""', '"for_subscribers":false', '"sparse":false', "[[", "]]", "-1"),
    *('["a1","Ann Lee",true,[[0,3]]]', "1e999", "NaN", "9" * 30),
)  # fmt: skip
RUNS = 3000


def run(data: bytes) -> None:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return
    with suppress(ValueError, TypeError, LookupError):
        page = page_of_json(told, "https://news.example/a")
        assert page_of_json(json.loads(json.dumps(page_as_json(page))), page.url) == page
        edges = [edge for block in page.blocks for edge in (block.start, block.end)]
        assert all(first <= second for first, second in pairwise((0, *edges, len(page.text))))
        verify_quote("some words of it", page, speaker="Ann Lee", extract=lambda _: ())
    with suppress(ValueError, TypeError, LookupError):
        voices = voices_of_json(told, "Some words of Ann Lee.")
        again = json.loads(json.dumps(voices_as_json(voices)))
        assert voices_of_json(again, "Some words of Ann Lee.") == voices
        VoicesOfPage(page_of_json(_PAGE, None), lambda _: voices).of(0, 10)


_PAGE = {
    "text": "Some words of Ann Lee.", "blocks": [[0, 22, "main"]], "seams": [], "title": None,
    "language": None, "whole": True, "why_not_whole": "", "for_subscribers": False, "sparse": False,
}  # fmt: skip
