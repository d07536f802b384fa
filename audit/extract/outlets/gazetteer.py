"""The outlets that are known by name, and the words that lead to an outlet, from the data file."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from audit.model import Outlet, OutletKind

_APART = re.compile(r"['’]s\b")  # a token of its own: 'People', ''s', 'Daily'


class KnownName(NamedTuple):
    """A name of an outlet, word by word, its leading 'The' left out.

    ``common``: the name means other things too, so the sentence has to make it the outlet.
    ``article``: the name has a 'The', which must stand before a common one.
    """

    words: tuple[str, ...]
    outlet: Outlet
    common: bool
    article: bool


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """Lower-cased words by how they lead to an outlet; the data file explains each group."""

    told: frozenset[str]
    told_first: frozenset[str]
    dative: frozenset[str]
    leads: frozenset[str]
    articles: frozenset[str]
    talk: frozenset[str]
    talk_joins: frozenset[str]
    piece: frozenset[str]
    piece_joins: frozenset[str]
    done: frozenset[str]
    done_joins: frozenset[str]
    programme: frozenset[str]
    programme_joins: frozenset[str]
    staff: frozenset[str]
    staff_joins: frozenset[str]
    reports: frozenset[str]
    quotes: frozenset[str]
    as_reported: frozenset[str]
    learns: frozenset[str]
    asks: frozenset[str]
    asks_joins: frozenset[str]
    air: frozenset[str]
    generic: frozenset[str]


class _Gazetteer(NamedTuple):
    outlets: tuple[Outlet, ...]
    names: Mapping[str, Sequence[KnownName]]
    triggers: TriggerWords


def known_outlets() -> tuple[Outlet, ...]:
    """All outlets of the data file, in its order."""
    return _gazetteer().outlets


def known_names() -> Mapping[str, Sequence[KnownName]]:
    """The names of all outlets by their first word, the longest first."""
    return _gazetteer().names


def is_listed(name: str) -> bool:
    """Whether words are all of the name of an outlet on the list: 'Bloomberg', 'Le Monde'."""
    parts = tuple(name.split())
    return any(known.words == parts for known in (known_names().get(parts[0], ()) if parts else ()))


def triggers() -> TriggerWords:
    """The words that lead to an outlet."""
    return _gazetteer().triggers


@cache
def _gazetteer() -> _Gazetteer:
    data = tomllib.loads((files("audit.extract") / "data" / "outlets.toml").read_text("utf-8"))
    outlets: list[Outlet] = []
    names: dict[str, list[KnownName]] = {}
    for kind, lines in data["outlets"].items():
        for line in lines.strip().splitlines():
            listed, domains, country = line.split(" | ")
            known = listed.split(", ")
            named = known[0].rstrip("?")
            feeds = tuple(data["feeds"].get(named, "").split())
            outlet = Outlet(named, tuple(domains.split()), country, OutletKind(kind), feeds)
            outlets.append(outlet)
            for name in known:
                for spelling in _spellings(name, outlet):
                    names.setdefault(spelling.words[0], []).append(spelling)
    for group in names.values():
        group.sort(key=lambda name: -len(name.words))
    return _Gazetteer(
        tuple(outlets),
        names,
        TriggerWords(**{name: frozenset(words.split()) for name, words in data["words"].items()}),
    )


def _spellings(listed: str, outlet: Outlet) -> list[KnownName]:
    """A name of the data file as tokens have it: possessives apart, either apostrophe.

    What '&' joins is one token or three: 'Mail & Guardian', 'Raleigh News & Observer'.
    """
    common = listed.endswith("?")
    name = listed.rstrip("?")
    article = name.startswith("The ")
    plain = name.removeprefix("The ")
    if "'" not in name:
        parts = plain.split()
        forms = [parts, [" ".join(parts[:3]), *parts[3:]]] if parts[1:2] == ["&"] else [parts]
        return [KnownName(tuple(form), outlet, common, article) for form in forms]
    return [
        KnownName(tuple(_APART.sub(r" \g<0>", spelled).split()), outlet, common, article)
        for spelled in (plain, plain.replace("'", "’"))
    ]
