"""Finds the name behind a German role, with commas: 'der Vorsitzende der Partei, Jürgen Mohl,'."""

from collections.abc import Sequence

from audit.extract.german.grammar.forms import is_word
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import noun_phrase
from audit.extract.german.grammar.who_speaks import speaks
from audit.extract.others.grammar.noun_phrases import NAME_MARKS, behind_marks
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.extraction.english import given_names

_LONGEST_NAME = 5  # tokens of a name in an apposition


def named_behind(tokens: Sequence[Token], subject: Phrase, lexis: Lexis) -> Phrase:
    """The name that an apposition gives a role: 'der Vorsitzende der Partei, Jürgen Mohl,'."""
    at = _behind_party(tokens, subject, lexis) + 1
    if tokens[subject.start].low not in lexis.book.determiners or len(tokens) < at + 2:
        return subject
    if tokens[at - 1].text != "," or not tokens[at].is_name:
        return subject
    named = any(_is_given(tokens[i].low, lexis) for i in subject)
    if named or not speaks(tokens, subject, lexis):
        return subject
    first = at + 2 * (tokens[at + 1].text == "." and tokens[at].low in lexis.book.words.titles)
    stop = _behind_full_name(tokens, first, lexis)
    if stop is None:
        return subject
    known = _is_given(tokens[first].low, lexis) or (stop < len(tokens) and tokens[stop].text == ",")
    return range(at, stop) if known and tokens[first].low not in lexis.book.closed else subject


def _is_given(low: str, lexis: Lexis) -> bool:
    """Whether a word is a given name, of English too: the world's are in the news."""
    return low in lexis.book.given or low in given_names()


def _behind_full_name(tokens: Sequence[Token], first: int, lexis: Lexis) -> int | None:
    """The number behind a name of two words or more that ends at a sign; None where none does."""
    if first >= len(tokens) or not tokens[first].is_name:
        return None
    stop = first + 1
    while stop < len(tokens) and (tokens[stop].is_name or tokens[stop].low in lexis.book.nobiliary):
        stop += 1
    ends = stop == len(tokens) or not is_word(tokens[stop])
    return stop if ends and 2 <= stop - first <= _LONGEST_NAME else None


def _behind_party(tokens: Sequence[Token], subject: Phrase, lexis: Lexis) -> int:
    """Behind a subject and the initials that it is of: 'der Sprecher der SPD'."""
    stop = subject.stop
    if stop + 1 < len(tokens) and tokens[stop].low in lexis.book.genitive:
        if tokens[stop + 1].quote >= 0:
            return stop + 2  # 'der Vorsitzende der „Union der Bergleute“'
        opens = tokens[stop + 1].text in NAME_MARKS
        marked = behind_marks(tokens, stop + 1, len(tokens)) if opens else None
        if marked is not None:
            return marked
        initials = tokens[stop + 1].text
        return stop + 2 if len(initials) > 1 and initials.isupper() else stop
    leads = lexis.grammar.at_places | lexis.grammar.places | lexis.grammar.viewing
    if stop + 1 < len(tokens) and tokens[stop].low in leads:
        place = noun_phrase(tokens, stop + 1, len(tokens), lexis)  # 'der Leiter im Landkreis'
        known = tokens[stop].low in lexis.grammar.at_places
        if place is not None and (known or len(place) == 1 or not speaks(tokens, place, lexis)):
            return place.stop  # 'der Beauftragte für Libyen'
    return stop
