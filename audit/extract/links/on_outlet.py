"""Which links stand on an outlet's name: its site's, or as such names are."""

import re

from audit.extract.links.documents.named import link_text
from audit.extract.outlets.gazetteer import known_names
from audit.languages.common import CommonWords
from audit.languages.extraction.linking import Linking
from audit.markup.addresses.url import domains_of
from audit.model import Article, Link

NAME = re.compile(r"[^\W_]+")
"""A word of a name."""
_LEAST_NAME = 4  # letters of a name that a site's is held against


def is_on_outlet(article: Article, link: Link, words: CommonWords, known: Linking) -> bool:
    """Whether a link stands on the name of an outlet: its site's, or as such names are."""
    named = link_text(article, link)
    on = NAME.findall(named)
    return bool(on and on[-1][:1].isupper()) and (
        is_named_as_outlet(named, words, known)
        or names_its_outlet(named, link)
        or names_its_site(named, link, words, known)
    )


def is_named_as_outlet(named: str, words: CommonWords, known: Linking) -> bool:
    """Whether a name is as those of outlets are: 'die Elbe-Zeitung', 'Radio Meridian'."""
    on = NAME.findall(named)
    if not on or not on[-1][:1].isupper():
        return False
    first = on[1:2] if on[0].lower() in known.definite else on[:1]
    return on[-1].lower() in words.outlet_words or any(
        word.lower() in words.outlet_first for word in first if len(on) > 1
    )


def names_its_site(named: str, link: Link, words: CommonWords, known: Linking) -> bool:
    """Whether a link stands on its site's name: '[the Merkur](https://merkur.example/x)'."""
    on = NAME.findall(named.lower())
    while on and on[0] in known.definite:
        on.pop(0)
    name = "".join(on)
    if not len(name) >= _LEAST_NAME or not any(word[:1].isupper() for word in NAME.findall(named)):
        return False
    for label in domains_of(link.url)[:1]:
        site = "".join(label.split(".")[:-1][-1:]).replace("-", "")
        rest = site.removeprefix(name)
        if site.endswith(name) or (rest != site and rest in words.outlet_words):
            return True
    return False


def names_its_outlet(words: str, link: Link) -> bool:
    """Whether a link on an outlet's name leads to it: '[Spiegel](https://www.spiegel.de/x)'."""
    parts = tuple(words.split())
    return any(
        each.words == parts and each.outlet.publishes(link.url)
        for each in (known_names().get(parts[0], ()) if parts else ())
    )
