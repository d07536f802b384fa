"""Patterns of clauses that report a quotation between two parts of it."""

import re
from collections.abc import Iterable
from functools import cache

from audit.languages.comparison.comparing import comparing
from audit.languages.folders import folders

_OPENED = r"(?:[“\"‘«„]|«[ \u00a0\u202f])(?=\w)"


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, those that begin with another first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, reverse=True)))})"


@cache
def said_between() -> re.Pattern[str]:
    """What stands between two marked parts: '“We came,” he said, “in spring”'."""
    said = any_of(comparing().said)
    # 'souffle-t-elle': whatever the verb is, its subject is joined to it
    others = {word for code in folders() for word in comparing(code).subjects}
    inverted = rf"(?<=[^\W\d_])-(?:t-)?{any_of(others - comparing().subjects)}"
    said = rf"(?:\b{said}|{inverted})"
    who = r"[^“”\"«»„‘\n]{2,90}"
    begins = rf"(?=[^“”\"«»„\n]{{0,90}}{said}\b)[ \u00a0,–—-]{{1,3}}{who}"
    # The marks before the words: quicker. In German and Danish books, » opens and « closes.
    return re.compile(
        rf"[”\"’»“](?=[ \u00a0,–—-]{{1,3}}{who}{_OPENED}){begins}{_OPENED}"
        rf"|«(?=[ \u00a0,–—-]{{1,3}}{who}»\w){begins}»(?=\w)",
        re.IGNORECASE,
    )


@cache
def said_aside() -> re.Pattern[str]:
    """What stands between commas alone: 'We came, he said, in spring'."""
    known = comparing()
    said, subject = any_of(known.said), any_of(known.subjects)
    name = r"[A-Z][^\W\d_]{1,20}\.?(?: [A-Z][^\W\d_]{1,20}){0,3}"
    who = rf"(?:{subject}|{name})"
    return re.compile(
        rf",(?P<aside>[ \u00a0](?:{who} (?i:{said})|(?i:{said}) {who})"
        r"(?: [a-z]{1,12}){0,2},)(?= \w)"
    )


@cache
def said_between_dashes() -> re.Pattern[str]:
    """', — говорит Орлова. —', as dialogue is printed in languages that open it with a dash."""
    said = any_of(comparing().said)
    return re.compile(
        rf"[,.!?…][ \u00a0](?P<aside>[—–][ \u00a0](?=[^—–\n]{{0,90}}\b{said}\b)[^—–\n\"“”«»]{{2,90}}"
        r"[.,][ \u00a0][—–])(?=[ \u00a0]\w)",
        re.IGNORECASE,
    )
