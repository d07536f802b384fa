"""What the names of elements and addresses say: a wall, an offer, a text that is not there yet."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from audit.markup.tokens import attributes_of

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_A-Za-z]+")
_ADDRESS_WORD = re.compile(r"[^\W\d_]+")
_SCHEME = re.compile(r"([A-Za-z][\w+.-]{2,40})://")
_ENDING = 4  # letters that several names share
_MOST_NAMES = 40
_LONGEST_NAME = 100  # characters


def is_wall(rest: str) -> bool:
    """Whether attributes name what keeps a text back; 'has-paywall' names a state."""
    if "amp-access" in rest or "subscriptions-section" in rest:
        attributes = attributes_of(rest)
        condition = attributes.get("amp-access") or attributes.get("subscriptions-section") or ""
        if not words("denied").isdisjoint(_ADDRESS_WORD.findall(condition.lower())):
            return True
    return any(
        not words("walls").isdisjoint(name) and words("not_walls").isdisjoint(name)
        for name in _names(rest)
    )


def is_barrier(rest: str) -> bool:
    """Whether attributes name nothing but what stands in the place of a text: 'paywall'."""
    return any(not words("barriers").isdisjoint(name) for name in _names(rest))


def may_have_barrier(markup: str) -> bool:
    """Whether the name of a barrier stands anywhere in a page, its first letter small or capital.

    This costs little, and hardly a page has one: names with one ending are asked for by that.
    """
    return any(
        ending in markup and any(name in markup for name in names)
        for ending, names in _barriers().items()
    )


@cache
def _barriers() -> Mapping[str, Sequence[str]]:
    """Their names without the first letter, and none that has another in it, by their endings."""
    ends = {name[1:] for name in words("barriers")}
    found: dict[str, list[str]] = {}
    for end in ends:
        if not any(other in end for other in ends - {end}):
            found.setdefault(end[-_ENDING:], []).append(end)
    return {(ending if len(names) > 1 else names[0]): names for ending, names in found.items()}


def is_locked(rest: str) -> bool:
    """Whether a class of a whole page or article says that it is for subscribers: 'is-premium'.

    A name that says anything else is of a theme, a category, a plan.
    """
    return any(
        not words("locked").isdisjoint(name)
        and all(word in words("locked") | words("texts") or len(word) < 2 for word in name)
        for name in _names(rest)
    )


def is_body(rest: str) -> bool:
    """Whether attributes name the element that has the text of an article."""
    if "articleBody" in rest and attributes_of(rest).get("itemprop") == "articleBody":
        return True
    return any(
        len(name) > 1
        and not words("of_body").isdisjoint(name)
        and not words("texts").isdisjoint(name - words("of_body"))
        and all(
            word in words("of_body") | words("texts") | words("layout") or len(word) < 2
            for word in name
        )
        for name in _names(rest)
    )


def is_folded(rest: str) -> bool:
    """Whether attributes name what shows a part of its words until a button is pressed."""
    return "data-collapse" in rest or any(
        not words("folded").isdisjoint(name) and words("not_walls").isdisjoint(name)
        for name in _names(rest)
    )


def is_placeholder(rest: str) -> bool:
    """Whether attributes name what stands where a script will put a text."""
    return any(
        not words("placeholders").isdisjoint(name) or words("pulsing") <= name
        for name in _names(rest)
    )


def is_gift(rest: str) -> bool:
    """Whether attributes name a box that asks for a gift."""
    return any(not words("gifts").isdisjoint(name) for name in _names(rest))


def declares_locked(attributes: Mapping[str, str]) -> bool:
    """Whether a ``<meta>`` element says that the text is for subscribers."""
    content = attributes.get("content", "").strip().lower()
    if attributes.get("itemprop", "").lower() == "isaccessibleforfree":
        return content.rsplit("/", 1)[-1] == "false"
    name = (attributes.get("property") or attributes.get("name") or "")[:_LONGEST_NAME]
    named = {word.lower() for word in _WORD.findall(name)}
    if content in words("yes"):
        return not words("declared").isdisjoint(named)
    return content in words("tiers") and not words("of_access").isdisjoint(named)


def is_offer(href: str) -> bool:
    """Whether an address is one where a subscription is bought, or an account opened or entered."""
    found = {word.lower() for word in _ADDRESS_WORD.findall(href[:300])}
    return not words("offers").isdisjoint(found) and words("not_offers").isdisjoint(found)


def embeds_document(rest: str) -> bool:
    """Whether attributes of an element embed a document in a page: a PDF, or a viewer of one."""
    attributes = attributes_of(rest)
    if attributes.get("type", "").lower() == "application/pdf":
        return True
    source = (attributes.get("src") or attributes.get("data") or "")[:300].lower()
    return ".pdf" in source or not words("viewers").isdisjoint(_ADDRESS_WORD.findall(source))


def is_of_an_app(href: str) -> bool:
    """Whether a link leads into an app: by a scheme that no browser knows."""
    scheme = _SCHEME.match(href.strip()[:60])
    return scheme is not None and scheme[1].lower() not in words("schemes")


@lru_cache(maxsize=1024)  # each tag is asked several things
def _names(rest: str) -> tuple[frozenset[str], ...]:
    """The words of each id and class."""
    if "class" not in rest and "id" not in rest:
        return ()
    attributes = attributes_of(rest)
    names = f"{attributes.get('id', '')} {attributes.get('class', '')}".split()[:_MOST_NAMES]
    return tuple(
        frozenset(word.lower() for word in _WORD.findall(name[:_LONGEST_NAME])) for name in names
    )


@cache
def words(key: str) -> frozenset[str]:
    """The words of a kind of name."""
    return frozenset(_read()[key].split())


@cache
def _read() -> dict[str, str]:
    return tomllib.loads((files(__package__) / "names.toml").read_text(encoding="utf-8"))
