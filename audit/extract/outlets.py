"""Knows outlets by name, finds them in a sentence, and tells which one carried the words."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from audit.extract.lexicon import Lexicon
from audit.extract.sentences import Token
from audit.model import Outlet

_CARRIES = frozenset({"to", "with", "on", "by", "via", "citing", "for", "in"})
_MEETS = frozenset(
    {"interview", "spoke", "speaking", "appearance", "conversation", "remarks", "told"}
)


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    outlet: Outlet


class Mention(NamedTuple):
    """Tokens ``start`` up to ``end`` of a sentence name an outlet; its article is not in them."""

    start: int
    end: int
    outlet: Outlet


@cache
def known_outlets() -> tuple[Outlet, ...]:
    """All outlets of the data file, in its order."""
    return tuple(dict.fromkeys(name.outlet for names in _index().values() for name in names))


@cache
def _index() -> dict[str, tuple[_Name, ...]]:
    """Names by their first word, the longest first; a leading 'the' is not part of a name."""
    text = (files(__package__) / "data" / "outlets.toml").read_text(encoding="utf-8")
    index: dict[str, list[_Name]] = {}
    for kind, group in tomllib.loads(text).items():
        for name, entry in group.items():
            outlet = Outlet(name, tuple(entry["domains"]), entry["country"], kind)
            for known in (name, *entry.get("also", ())):
                words = tuple(known.split())
                if words[0] in {"The", "the"} and len(words) > 1:
                    words = words[1:] if len(words) > 2 else words
                index.setdefault(words[0], []).append(_Name(words, outlet))
    return {
        first: tuple(sorted(names, key=lambda name: -len(name.words)))
        for first, names in index.items()
    }


def find_mentions(tokens: Sequence[Token], words: Lexicon) -> list[Mention]:
    """The outlets that a sentence names outside its quotations, in order.

    One that no list knows is told by the last or first word of its name: 'the Kelmouth Echo'.
    """
    index = _index()
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention = _unlisted(tokens, at, words)
        if tokens[at].quote < 0:
            for name in index.get(tokens[at].text, ()):
                end = at + len(name.words)
                if tuple(token.text for token in tokens[at:end]) == name.words:
                    mention = Mention(at, end, name.outlet)
                    break
        if mention is None:
            at += 1
        else:
            found.append(mention)
            at = mention.end
    return found


def _unlisted(tokens: Sequence[Token], start: int, words: Lexicon) -> Mention | None:
    end = start
    while end < len(tokens) and tokens[end].is_name and tokens[end].low not in words.determiners:
        end += 1
    if tokens[start].low not in words.outlet_first:
        while end > start and tokens[end - 1].low not in words.outlet_words:
            end -= 1
    if end - start < 2:
        return None
    return Mention(start, end, Outlet(" ".join(token.text for token in tokens[start:end])))


def carrier(tokens: Sequence[Token], mentions: Sequence[Mention], cue_end: int) -> Mention | None:
    """The outlet that was told the words: 'told CBS News', 'in an interview with CNN', 'on Fox'.

    ``cue_end`` is the index behind the cue of the words.
    """
    for mention in mentions:
        at = mention.start - 1
        while at >= 0 and tokens[at].low in {"the", "a", "reporters", "’s", "'s"}:
            at -= 1
        if at < 0:
            continue
        before = tokens[at].low
        if mention.start >= cue_end and at < cue_end:
            return mention  # right behind the cue: 'told the BBC'
        if before in {"told", "tells", "telling", "via", "citing"}:
            return mention
        if before not in _CARRIES:
            continue
        near = {token.low for token in tokens[max(at - 4, 0) : at]}
        if before == "on" or near & _MEETS or {"according"} & near or {"reported"} & near:
            return mention
    return None
