"""Reads appositions: whom 'X, a spokesman for Y, said' is of, and whom a description's names."""

from audit.extract.english.grammar.leftwards import phrase_to
from audit.extract.english.grammar.phrases import LONGEST, phrase_from
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import (
    Lexicon,
    before_names,
    given_names,
    person_words,
)
from audit.languages.extraction.english_naming import naming_words
from audit.languages.extraction.english_small_words import small_words

_ASIDE = 6  # tokens of ', in fact,'
_LED = 5  # words of 'national managing director'
_LONGEST_DEGREE = 6  # characters of 'PharmD'
_DOERS = ("er", "or", "ist")
_FARTHEST = 45  # tokens between a name and the comma that closes its apposition


def before_apposition(
    tokens: list[Token], close: int, words: Lexicon, sign: str | None = None
) -> Phrase | None:
    """The phrase before 'X, a spokesman for Y, said', 'X (R-Ariz.) said', 'X — who … — said'."""
    sign = sign or ("(" if tokens[close].text == ")" else tokens[close].text)
    lowest = max(close - _FARTHEST, 0)
    candidates = [index for index in range(close - 1, lowest, -1) if tokens[index].text == sign]
    if sign == "(":
        return phrase_to(tokens, candidates[0] - 1, words) if candidates else None
    for index in candidates:
        phrase = phrase_to(tokens, index - 1, words)
        if phrase is None or _is_put_behind(tokens, phrase, words):
            continue  # 'a farmer from Ava, Mo., who …, said'
        two = sign == "," and index == candidates[0] and _is_full_name(tokens, index + 1, close)
        if two and _is_body_s(tokens, phrase, words):
            return Phrase(index + 1, close)  # 'a spokesman for the line, Vind, Ola Moe, said'
        if sign == "," and (whom := _told_of(tokens, phrase, words)) is not None:
            return whom
        if phrase.start > 0 and tokens[phrase.start - 1].low in words.prepositions:
            if sign == "," and _is_full_name(tokens, index + 1, close):
                return Phrase(index + 1, close)  # 'a man in the crowd, Ben Roy, said'
            head = _head_of_place(tokens, phrase, index, words)
            if head is not None:
                return head
            continue  # a place: 'James, of Flint, Mich., said'
        if sign == "," and _ends_in_place(tokens, phrase, words):
            continue  # 'Roy, a vet in Ayr, Ontario, said'
        if _is_explained(tokens, phrase, index, close, words):
            named = _named_inside(tokens, phrase, index, close, words) if sign == "," else None
            return phrase if named is None else named
    return None


def _is_body_s(tokens: list[Token], name: Phrase, words: Lexicon) -> bool:
    """Whether a name is of the body that somebody speaks for: 'a spokesman for the line, Vind,'."""
    noun = name.start - 2
    if noun < 3 or tokens[noun + 1].text != "," or tokens[noun].text != tokens[noun].low:
        return False
    led = tokens[noun - 1].low in small_words().articles
    return (
        led and tokens[noun - 2].low in words.prepositions and tokens[noun - 3].low in words.roles
    )


def _told_of(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase | None:
    """Whom a description tells of whose own last noun has a name behind it.

    'Ann Lee, the editor of the diocese's paper, Il Lume, said' is Ann Lee.
    """
    start = phrase.start
    while start > 0 and phrase.stop - start < LONGEST and tokens[start - 1].is_word:
        start -= 1
        if among(tokens[start].low, words.finite, words.past, words.relative):
            return None
    inner = any(tokens[at].low in words.prepositions for at in range(start + 1, phrase.stop))
    opens = among(tokens[start].low, words.determiners, words.roles)
    if not (inner and opens) or start < 2 or tokens[start - 1].text != ",":
        return None
    name = phrase_to(tokens, start - 2, words)
    if name is None or not _is_full_name(tokens, name.start, name.stop):
        return None
    before = tokens[name.start - 1] if name.start else None
    apart = before is None or not before.is_word or before.low in words.joins
    return name if apart else None


def _head_of_place(tokens: list[Token], place: Phrase, index: int, words: Lexicon) -> Phrase | None:
    """Who opens a sentence before a place or time: 'Six papers in New Jersey, including X, said'.

    Several, or 'The clerk of four years, a Republican who saw it, said'.
    """
    head = phrase_to(tokens, place.start - 2, words)
    if head is None or place.stop != index or tokens[head.stop - 1].text.istitle():
        return None
    opens = head.start == 0 or tokens[head.start - 1].text == ","
    explained = tokens[index].text != "," or tokens[index + 1].low in small_words().opens_apposition
    noun, behind = tokens[head.stop - 1].low, tokens[index + 1].low
    several = noun.endswith(("s", "people"))
    known = among(noun, words.roles, person_words().occupations)
    explained = explained or (known and behind in small_words().indefinite)
    fits = explained and (several or known)
    return Phrase(head.start, place.stop) if opens and fits else None


def _is_explained(
    tokens: list[Token], phrase: Phrase, index: int, close: int, words: Lexicon
) -> bool:
    """Whether what stands between the signs at ``index`` and ``close`` says who a phrase is."""
    if phrase.stop != index and tokens[index - 1].text != ")":
        return False
    return _is_apposition(tokens, phrase, index, words) or _is_named_role(
        tokens, phrase, index, close, words
    )


def _ends_in_place(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase tells what somebody before it is, and where: ', a vet in Ayr,'.

    What follows its comma belongs to the place.
    """
    if phrase.start < len((",", "name")) or not tokens[phrase.stop - 1].is_name:
        return False
    if not any(tokens[at].low in words.prepositions for at in phrase):
        return False
    before, name = tokens[phrase.start - 1], tokens[phrase.start - 2]
    if before.text != ",":
        return among(before.low, words.be)
    return name.is_name and name.low not in words.times


def named_behind(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase:
    """The person that a description's apposition names: 'said its manager, Annie Loxley'.

    Also behind a place: 'said the Liberal leader on the council, Annie Loxley'.
    """
    stop = phrase.stop
    described = tokens[phrase.start].low in words.determiners and not tokens[stop - 1].is_name
    described = described or _is_anothers(tokens, phrase, words)
    if described and stop < len(tokens) and tokens[stop].low in words.prepositions:
        place = phrase_from(tokens, stop + 1, words)
        if place is not None and not tokens[place.stop - 1].is_name:  # not 'in Kelm, Ontario'
            stop = place.stop
    if stop >= len(tokens) or tokens[stop].text != ",":
        return phrase
    named = any(token.is_name for token in tokens[phrase.start : phrase.stop])
    titled = stop + 2 < len(tokens) and tokens[stop + 1].low.removesuffix(".") in before_names()
    if (
        not described
        and named
        and not (_is_office(tokens, phrase, words) or (titled and _has_of(tokens, phrase, words)))
    ):
        return phrase
    behind = _named_behind(tokens, stop, words)
    if behind is None or (not described and named and not _is_told(tokens, behind)):
        return phrase
    return behind


def _is_anothers(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase tells what somebody is, and of what place or body: "Latvia's premier"."""
    head = tokens[phrase.stop - 1].low
    owned = any(tokens[at].low == "'s" for at in phrase) and not tokens[phrase.stop - 1].is_name
    return owned and among(head, words.roles, words.titles, person_words().occupations)


def _is_named_role(
    tokens: list[Token], phrase: Phrase, comma: int, close: int, words: Lexicon
) -> bool:
    """Whether what somebody does and a full name stand behind whom a phrase describes.

    'Her colleague, nephrologist Dr. Tor Lind, agrees'.
    """
    described = tokens[phrase.start].low in words.determiners
    if not described or not _is_named_end(tokens, close) or close - comma > LONGEST:
        return False
    between = tokens[comma + 1 : close]
    return all(token.is_word for token in between) and not any(
        among(token.low, words.finite, words.past, words.prepositions) for token in between
    )


def _is_named_end(tokens: list[Token], close: int) -> bool:
    return all(token.is_name for token in tokens[max(close - 2, 0) : close])


def _named_inside(
    tokens: list[Token], phrase: Phrase, comma: int, close: int, words: Lexicon
) -> Phrase | None:
    """Whom an apposition names that a phrase only describes: 'the winner, Ann Lee, said'."""
    described = tokens[phrase.start].low in words.determiners or _is_bare_office(
        tokens, phrase, words
    )
    if not described and tokens[phrase.stop - 1].is_name:
        return None
    named = _named_behind(tokens, comma, words, end=close)
    if named is None or not _may_be_meant(tokens, phrase, named, words):
        return None
    if _is_somebodys(tokens, phrase, words) and _is_group(tokens, named, words):
        return None  # 'a spokesman for the maker, Lantern Labs, said'
    return named


def _is_somebodys(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase tells whose somebody is: 'a spokesman for the maker', not 'one of them'."""
    of = next((at for at in phrase if tokens[at].low in words.prepositions), phrase.start)
    return of > phrase.start and tokens[of - 1].low in words.roles


def _is_group(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a word of a name is one that persons' names do not have: 'Lantern Labs'."""
    return any(among(tokens[at].low, words.institutions, person_words().no_person) for at in phrase)


def _may_be_meant(tokens: list[Token], phrase: Phrase, named: Phrase, words: Lexicon) -> bool:
    """Whether an apposition names whom a phrase describes.

    Not 'the economist Ann Lee, a fellow of Green Hall'.
    """
    if not tokens[phrase.stop - 1].is_name:
        return True
    return tokens[named.start].low not in words.determiners


def _is_state(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase is but 'Mo.' or the like, a state cut short."""
    only = tokens[phrase.start]
    short = only.text.endswith(".") and only.low.removesuffix(".") in words.abbreviations
    return len(phrase) == 1 and only.is_name and short


def _is_put_behind(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase only tells of the name before it: a state, a degree, an age."""
    if _is_state(tokens, phrase, words) or _is_degree(tokens, phrase):
        return True
    if _is_behind_town(tokens, phrase, words):
        return True
    aged = len(phrase) == 1 and tokens[phrase.start].text.isdigit()
    return aged and phrase.start > 1 and tokens[phrase.start - 1].text == ","


def _is_behind_town(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a name tells where a town is: 'Roy, a vet in Ayr, Ontario, who saw it, said'."""
    at = phrase.start - 1
    if at < 1 or tokens[at].text != "," or tokens[phrase.start].low in given_names():
        return False
    if len(phrase) > len(("Nova", "Scotia")) or not all(tokens[i].is_name for i in phrase):
        return False
    town = at - 1
    while town > 0 and tokens[town].is_name:
        town -= 1
    return town < at - 1 and town > 0 and tokens[town].low in words.prepositions


def _is_degree(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a phrase is but a degree or the like, cut short: 'Ann Lee, MD, a surgeon, said'."""
    text = tokens[phrase.start].text
    capitals = sum(map(str.isupper, text))
    behind_comma = phrase.start > 1 and tokens[phrase.start - 1].text == ","
    short = len(phrase) == 1 and capitals > 1 and len(text) <= _LONGEST_DEGREE
    return behind_comma and short and tokens[phrase.start - 2].is_name


def is_honour(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a phrase is but a known degree or honour behind a name and a comma."""
    known = tokens[phrase.start].low.replace(".", "") in person_words().honours
    return known and _is_degree(tokens, phrase)


def _is_full_name(tokens: list[Token], start: int, end: int) -> bool:
    return 2 <= end - start <= 4 and all(token.is_name for token in tokens[start:end])


def _is_office(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase is an office with its place: 'the bishop of Ely', 'the MP for Kelm'."""
    of = next((at for at in phrase if tokens[at].low in naming_words().of_office), phrase.start)
    head = tokens[of - 1]
    known = among(head.low, words.roles, words.titles, person_words().occupations)
    known = known or head.low.endswith(_DOERS)  # 'the designer of the Estuary Viaduct'
    return known and _has_of(tokens, phrase, words)


def _has_of(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase may be an office with its place, by its form: 'the prefect of Ulan'."""
    of = next((at for at in phrase if tokens[at].low in naming_words().of_office), phrase.start)
    return of > phrase.start + 1 and tokens[phrase.start].low in words.determiners


def _is_bare_office(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase is an office without an article: 'Leader of the Friends of Kelm'."""
    if len(phrase) < len(("Leader", "of", "Kelm")):
        return False
    head, of = tokens[phrase.start], tokens[phrase.start + 1]
    known = among(head.low, words.roles, words.titles, person_words().occupations)
    return known and of.low in naming_words().of_office


def _is_told(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a title or a given name tells that a phrase is somebody's name, not a place's."""
    first = tokens[phrase.start + (tokens[phrase.start].low in small_words().articles)]
    parts = first.text.split("-")
    twofold = len(parts) > 1 and all(part[:1].isupper() for part in parts)  # 'Jean-Luc'
    known = first.low.removesuffix(".") in before_names() or first.low in given_names()
    return known or twofold


def _named_behind(
    tokens: list[Token], comma: int, words: Lexicon, end: int | None = None
) -> Phrase | None:
    """'Priya Nair' or 'the florist Amrit Gill' between a comma and the next one or the end."""
    named = phrase_from(tokens, comma + 1, words)
    if named is None:
        return None
    last = tokens[max(named.start, named.stop - 2) : named.stop]
    if not all(token.is_name for token in last):
        return None
    closes = named.stop >= len(tokens) or tokens[named.stop].text in {",", ".", ":"}
    return named if closes and (end is None or named.stop == end) else None


def _is_apposition(tokens: list[Token], phrase: Phrase, index: int, words: Lexicon) -> bool:
    """Whether what follows the sign at ``index`` opens as what says more of a phrase does."""
    if tokens[index].text != ",":
        return True
    after = tokens[index + 1]
    if after.low in words.relative or after.low in small_words().opens_apposition:
        return True
    if _is_outlet_noun(tokens, phrase, index, words):
        return True
    named = any(token.is_name for token in tokens[phrase.start : phrase.stop])
    if not named and not after.is_name and not _is_put_in(tokens, phrase, words):
        return False
    return (
        after.low in words.determiners
        or after.low in words.roles
        or after.text[0].isdigit()
        or after.is_name
        or among(after.low, words.prepositions, words.clause_openers, words.when)
        or among(after.low, words.participles, small_words().asides)
        or after.low.endswith(("ing", "ed"))
        or (after.low in words.past and tokens[index + 2].low in small_words().of_maker)
        or (named and _opens_with_role(tokens, index + 1, words))
    )


def _is_outlet_noun(tokens: list[Token], phrase: Phrase, index: int, words: Lexicon) -> bool:
    """Whether an outlet's name stands behind what it is: 'a rival paper, the Echo, said'."""
    noun, after = tokens[phrase.stop - 1].low, tokens[index + 1]
    articled = after.low in small_words().articles and tokens[index + 2].is_name
    return articled and noun in words.outlet_nouns


def _opens_with_role(tokens: list[Token], start: int, words: Lexicon) -> bool:
    """Whether adjectives lead to what somebody is: 'Ann Lee, national director of X, said'."""
    for token in tokens[start : start + _LED]:
        if not token.is_word or among(token.low, words.prepositions, words.finite, words.past):
            return False
        if among(token.low, words.roles, person_words().occupations):
            return True
    return False


def _is_put_in(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether few words between commas only part a subject from its verb: ', in fact,'."""
    head = tokens[phrase.stop - 1].low
    if not among(head, words.roles, words.counts) and not head.endswith("s"):
        return False
    after = tokens[phrase.stop + 1] if phrase.stop + 1 < len(tokens) else None
    if after is None:
        return False
    aside = any(token.text == "," for token in tokens[phrase.stop + 2 : phrase.stop + _ASIDE])
    return aside or after.low.endswith("ed") or among(after.low, words.past, words.opens_relative)
