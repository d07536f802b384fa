"""What only cites: '([Reuters](url))', '[Reuters, 2024](url)', ', per [a memo](url)'.

Such words are no part of the statement that they stand beside.
"""

from collections.abc import Sequence

from audit.extract.layout.cited.linked import CitingWords, Linked
from audit.extract.layout.figures import YEAR, has_figure
from audit.extract.links.documents.named import is_written_out
from audit.extract.outlets.gazetteer import triggers
from audit.extract.outlets.mentions import find_mentions
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.model import Article, LinkRole

_LONGEST = 12  # tokens of a citation
_LONGEST_NUMBER = 4  # digits of a note's, and one more
_MOST_BEHIND = 3  # words behind data that a sentence ends in: 'have since shown'
_MOST_LEADING = 4  # tokens between a comma and a document: 'heißt es in der'
_MOST_TELLING = 6  # tokens of who tells: 'indique le musée'
_SHORTEST_TELLING = 2  # tokens of 'indique Lee'
_DASHES = frozenset("-–—")
_OPENS, _CLOSES = frozenset("(["), frozenset(")]")


def citing_around(article: Article, linked: Linked, known: CitingWords) -> range | None:
    """The tokens around a link that only cite, None where it does more than that."""
    return (
        _in_brackets(linked, known)
        or _at_the_end(linked, known)
        or _shown(linked, known)
        or _stands_in(article, linked, known)
        or _told_behind(article, linked, known)
        or _reports_that(linked, known)
    )


def _reports_that(linked: Linked, known: CitingWords) -> range | None:
    """A sentence that says only who reports it: 'The news was [first reported by X](url)'."""
    tokens, on = linked.tokens, linked.on
    if len(tokens) > _LONGEST:
        return None
    outside = [token.low for token in (*tokens[: linked.first], *linked.behind) if token.is_word]
    allowed = (known.linking.citing, known.words.determiners, known.words.times, triggers().reports)
    if not outside or not all(among(word, *allowed) for word in outside):
        return None
    reports = any(token.low in triggers().reports for token in on)
    named = reports and any(token.is_name for token in on)
    told = any(word in triggers().reports for word in outside)
    cites = named or (told and known.names_outlet(on, linked.link))
    return range(len(tokens)) if cites else None


def _in_brackets(linked: Linked, known: CitingWords) -> range | None:
    """The brackets around a link that names its source: '([Post](url))', '(see [data](u))'."""
    tokens, first, stop, _ = linked
    while first > 0 and tokens[first].text not in _OPENS and linked.first - first < _LONGEST:
        first -= 1
    while stop < len(tokens) and not among(tokens[stop].text, _CLOSES, _OPENS):
        stop += 1
    if tokens[first].text not in _OPENS or stop >= len(tokens) or stop - first > _LONGEST:
        return None
    if tokens[stop].text not in _CLOSES:
        return None
    around = tokens[first : stop + 1]
    names = _names_a_source(around, linked, known) or (
        len(around) == len(tokens) and _is_name_alone(linked)
    )
    return range(first, stop + 1) if names else None


def _is_name_alone(linked: Linked) -> bool:
    """Whether a link is on one name: alone in brackets it cites: '([Cronos](u))'."""
    is_source = linked.link.role is LinkRole.SOURCE
    return is_source and len(linked.on) == 1 and linked.on[0].is_name


def _names_a_source(around: Sequence[Token], linked: Linked, known: CitingWords) -> bool:
    """Whether what stands in brackets is a source: an outlet, a name, 'source', 'data'."""
    if (
        find_mentions(around, known.words)
        or _is_numbered(around)
        or _gives_address(around, linked, known)
    ):
        return True
    on = [token for token in linked.on if token.is_word]
    if len(on) <= _MOST_BEHIND and (
        any(known.is_cited_on(token) for token in on)
        or (on and on[-1].low in known.words.roles)  # '([transit board](url))'
    ):
        return True
    if len(on) == 1 and on[0].is_name:
        return known.is_short_name(on[0], linked.link)
    return _is_title(on) and not any(known.tells(token) for token in on)


def _is_numbered(around: Sequence[Token]) -> bool:
    """Whether brackets hold the numbers of notes alone: '([1](url), [2](url))'."""
    inside = [token.text for token in around[1:-1] if token.text not in {",", ";"}]
    return bool(inside) and all(text.isdigit() and len(text) < _LONGEST_NUMBER for text in inside)


def _gives_address(around: Sequence[Token], linked: Linked, known: CitingWords) -> bool:
    """Whether brackets hold an address and at most a name for it: '(The Pit, https://…)'.

    So may a document: '(annual report 2023, https://…)'.
    """
    if linked.link.role is not LinkRole.SOURCE or not is_written_out(linked.on[0].low):
        return False
    return any(map(known.is_data, around)) or all(
        token.text[0].isupper() or not token.text[0].isalpha() or is_written_out(token.low)
        for token in around
    )


def _is_title(on: Sequence[Token]) -> bool:
    """Whether each longer word begins as in a title: 'Labour Force Survey', 'Ann Lee 2024'."""
    big = [token for token in on if len(token.text) > 3 or token.is_name]
    return len(big) > 1 and all(token.text[0].isupper() or token.text[0].isdigit() for token in big)


def _at_the_end(linked: Linked, known: CitingWords) -> range | None:
    """A link at the end of a sentence on an outlet and a year: 'the toll [Reuters, 2024](url)'.

    One on an outlet alone cites where it is the whole sentence, or behind a dash or ', via',
    where a document does too: ', per [a memo]'. So does any link of a sentence that is a credit:
    'Source: [harbour office](url)'.
    """
    if any(token.is_word for token in linked.behind):
        return None
    tokens, first, stop, link = linked
    on = linked.on
    if is_credit(tokens[:first], known):
        return range(stop)
    led = _led(linked, known)
    if led is not None:
        named = on[1:] if on[0].low in known.layout.credits else on
        document = any(known.is_data(token) for token in named)
        return range(led, stop) if document or known.names_outlet(named, link) else None
    if not known.names_outlet(on, link):
        return None
    years = any(YEAR.fullmatch(token.text) for token in on)
    alone = not any(token.is_word for token in tokens[:first])
    bracketed = on[0].text in _OPENS and on[-1].text in _CLOSES
    if not (years or alone or bracketed):
        return None
    return range(known.before_determiners(tokens, first), stop)


def is_credit(ahead: Sequence[Token], known: CitingWords) -> bool:
    """Whether a sentence has nothing before its link but a word that says what that is: 'Via'."""
    if len(ahead) > _LONGEST:
        return False
    words = [token.low for token in ahead if token.is_word]
    allowed = (known.layout.credits, known.linking.citing, known.words.determiners)
    return (
        words[:1] != []
        and among(words[0], known.layout.credits)
        and all(among(word, *allowed) for word in words)
    )


def _led(linked: Linked, known: CitingWords) -> int | None:
    """Where what leads to the source in a link begins: a dash, or ', via', also in the link."""
    tokens, first, _, _ = linked
    if tokens[first].low in known.layout.credits and len(linked.on) > 1:
        return first if first > 1 and tokens[first - 1].text == "," else None
    first = known.before_determiners(tokens, first)
    if not first:
        return None
    before = tokens[first - 1]
    behind_comma = first > 1 and tokens[first - 2].text == ","
    credited = before.low in known.layout.credits and behind_comma
    return first - 1 if credited or before.text in _DASHES else None


def _shown(linked: Linked, known: CitingWords) -> range | None:
    """Data that a sentence ends in, behind a comma: '…, [official figures](url) show'."""
    if not any(token.low in known.layout.data for token in linked.on):
        return None
    before = known.before_determiners(linked.tokens, linked.first) - 1
    behind = sum(token.is_word for token in linked.behind)
    shows = any(known.shows(token) for token in linked.on)  # '[research suggests]'
    if before < 0 or linked.tokens[before].text != "," or behind > _MOST_BEHIND:
        return None
    return range(before, len(linked.tokens)) if behind or shows else None


def _stands_in(article: Article, linked: Linked, known: CitingWords) -> range | None:
    """A document in which a figure stands, behind a comma: '…, geht aus der [Akte](url) hervor'.

    All of that may be the link: '…, [steht im Bericht](url)'.
    """
    tokens, words = linked.tokens, [token for token in linked.on if token.is_word]
    if not words or not known.is_data(words[-1]) or sum(t.is_word for t in linked.behind) > 1:
        return None
    first = known.before_determiners(tokens, linked.first)
    least = max(first - _MOST_LEADING, 0)
    comma = next((at for at in range(first - 1, least - 1, -1) if tokens[at].text == ","), None)
    if comma is None:
        return None
    if not any(map(str.isdecimal, article.text[tokens[0].start : tokens[comma].start])):
        return None
    lead = [token.low for token in (*tokens[comma + 1 : first], *words[:-1])]
    is_in = not known.words.prepositions.isdisjoint(lead)
    return range(comma, len(tokens)) if is_in and lead[0] not in known.words.prepositions else None


def _has_story(token: Token) -> bool:
    """Whether a word is what an outlet does that has a story: 'reported', 'has learned'."""
    return among(token.low, triggers().reports, triggers().learns)


def _told_behind(article: Article, linked: Linked, known: CitingWords) -> range | None:
    """Who tells the figures before a comma behind it: '…, [indique le musée](url)'.

    Or who settled them, in words that are a link from the comma on: '…, [the judge ordered](url)'.
    """
    tokens = linked.tokens
    closes = not any(token.is_word for token in linked.behind)
    if not closes or not has_figure(article.text[tokens[0].start : tokens[-1].end]):
        return None
    first = linked.first
    while first and tokens[first].text != "," and linked.first - first < _MOST_TELLING:
        first -= 1
    tail = tokens[first + 1 : linked.stop]
    if tokens[first].text != "," or len(tail) < _SHORTEST_TELLING:
        return None
    is_all_linked = known.before_determiners(tokens, linked.first) == first + 1
    ends = (*tail[:2], tail[-1])  # 'a décidé la mairie'
    begins = tail[0].low in known.words.determiners or any(map(known.decides, ends))
    decided = is_all_linked and begins and any(map(known.decides, tail))
    shown = known.shows(tail[0]) and any(known.is_data(token) for token in linked.on)
    tells = (
        known.tells(tail[0])
        or shown
        or decided
        or (
            any(_has_story(token) or known.tells(token) for token in tail)
            and known.names_outlet(linked.on, linked.link)
        )
    )
    return range(first, len(tokens)) if tells else None
