"""Finds the one link on an outlet or a document that is named again without one."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from audit.languages.common import CommonWords, among
from audit.languages.comparison.comparing import comparing
from audit.languages.extraction.linking import Linking
from audit.languages.extraction.own_reporting import told_words
from audit.markup.addresses.url import copied_from, domains_of
from audit.model import Article, LinkRole, Outlet, Span

_WORD = re.compile(r"[^\W_]+(?:[-'’&][^\W_]+)*")
_MOST = 50  # links that hold a word; more tell of nothing
_TOLD = re.compile(
    r"\s(?:([^\W\d_]{2,4})\s)?((?=[^\W\d_a-z])[^\W\d_][\w’'-]{1,30}"
    r"(?:\s(?=[^\W\d_a-z])[^\W\d_][\w’'-]{1,30}){0,3})"
)
_BESIDE = 2  # characters between a verb and its subject
_NO_LETTER = re.compile(r"[\W_]+")
_LEAST_LABEL = 4  # letters of a name that a site's is held against
_ENCYCLOPAEDIA = ("wikipedia.org", "wikidata.org")


class NamedAgain:
    """The links of an article by the words they stand on and the sites they lead to."""

    def __init__(self, article: Article, words: CommonWords, known: Linking) -> None:
        self._article = article
        self._words = words
        self._known = known
        self._found: dict[tuple[str, str], tuple[int, ...]] = {}

    def outlet(self, outlet: Outlet, named: Span, at: int, *, most: int = 1) -> list[int]:
        """The links to an outlet or with its name: the first in the paragraph, else all.

        None where they have more than ``most`` addresses.
        """
        key = outlet.name, short_of(named.text, self._known)
        if key not in self._found:
            self._found[key] = tuple(self._to(outlet, key[1]))
        found = self._found[key]
        number = self._article.paragraph(at)
        if number is not None:
            block = self._article.blocks[number - 1]
            for candidate in found:
                if block.start <= self._article.links[candidate].start < block.end:
                    return [candidate]
        return self._few(found, most)

    def speaker(self, named: Span, name: str, *, most: int = 1) -> list[int]:
        """The links on an institution or document that speaks: 'the Courier', 'the report said'.

        Several, up to ``most`` addresses, only of one with a name: 'the report' may be any.
        """
        short = short_of(named.text, self._known)
        *_, last = short.split() or [""]
        if not last or short == named.text.lower():  # no article before it: nothing named again
            return []
        key = "", short
        if key not in self._found:
            document = among(last, self._known.documents, self._words.link_on)
            if named.text.split()[-1][:1].isupper() and not document:
                capital = is_institution(name, named.text, self._known)
                found = self._on(short, last) if capital else ()
                if not found and short == last and self._known.document_ends:
                    found = [*self._on_institution(last)]  # nouns are capitalised: 'der Verband'
                self._found[key] = tuple(
                    dict.fromkeys([*found, *(self._site(short) if capital else ())])
                )
            elif document:
                self._found[key] = tuple(self._on_document(last) or self._on_its_making(last))
            else:
                self._found[key] = tuple(self._on_institution(last))
        before = [
            number for number in self._found[key] if self._article.links[number].start < named.start
        ]
        return self._few(before, most if named.text.split()[-1][:1].isupper() else 1)

    def told(self, cue: Span, named: Span) -> int | None:
        """The link that names whom somebody 'told', where no list of outlets knows the name."""
        at = named.end if cue.end <= named.start < cue.end + _BESIDE else cue.end
        behind = _TOLD.match(self._article.text, at)
        if behind is None or cue.text.lower().split()[-1] not in told_words():
            return None
        if behind[1] is not None and behind[1].lower() not in self._known.definite:
            return None
        name = _spaced(behind[2])
        return self._only(
            number
            for number in self._on(name, name.rsplit(" ", 1)[-1])
            if self._article.links[number].start < named.start
        )

    def _only(self, found: Iterable[int]) -> int | None:
        """The only address among links, by its first link."""
        return next(iter(self._few(found, 1)), None)

    def _few(self, found: Iterable[int], most: int) -> list[int]:
        """The first link of each address among links, none where there are more than ``most``."""
        urls: dict[str, int] = {}
        for number in found:
            urls.setdefault(self._article.links[number].url, number)
        return [*urls.values()] if len(urls) <= most else []

    def _to(self, outlet: Outlet, short: str) -> Iterable[int]:
        name = short_of(outlet.name, self._known)
        by_site = [
            number for domain in outlet.domains for number in self._by_domain.get(domain, ())
        ]
        on_name = self._on(name, name.split()[-1]) if name else ()
        return sorted({*by_site[:_MOST], *on_name, *self._site(name), *self._site(short)})

    def _on(self, name: str, last: str) -> list[int]:
        """The links whose words hold a name as whole words."""
        held = self._by_word.get(last, ())
        if len(held) > _MOST:
            return []
        links, text = self._article.links, self._article.text
        return [
            number
            for number in held
            if f" {name} " in f" {_spaced(text[links[number].start : links[number].end])} "
        ]

    def _on_document(self, noun: str) -> list[int]:
        """The links whose words hold a document's noun, also as the end of a joined one."""
        found = self._on(noun, noun)
        if self._known.document_ends:
            for word in self._by_word:
                if word.removesuffix("s").endswith(noun) and word != noun:  # 'des Verbands'
                    found += self._on(word, word)
        return sorted(set(found))

    def _on_its_making(self, noun: str) -> Iterable[int]:
        """The links on the verb by which a document is made: '[ruled](url)' of 'the judgment'."""
        for group in self._known.makes:
            words = group.split()
            if noun in words:
                for word in words:
                    yield from self._on(word, word)

    def _on_institution(self, noun: str) -> Iterable[int]:
        """The links on the name of an institution that a noun is the last word of: 'the agency'."""
        if not among(noun, self._known.institutions):
            return
        for number in self._on_document(noun):
            link = self._article.links[number]
            *first, last = _WORD.findall(self._article.text[link.start : link.end]) or [""]
            whole = last.lower().removesuffix("s") if self._known.document_ends else last.lower()
            joined = whole != noun
            if whole.endswith(noun) and last[:1].isupper() and (joined or len(first) > 0):
                yield number

    def _site(self, name: str) -> list[int]:
        """The links to a site that has a name for its own."""
        letters = _NO_LETTER.sub("", name)
        return self._by_label.get(letters, [])[:_MOST] if len(letters) >= _LEAST_LABEL else []

    @cached_property
    def _sources(self) -> list[tuple[int, str]]:
        return [
            (number, copied_from(link.url) or link.url)
            for number, link in enumerate(self._article.links)
            if link.role is LinkRole.SOURCE
        ]

    @cached_property
    def _by_domain(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, url in self._sources:
            for domain in domains_of(url):
                found[domain].append(number)
        return found

    @cached_property
    def _by_label(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, url in self._sources:
            for label in domains_of(url)[:1]:
                for part in label.split(".")[:-1]:
                    found[part.replace("-", "")].append(number)
        return found

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        links, text = self._article.links, self._article.text
        for number, url in self._sources:
            if _ENCYCLOPAEDIA[0] in url or _ENCYCLOPAEDIA[1] in url:
                continue
            words = _spaced(text[links[number].start : links[number].end]).split()
            for word in dict.fromkeys(words[:_MOST]):
                found[word].append(number)
        return found


def is_institution(name: str, named: str, known: Linking) -> bool:
    """Whether a name is an institution's, not a person's: 'the Institute for Ferries', 'NASA'.

    ``name`` is the fullest that the article has, ``named`` the words at one place.
    """
    words = _WORD.findall(name)
    if not words or not words[-1][:1].isupper():
        return False
    if any(len(word) > 1 and word.isupper() for word in words):
        return True
    low = {word.lower() for word in words}
    if not low.isdisjoint(known.institutions) or not low.isdisjoint(comparing().group_words):
        return True
    if known.institution_ends and any(word.endswith(known.institution_ends) for word in low):
        return True
    # 'the Courier': persons have no article before their name, and a fuller one in most articles.
    return len(words) == 1 and short_of(named, known) != named.lower()


def short_of(name: str, known: Linking) -> str:
    """A name without its article, in lower case and parted by single spaces."""
    spaced = _spaced(name)
    first, _, rest = spaced.partition(" ")
    return rest if rest and first in known.definite else spaced


def _spaced(text: str) -> str:
    return " ".join(_WORD.findall(text.lower().replace("’s", "").replace("'s", "")))
