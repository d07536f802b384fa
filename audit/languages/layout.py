"""The words by which the layout of an article is told: callouts, who asks and answers, what data show."""

from dataclasses import dataclass, fields
from functools import cache

from audit.languages.english import LANGUAGE
from audit.languages.folders import TEMPLATE, has, read
from audit.languages.schema import key

_FILE = "layout.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Words of one language by what they do, lower-cased; English ones stand in every press."""

    callouts: frozenset[str] = key(
        "Words that open a callout, before a colon: 'Note: …', 'Tip: …'; nobody says what follows."
    )
    asks: frozenset[str] = key("Labels before a question of an interview: 'Q: …', 'Moderator: …'.")
    answers: frozenset[str] = key("Labels before its answer where no name is given: 'A: …'.")
    interviews: frozenset[str] = key(
        "Words that introduce an interview: 'spoke with', 'in conversation', 'we asked'."
    )
    credits: frozenset[str] = key(
        "Words before the source in a line by itself: 'Source: Reuters', 'Via: …'."
    )
    data: frozenset[str] = key(
        "What a link may stand on that has the figures of its sentence: 'official figures', 'a study'."
    )
    shows: frozenset[str] = key("What such data do: 'figures show', 'a study found'; all forms.")


@cache
def layout(language: str) -> Layout:
    """The words of an ISO 639-1 code, with those of English; a language without a file has these."""
    codes = dict.fromkeys(code for code in (language, LANGUAGE) if has(code, _FILE))
    found = [read(code, _FILE, Layout) for code in codes if code != TEMPLATE]
    names = [one.name for one in fields(Layout)]
    return Layout(**{name: frozenset().union(*(one[name] for one in found)) for name in names})
