"""Finds who says quoted words whose verb stands before other words only.

'Struik sprak van "een pleister", schoolleider Hans Kok van "een stap"'.
"""

from collections.abc import Callable, Sequence

from audit.extract.others.cue import Cue
from audit.extract.others.grammar.noun_phrases import whole_phrase
from audit.extract.others.grammar.persons import is_person
from audit.extract.others.grammar.tokens import is_any_verb, is_word
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook

_SIGNS = frozenset(",;—–")
_FEWEST_BEFORE = 2  # tokens before the first of two
_REACH = 16  # tokens between the two


def gapped(
    tokens: Sequence[Token],
    index: int,
    book: Phrasebook,
    can_speak: Callable[[Phrase], bool] | None = None,
) -> Cue | None:
    """The cue of words that a preposition leads to as it led to those before them.

    ``can_speak`` tells who else may say something than ``book`` does.
    """
    lead = _lead(tokens, index, book)
    if lead is None:
        return _behind_dash(tokens, index, book) or _bare(tokens, index, book, can_speak)
    former = _quoted_before(tokens, lead)
    if former is None:
        return None
    ahead = _lead(tokens, former, book)
    if ahead is None or not _is_same(tokens[ahead].low, tokens[lead].low):
        return None
    first = _behind_signs(tokens, former + 1, lead, book)
    if first == former + 1 or any(is_any_verb(tokens, at, book) for at in range(first, lead)):
        return None
    stop = lead - (tokens[lead - 1].text in _SIGNS)  # 'и депутат Орлов — о «…»'
    who = whole_phrase(tokens, first, stop, book) or _full_name(tokens, first, stop)
    if who is None:
        return None
    speaks = _is_speaker(tokens, who, book) or (can_speak is not None and can_speak(who))
    return Cue(lead, index, who) if speaks else None


def is_led_anew(tokens: Sequence[Token], index: int) -> bool:
    """Whether the preposition of the words before leads from somebody else to later ones.

    'Kipp spricht von einem „Irrtum“, Ministerin Specht von einem Gesetz, das „scheitern wird“'.
    """
    former = _quoted_before(tokens, index)
    if former is None or former < _FEWEST_BEFORE:
        return False
    leads = [tokens[at].low for at in (former - 1, former - 2) if is_word(tokens[at])]
    return any(
        any(_is_same(tokens[at].low, lead) for lead in leads)
        and _full_name(tokens, former + 1, at - (tokens[at - 1].text in _SIGNS)) is not None
        for at in range(former + 3, index)
    )


def _full_name(tokens: Sequence[Token], first: int, stop: int) -> Phrase | None:
    """The name of two words or more that a role and what it is of lead to."""
    start = stop
    while start > first and tokens[start - 1].is_name:
        start -= 1
    return range(start, stop) if stop - start > 1 else None


def _is_same(one: str, other: str) -> bool:
    """Whether two prepositions are one: 'о' and 'об', 'de' and 'd’'."""
    short, long = sorted((one.rstrip("'"), other.rstrip("'")), key=len)
    return long.startswith(short)


def _quoted_before(tokens: Sequence[Token], stop: int) -> int | None:
    """Where the nearest quoted words before a token stand."""
    reach = range(stop - 1, max(stop - _REACH, 0), -1)
    return next((at for at in reach if tokens[at].quote >= 0), None)


def _behind_signs(tokens: Sequence[Token], first: int, stop: int, book: Phrasebook) -> int:
    """The first token behind signs and an 'and'."""
    while first < stop and (tokens[first].text in _SIGNS or tokens[first].low in book.coordinating):
        first += 1
    return first


def _is_speaker(tokens: Sequence[Token], who: Phrase, book: Phrasebook) -> bool:
    """Whether a phrase is a person's, a body's or an acronym."""
    return is_person(tokens, who, book) or any(
        among(tokens[at].low, book.bodies, book.alone) or _is_acronym(tokens[at].text) for at in who
    )


def _behind_dash(tokens: Sequence[Token], index: int, book: Phrasebook) -> Cue | None:
    """'Стоцкий считает её «дебютом», а Фрид — «безделушкой»': a dash stands for the verb."""
    dash = index - 1
    if book.articles or dash < 2 or tokens[dash].text not in {"—", "–"}:
        return None
    former = _quoted_before(tokens, dash)
    if former is None or tokens[former + 1].text != "," or former + 2 >= dash:
        return None
    first = former + 2
    if tokens[first].low not in book.coordinating:
        return None
    who = whole_phrase(tokens, first + 1, dash, book)
    return Cue(dash, index, who) if who is not None and is_person(tokens, who, book) else None


def _bare(
    tokens: Sequence[Token],
    index: int,
    book: Phrasebook,
    can_speak: Callable[[Phrase], bool] | None,
) -> Cue | None:
    """'Lebrun y voit « une folie », le promoteur Sam Attias « le combat de l’année »'.

    Nothing but a comma, a role with its name and an article stands between the two.
    """
    stop = index - (index > 0 and tokens[index - 1].low in book.articles)
    former = _quoted_before(tokens, stop)
    if former is None or tokens[former + 1].text != "," or former + 2 >= stop:
        return None
    who = whole_phrase(tokens, former + 2, stop, book) or _apposed(tokens, former + 2, stop, book)
    if who is None:
        return None
    if len(who) < stop - former - 2:
        return Cue(former + 1, former + 2, who)
    role = any(among(tokens[at].low, book.roles, book.articles) for at in who)
    named = role and sum(tokens[at].is_name for at in who) > 1 and not book.nouns_capitalised
    speaks = named or (can_speak is not None and can_speak(who))
    return Cue(former + 1, former + 2, who) if speaks else None


def _apposed(tokens: Sequence[Token], first: int, stop: int, book: Phrasebook) -> Phrase | None:
    """The full name between commas behind a role: ', la présidente du parti, Anne Roy, « … »'."""
    if book.nouns_capitalised or tokens[stop - 1].text != ",":
        return None
    if not among(tokens[first].low, book.articles, book.roles):
        return None
    name = _full_name(tokens, first, stop - 1)
    if name is None or tokens[name.start - 1].text != ",":
        return None
    verbs = any(is_any_verb(tokens, at, book) for at in range(first + 1, name.start))
    return None if verbs else name


def is_gapped_behind(tokens: Sequence[Token], index: int, book: Phrasebook) -> bool:
    """Whether the words behind a quotation name who says the next one, by the verb before it."""
    reach = range(index + 1, min(index + 1 + _REACH, len(tokens)))
    following = next((at for at in reach if tokens[at].quote >= 0), None)
    return following is not None and gapped(tokens, following, book) is not None


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _lead(tokens: Sequence[Token], index: int, book: Phrasebook) -> int | None:
    """Where the preposition stands that leads to words, an article behind it or not."""
    at = index - 1
    if at > 0 and tokens[at].low in book.articles and tokens[at].low not in book.prepositions:
        at -= 1
    leads = at > 0 and among(tokens[at].low, book.prepositions, book.joining, book.conjunctions)
    return at if leads else None
