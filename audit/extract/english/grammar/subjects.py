"""Finds the subject of a verb, leftwards from it: past adverbs, appositions and what it governs."""

from audit.extract.english.grammar.phrases import (
    LONGEST,
    bounds,
    is_adverb,
    is_noun_like,
    joins_adjectives,
    joins_names,
    phrase_from,
)
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, given_names, person_words
from audit.languages.extraction.english_small_words import small_words

_ASIDE = 6  # tokens of ', in fact,'
_LONGEST_BYNAME = 3  # words
_LONGEST_DEGREE = 6  # characters of 'PharmD'
_FARTHEST = 45  # tokens between a name and the comma that closes its apposition


def subject_before(tokens: list[Token], verb: int, words: Lexicon) -> Phrase | None:
    """The subject of the verb at index ``verb``, None where nothing on its left can be it."""
    at = _skip_adverbials(tokens, verb - 1, words)
    if at < 0:
        return None
    token = tokens[at]
    if token.quote >= 0 and _is_byname(tokens, at, words):
        return _before_apposition(tokens, at, words, sign=",")
    if token.quote >= 0 or _ends_figure(tokens, at):
        return None
    if _relative(token, words) in words.relative:
        return Phrase(at, at + 1) if _antecedent(tokens, at, words) is not None else None
    single = token.low in words.pronouns or token.low in small_words().anybody
    if single or _is_contracted(token, words):
        return Phrase(at, at + 1)
    if token.text == "," and at > 0 and tokens[at - 1].text == ")":
        at, token = at - 1, tokens[at - 1]  # 'Gov. John Kasich (R-OH), said'
    if token.text in {",", ")", "—", "–", "--", "-"}:
        return _before_apposition(tokens, at, words)
    phrase = _ending_at(tokens, at, words)
    while phrase is not None and _is_honour(tokens, phrase):
        phrase = _ending_at(tokens, phrase.start - 2, words)  # 'Ann Lee, MD, MPH: “…”'
    if phrase is None or _is_participle(tokens, phrase, words):
        return None
    found = _head(tokens, phrase, words) or _behind_opening(tokens, phrase, words) or phrase
    lone = len(found) == 1 and tokens[found.start].low in small_words().object_pronouns
    return None if lone else found  # 'the guy next to me said'


def _behind_opening(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase | None:
    """The name behind what opens a clause without a comma: 'In one interview Lee called'."""
    at = phrase.start - 1
    if at < 0 or tokens[at].low not in words.prepositions or (at > 0 and tokens[at - 1].is_word):
        return None
    start = phrase.stop
    while start > phrase.start and tokens[start - 1].is_name:
        start -= 1
    noun = tokens[start - 1]
    is_role = among(noun.low, words.roles, words.titles)
    if start in {phrase.start, phrase.stop} or not noun.is_word or is_role:
        return None
    return None if noun.low in words.prepositions else Phrase(start, phrase.stop)


def _ends_figure(tokens: list[Token], at: int) -> bool:
    """Whether a token is the last part of a figure, before what it counts: '1,900 objects'."""
    return (
        at > 1
        and tokens[at].text.isdigit()
        and tokens[at - 1].text == ","
        and tokens[at - 1].end == tokens[at].start
    )


def _is_participle(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase is one word that no noun looks like: 'should be closed were'."""
    only = tokens[phrase.start]
    rest = tokens[phrase.start + 1 : phrase.stop]
    if only.text != only.low or not all(token.low.isdigit() for token in rest):
        return False  # but 'dated 4 [May] says'
    return (only.low.endswith("ed") and only.low not in words.roles) or only.low in words.past


def _head(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase | None:
    """The phrase that one behind a preposition belongs to: 'a source speaking to Fox News said'.

    It begins its clause, and no verb stands between.
    """
    if phrase.start < 2 or tokens[phrase.start - 1].low not in words.prepositions:
        return None
    start = phrase.start - 1
    lowest = max(phrase.start - LONGEST, 0)
    while start > lowest and _is_inside_clause(tokens[start - 1], words):
        start -= 1
    before = tokens[start - 1] if start > 0 else None
    inside = before is not None and before.is_word and before.low not in words.clause_openers
    if inside or not _may_be_head(tokens[start], words):
        return None
    head = phrase_from(tokens, start, words)
    return head if head is not None and head.stop < phrase.start else None


def _is_inside_clause(token: Token, words: Lexicon) -> bool:
    """Whether a word neither opens a clause nor is its verb."""
    bounded = among(token.low, words.conjunctions, words.finite, words.be, words.past)
    return token.is_word and not bounded and not _says(token, words)


def _may_be_head(first: Token, words: Lexicon) -> bool:
    """Whether a phrase that begins so may have another behind a preposition.

    Not 'speaking', not 'in'.
    """
    if among(first.low, words.prepositions, words.times) or first.low.endswith(("ing", "ed")):
        return False
    return first.is_name or first.low in words.determiners or first.low.endswith("s")


def meant(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase:
    """What a relative pronoun stands for ('farmers, who …'); any other phrase means itself."""
    if _relative(tokens[phrase.start], words) not in words.relative:
        return phrase
    return _antecedent(tokens, phrase.start, words) or phrase


def _antecedent(tokens: list[Token], relative: int, words: Lexicon) -> Phrase | None:
    before = relative - 1
    if before > 0 and tokens[before].text in {"—", "–", "--"}:
        before -= 1
    if before > 0 and tokens[before].low in small_words().coordinating:
        return _joined_antecedent(tokens, before, words)
    if before >= 0 and tokens[before].low in small_words().plural_pronouns:
        return Phrase(before, relative)
    if before >= 0 and tokens[before].text == ",":
        before -= 1
    if before >= 0 and tokens[before].text == ",":
        return None
    return _ending_at(tokens, before, words)


def _joined_antecedent(tokens: list[Token], joint: int, words: Lexicon) -> Phrase | None:
    """Whom the second of two relative clauses stands for: 'Roy, who left but who said'."""
    for at in range(joint - 1, max(joint - _FARTHEST, 0), -1):
        if tokens[at].low in words.opens_relative and tokens[at].low != "that":
            return _antecedent(tokens, at, words)
    return None


def _relative(token: Token, words: Lexicon) -> str:
    """A word less the verb that is glued to it: 'who' of "who've"."""
    return token.low.partition("'")[0] if token.low not in words.pronouns else token.low


def _is_contracted(token: Token, words: Lexicon) -> bool:
    """Whether a pronoun has its verb glued to it: "they've"."""
    pronoun, apostrophe, _ = token.low.partition("'")
    return bool(apostrophe) and among(pronoun, words.pronouns, words.relative)


def _skip_adverbials(tokens: list[Token], at: int, words: Lexicon) -> int:
    """From the word before a verb leftwards over auxiliaries, adverbs and 'on Monday'."""
    while at >= 0:
        token = tokens[at]
        if token.quote >= 0:
            return at
        if _is_contracted(token, words):
            return at
        if (
            token.low == "'s"
            and at > 0
            and (among(tokens[at - 1].low, words.pronouns, words.relative))
        ):
            return at - 1  # "he's said"
        if token.low in words.alone and (
            at == 0
            or not tokens[at - 1].is_word
            or tokens[at - 1].low in small_words().coordinating
        ):
            return at  # 'Both vowed to stay'
        if token.text == "," and at > 1 and _is_thrown_in(tokens, at, words):
            at -= 3  # 'has, however, said'
            continue
        if (
            is_adverb(token, words)
            or among(token.low, words.auxiliaries, words.be, words.finite)
            or token.low in words.afterthoughts
        ):
            at -= 1
            continue
        before = _before_time(tokens, at, words)
        if before == at:
            return at
        at = before
    return at


def _is_thrown_in(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a comma closes one word that another opens: ', however,'."""
    word = tokens[at - 1]
    adverb = among(word.low, words.thrown_in) or is_adverb(word, words)
    return adverb and tokens[at - 2].text == ","


def _before_time(tokens: list[Token], at: int, words: Lexicon) -> int:
    """The index before a time that ends at ``at`` ('on Friday'), ``at`` itself where none does."""
    if tokens[at].low not in words.times or at == 0:
        return at
    before = tokens[at - 1].low
    if before in words.times and tokens[at - 1].is_name:
        start = at - 1  # 'on Thursday evening'
    elif before in small_words().before_time:
        start = at - 2
        start -= start > 0 and tokens[start].low in small_words().before_time  # 'late last week'
    elif tokens[at].is_name:
        start = at - 1
    elif before in words.determiners and tokens[at + 1].low in words.times:
        start = at - 2  # 'Lee a month later announced'
    else:
        return at
    issued = start > 0 and tokens[start].low in words.issued
    return start - issued  # 'a poll released on Friday'


def _is_byname(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether quoted words with a comma close an apposition: 'Lee, known as “the Hammer,” said'."""
    text = tokens[at].text.rstrip("’'\" ")
    short = text.endswith(",") and len(text.split()) <= _LONGEST_BYNAME
    return short and at > 1 and tokens[at - 1].low == "as" and tokens[at - 2].low in words.bynames


def _before_apposition(
    tokens: list[Token], close: int, words: Lexicon, sign: str | None = None
) -> Phrase | None:
    """The phrase before 'X, a spokesman for Y, said', 'X (R-Ariz.) said', 'X — who … — said'."""
    sign = sign or ("(" if tokens[close].text == ")" else tokens[close].text)
    lowest = max(close - _FARTHEST, 0)
    candidates = [index for index in range(close - 1, lowest, -1) if tokens[index].text == sign]
    if sign == "(":
        return _ending_at(tokens, candidates[0] - 1, words) if candidates else None
    for index in candidates:
        after = tokens[index + 1]
        phrase = _ending_at(tokens, index - 1, words)
        if phrase is None or _is_put_behind(tokens, phrase, words):
            continue  # 'a farmer from Ava, Mo., who …, said'
        if phrase.start > 0 and tokens[phrase.start - 1].low in words.prepositions:
            if sign == "," and _is_full_name(tokens, index + 1, close):
                return Phrase(index + 1, close)  # 'a man in the crowd, Ben Roy, said'
            continue  # a place: 'James, of Flint, Mich., said'
        ends_here = phrase.stop == index or tokens[index - 1].text == ")"
        if ends_here and _is_apposition(after, words, tokens, phrase, sign):
            named = _named_inside(tokens, phrase, index, close, words) if sign == "," else None
            return phrase if named is None else named
    return None


def _named_inside(
    tokens: list[Token], phrase: Phrase, comma: int, close: int, words: Lexicon
) -> Phrase | None:
    """Whom an apposition names that a phrase only describes: 'the winner, Ann Lee, said'."""
    described = tokens[phrase.start].low in words.determiners
    if not described and tokens[phrase.stop - 1].is_name:
        return None
    named = _named_behind(tokens, comma, words, end=close)
    if named is None or not _may_be_meant(tokens, phrase, named, words):
        return None
    return named


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
    aged = len(phrase) == 1 and tokens[phrase.start].text.isdigit()
    return aged and phrase.start > 1 and tokens[phrase.start - 1].text == ","


def _is_degree(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a phrase is but a degree or the like, cut short: 'Ann Lee, MD, a surgeon, said'."""
    text = tokens[phrase.start].text
    capitals = sum(map(str.isupper, text))
    behind_comma = phrase.start > 1 and tokens[phrase.start - 1].text == ","
    short = len(phrase) == 1 and capitals > 1 and len(text) <= _LONGEST_DEGREE
    return behind_comma and short and tokens[phrase.start - 2].is_name


def _is_honour(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a phrase is but a known degree or honour behind a name and a comma."""
    known = tokens[phrase.start].low.replace(".", "") in person_words().honours
    return known and _is_degree(tokens, phrase)


def _is_full_name(tokens: list[Token], start: int, end: int) -> bool:
    return 2 <= end - start <= 4 and all(token.is_name for token in tokens[start:end])


def named_behind(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase:
    """The person that a description's apposition names: 'said its manager, Annie Loxley'.

    Also behind a place: 'said the Liberal leader on the council, Annie Loxley'.
    """
    stop = phrase.stop
    described = tokens[phrase.start].low in words.determiners and not tokens[stop - 1].is_name
    if described and stop < len(tokens) and tokens[stop].low in words.prepositions:
        place = phrase_from(tokens, stop + 1, words)
        if place is not None and not tokens[place.stop - 1].is_name:  # not 'in Kelm, Ontario'
            stop = place.stop
    if stop >= len(tokens) or tokens[stop].text != ",":
        return phrase
    named = any(token.is_name for token in tokens[phrase.start : phrase.stop])
    if not described and named and not _is_office(tokens, phrase, words):
        return phrase
    behind = _named_behind(tokens, stop, words)
    if behind is None or (not described and named and not _is_told(tokens, behind, words)):
        return phrase
    return behind


def _is_office(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase is an office with its place: 'the bishop of Ely', 'the MP for Kelm'."""
    of = next((at for at in phrase if tokens[at].low in small_words().of_office), phrase.start)
    head = tokens[of - 1]
    known = among(head.low, words.roles, words.titles, person_words().occupations)
    return of > phrase.start + 1 and tokens[phrase.start].low in words.determiners and known


def _is_told(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a title or a given name tells that a phrase is somebody's name, not a place's."""
    first = tokens[phrase.start + (tokens[phrase.start].low in small_words().articles)]
    return first.low.removesuffix(".") in words.titles or first.low in given_names()


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


def _is_apposition(
    after: Token, words: Lexicon, tokens: list[Token], phrase: Phrase, sign: str
) -> bool:
    named = any(token.is_name for token in tokens[phrase.start : phrase.stop])
    if sign != ",":
        return True
    if after.low in words.relative or after.low in small_words().opens_apposition:
        return True
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
    )


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


def _ending_at(tokens: list[Token], last: int, words: Lexicon) -> Phrase | None:
    """The noun phrase whose last word is at index ``last``."""
    last = _before_brackets(tokens, last)
    if last < 0:
        return None
    if tokens[last].low in words.pronouns:
        return Phrase(last, last + 1)
    if last >= 2 and tokens[last - 1].low in small_words().out_of:
        numbers = (tokens[last - 2].low, tokens[last].low)
        if all(number in words.numbers or number.isdigit() for number in numbers):
            return Phrase(last - 2, last + 1)  # 'two in three said'
    start = _grown_leftwards(tokens, last, words)
    while start <= last and tokens[start].low in words.prepositions:
        start += 1
    return Phrase(start, last + 1) if is_noun_like(tokens[start : last + 1], words) else None


def _before_brackets(tokens: list[Token], last: int) -> int:
    """The index before brackets that close at ``last``: 'Kasich (R-OH)'."""
    if last < 0 or tokens[last].text != ")":
        return last
    while last >= 0 and tokens[last].text != "(":
        last -= 1
    return last - 1


def _grown_leftwards(tokens: list[Token], last: int, words: Lexicon) -> int:
    """The first word that may belong to the phrase that ends at ``last``."""
    start = last + 1
    while start > 0 and last - start < LONGEST and _belongs(tokens, start - 1, last, words):
        start -= 1
        if tokens[start].low in words.determiners and not _before_determiner(tokens, start, words):
            break
    if (
        start > 0
        and tokens[start].low.isdigit()
        and (
            tokens[start - 1].low in small_words().number_signs and tokens[start - 1].text.istitle()
        )
    ):
        start -= 1  # 'No 10 says'
    return start


def _belongs(tokens: list[Token], at: int, last: int, words: Lexicon) -> bool:
    """Whether the word at ``at`` may belong to the phrase that grows leftwards from ``last``."""
    token = tokens[at]
    if not token.is_word:
        return _is_sign_inside(tokens, at, last)
    if bounds(tokens, at, words):
        return _is_joint(tokens, at) or (token.low == "and" and joins_adjectives(tokens, at, words))
    if token.low in words.determiners:
        return True
    if token.low in words.prepositions:
        inner = at > 0 and tokens[at - 1].low in small_words().indefinite  # 'an inside source'
        return at != last and (inner or _has_head(tokens, at, words))
    if token.low in words.times and token.is_name:
        return False
    lower_verb = words.is_verb(token.low) and token.text.islower()
    return (
        not lower_verb
        or among(token.low, words.nouns, words.roles)
        or _is_noun_at(tokens, at, last, words)
    )


def _is_sign_inside(tokens: list[Token], at: int, last: int) -> bool:
    """Whether a sign stands inside a phrase: '18% who say', '1,612 workers'."""
    text = tokens[at].text
    if text == "%":
        return at > 0 and tokens[at - 1].low[:1].isdigit()
    if text == "," and at < last and _ends_figure(tokens, at + 1):
        return True
    return text in {"'", "’"} and 0 < at != last and tokens[at - 1].low.endswith("s")


def _is_noun_at(tokens: list[Token], at: int, last: int, words: Lexicon) -> bool:
    """Whether the word before a form makes it a noun: "Lee's thinking", 'secretary of state'."""
    if at == 0:
        return False
    before = tokens[at - 1].low
    return before in {"'s", "of"} or (at == last and before in words.determiners)


def _before_determiner(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a phrase goes on to the left of its determiner: 'all the', 'a spokesman for the'."""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.low in words.prepositions:
        return _has_head(tokens, at - 1, words)
    return before.low in words.determiners


def _has_head(tokens: list[Token], preposition: int, words: Lexicon) -> bool:
    """Whether the words left of a preposition are a source it may belong to."""
    token = tokens[preposition]
    if preposition == 0:
        return False
    before = tokens[preposition - 1]
    if token.low == "by":
        return among(before.low, words.counts, words.made)  # 'a survey by the harbour authority'
    if token.low not in words.joining:
        return False
    if not before.is_word or bounds(tokens, preposition - 1, words):
        return False
    if before.low in words.roles or before.low in words.joining:
        return True
    if token.low == "of":
        return not words.is_verb(before.low) and before.low not in words.prepositions
    near = tokens[max(preposition - 4, 0) : preposition]
    return any(other.low in words.roles for other in near)


def _is_joint(tokens: list[Token], at: int) -> bool:
    """Whether 'and' or the pronoun before it belongs to a joint subject: 'he and Mr. Allen'."""
    if tokens[at].low == "and":
        return joins_names(tokens, at) or _is_with_others(tokens, at)
    return tokens[at].low in small_words().one_person and tokens[at + 1].low == "and"


def _is_with_others(tokens: list[Token], at: int) -> bool:
    """Whether 'and' joins a name and those who worked with it: 'Rao and colleagues wrote'."""
    behind = tokens[at + 1 : at + 3]
    small = small_words()
    named = behind[-1 if behind[0].low in small.possessives else 0] if behind else None
    others = named is not None and named.low in small.colleagues
    return others and at > 0 and tokens[at - 1].is_name


def _says(token: Token, words: Lexicon) -> bool:
    return token.text == token.low and words.is_verb(token.low) and not token.low.endswith("ing")
