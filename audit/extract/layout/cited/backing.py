"""What a link backs by the words that it stands on: a figure, data, the verb of data."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from audit.extract.layout.cited.linked import CitingWords, Linked
from audit.extract.layout.figures import YEAR, figure_in_digits, has_figure
from audit.extract.links.named_again import is_institution
from audit.extract.places import links_between
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.model import Article, Link

_MOST_ON_FIGURE = 6  # words of a link on a figure
_BEFORE_FIGURE = 2  # words: 'more than 40 %', not 'subscribe here for 40 % off'
_MOST_IN_DEED = 9  # words of a link on what somebody did
_MOST_LEADING = 2  # words of 'has risen', before a figure
_NEXT = 24  # characters behind a link in which its figure stands
_BEHIND = 6  # tokens between data and such a verb behind: 'a [paper] by Lee and Holm puts'
_OPENING = 4  # tokens of a subject such as 'the biggest trial'
_LONGEST_SUBJECT = 12
_NEAR = 4  # tokens between data and the verb that says what they show
_CLAUSE = re.compile(r"[,;:—–](?=\s)|[()]")


class Backed(NamedTuple):
    """The words from ``start`` to ``end`` that a link backs; ``by_whom`` it stands on may be told.

    The words of a link on a figure or on a verb are nobody's name.
    """

    start: int
    end: int
    by_whom: bool = False


def backed_by(article: Article, linked: Linked, known: CitingWords) -> Backed | None:
    """The words of a sentence that its link backs; None where the link is background."""
    start, end = linked.tokens[0].start, linked.tokens[-1].end
    figure = has_figure(article.text[start:end])
    if figure and is_on_data(article, linked, known):
        return Backed(start, end, by_whom=True)
    begins = _of_subject(article, linked, known) if figure else None
    if begins is not None:
        return Backed(begins, end)
    if (
        _is_figure(article, linked.link)
        or _leads_to_figure(article, linked, known)
        or _does_by_figure(article, linked, known)
    ):
        return Backed(*_clause(article, linked.link, start, end))
    return Backed(start, end) if figure and _is_told(linked, known) else None


def is_on_data(article: Article, linked: Linked, known: CitingWords) -> bool:
    """Whether a link stands on the data that its sentence is from.

    'in [official figures]', '[a study](url) of drivers found', 'как показывают [данные]'.
    """
    tokens, behind = linked.tokens, linked.behind
    if not any(known.is_data(token) for token in linked.on):
        shows = bool(behind) and known.shows(behind[0])
        name = article.text[linked.link.start : linked.link.end]
        return shows and (  # '[The Gazette] puts it at'
            known.names_outlet(linked.on, linked.link) or is_institution(name, name, known.linking)
        )
    first = known.before_determiners(tokens, linked.first)
    if first and tokens[first - 1].low in known.words.link_before:
        return True
    around = (*tokens[max(first - 1 - _NEAR, 0) : first], *behind[:_BEHIND])
    return any(known.shows(token) for token in around)


def _of_subject(article: Article, linked: Linked, known: CitingWords) -> int | None:
    """Where the words begin that data are the subject of, if their one link says when or what.

    'The trial, [published in May](url), gave 420 adults', 'A study found it [twice as high]'.
    """
    tokens, first, _, link = linked
    if not _opens_with_data(tokens, known):
        return None
    if len(links_between(article, tokens[0].start, tokens[-1].end)) != 1:
        return None
    if tokens[first].low in known.linking.gives:
        return link.end
    before = tokens[1:first][:_LONGEST_SUBJECT]
    return tokens[0].start if any(known.shows(token) for token in before) else None


def _opens_with_data(tokens: Sequence[Token], known: CitingWords) -> bool:
    """Whether a sentence begins with data, or a document: 'The biggest trial so far'."""
    opening = tokens[:_OPENING]
    if opening[0].low not in known.words.determiners:
        return False
    return any(known.is_data(token) for token in opening[1:])


def _is_figure(article: Article, link: Link) -> bool:
    """Whether a link stands on a figure, with few words more: '[40 percent of drivers]'."""
    text = article.text[link.start : link.end]
    bare = YEAR.sub(" ", text)
    figure = figure_in_digits().search(bare)
    if figure is None or len(text.split()) > _MOST_ON_FIGURE:
        return False
    return len(bare[: figure.start()].split()) <= _BEFORE_FIGURE


def _leads_to_figure(article: Article, linked: Linked, known: CitingWords) -> bool:
    """Whether a link stands on what happened, before how much: 'rents [rose](url) 11%'."""
    on, link = linked.on, linked.link
    if not linked.first or len(on) > _MOST_LEADING or not all(_is_common(token) for token in on):
        return False
    words = known.words
    before = linked.tokens[linked.first - 1]
    if not before.is_word or among(before.low, words.determiners, words.prepositions):
        return False
    small = (words.determiners, words.prepositions, words.pronouns, words.times)
    if among(on[0].low, *small) or known.is_cited_on(on[0]):
        return False
    behind = YEAR.sub("    ", article.text[link.end : link.end + _NEXT])
    figure = figure_in_digits().search(behind)
    if figure is None or len(behind[: figure.start()].split()) > 1:
        return False
    return not figure[0].strip().isdigit()  # 'the old [town](url) 40 years ago'


def _does_by_figure(article: Article, linked: Linked, known: CitingWords) -> bool:
    """Whether a link stands on what a name did, by how much: 'The IMF [raised it to 2.4%](url)'."""
    link, words = linked.link, known.words
    on = article.text[link.start : link.end]
    figure = figure_in_digits().search(YEAR.sub("    ", on))
    if figure is None or not linked.first or len(on.split()) > _MOST_IN_DEED:
        return False
    subject, verb = linked.tokens[linked.first - 1], linked.on[0]
    named = subject.is_name or subject.low in words.roles
    small = (words.determiners, words.prepositions, words.pronouns, words.conjunctions)
    return named and _is_common(verb) and not among(verb.low, *small)


def _is_common(token: Token) -> bool:
    """Whether a token is a word in small letters."""
    return token.is_word and token.text.islower() and token.text.isalpha()


def _is_told(linked: Linked, known: CitingWords) -> bool:
    """Whether a link stands on a verb of saying or showing alone: 'it is [estimated]'."""
    on = linked.on
    return len(on) == 1 and (known.shows(on[0]) or known.tells(on[0]))


def _clause(article: Article, link: Link, start: int, end: int) -> tuple[int, int]:
    """The clause that a link stands in: figures beside it may be from elsewhere."""
    for sign in _CLAUSE.finditer(article.text, start, end):
        if sign.end() <= link.start:
            start = sign.end()
        elif sign.start() >= link.end:
            return start, sign.start()
    return start, end
