"""Finds the noun phrase that names a source, leftwards from a verb or rightwards from a place.

There is no tagger: a phrase grows word by word until a word that cannot belong to it. What bounds it
are the closed classes of the language (conjunctions, prepositions, auxiliaries), which the lexicon lists.
"""

from typing import NamedTuple

from audit.extract.lexicon import Lexicon, among
from audit.extract.sentences import Token

_ALONE = frozenset(
    {
        "some",
        "many",
        "others",
        "several",
        "most",
        "another",
        "both",
        "few",
        "one",
        "all",
        "each",
        "none",
    }
)
_NAMES_TOO = frozenset(
    {"will", "may", "might", "mark", "so", "still", "just", "even", "well", "no"}
)
_LONGEST = 14  # words in a noun phrase
_LONGEST_CITED = 30
_ENDS_CITED = frozenset(
    [
        "but",
        "while",
        "as",
        "when",
        "because",
        "after",
        "before",
        "although",
        "though",
        "which",
        "who",
        "that",
        "if",
        "since",
        "with",
        "was",
        "were",
        "is",
        "are",
        "has",
        "had",
        "have",
        "would",
        "will",
    ]
)
_FARTHEST = 45  # tokens between a name and the comma that closes its apposition


_OPENS_CLAUSE = frozenset(
    {"and", "but", "that", "when", "while", "because", "if", "although", "as"}
)
_FEWEST_WORDS = 3  # of a clause
# Behind a comma these mostly bring the reporter back: 'said it was over, which surprised the mayor'.
_REPORTERS = frozenset({"which", "whose", "while", "although", "as"})


_NO_ADVERBS = frozenset(
    [
        "daily",
        "weekly",
        "monthly",
        "yearly",
        "quarterly",
        "early",
        "family",
        "friendly",
        "likely",
        "elderly",
        "assembly",
        "reply",
        "supply",
        "july",
        "only",
        "anomaly",
        "bully",
        "rally",
        "ally",
    ]
)
# Words behind a subject that are of neither it nor its verb: 'the campaign workers here said'.
_AFTERTHOUGHTS = frozenset(
    {"here", "there", "overall", "alike", "combined", "nationwide", "surveyed"}
)
_NUMBERS = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half", "third"]
)


class Phrase(NamedTuple):
    """Tokens ``start`` up to, not including, ``end`` of a sentence."""

    start: int
    end: int


def subject_before(tokens: list[Token], verb: int, words: Lexicon) -> Phrase | None:
    """The subject of the verb at index ``verb``, None where nothing on its left can be it."""
    at = _skip_adverbials(tokens, verb - 1, words)
    if at < 0:
        return None
    token = tokens[at]
    if token.quote >= 0:
        return None
    if token.low in words.relative:
        return Phrase(at, at + 1) if _antecedent(tokens, at, words) is not None else None
    if token.low in words.pronouns or _is_contracted(token, words):
        return Phrase(at, at + 1)
    if token.text in {",", ")", "—", "–", "--", "-"}:
        return _before_apposition(tokens, at, words)
    phrase = _ending_at(tokens, at, words)
    if phrase is None or _is_participle(tokens, phrase, words):
        return None
    return _head(tokens, phrase, words) or phrase


def _is_participle(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase is one word that no noun looks like: 'should be closed were'."""
    only = tokens[phrase.start]
    if phrase.end - phrase.start > 1 or only.text != only.low:
        return False
    return (only.low.endswith("ed") and only.low not in words.roles) or only.low in words.past


def _head(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase | None:
    """The phrase that one behind a preposition belongs to: 'a source speaking to Fox News said'.

    It begins its clause, and no verb stands between.
    """
    if phrase.start < 2 or tokens[phrase.start - 1].low not in words.prepositions:
        return None
    start = phrase.start - 1
    while start > 0 and phrase.start - start < _LONGEST and tokens[start - 1].is_word:
        before = tokens[start - 1]
        if before.low in words.conjunctions or before.low in words.finite or before.low in words.be:
            break
        if before.low in words.past or _says(before, words):
            break
        start -= 1
    if start > 0 and tokens[start - 1].is_word and tokens[start - 1].low not in _OPENS_CLAUSE:
        return None
    first = tokens[start]
    if among(first.low, words.prepositions, words.times) or first.low.endswith(("ing", "ed")):
        return None
    head = phrase_from(tokens, start, words)
    if head is None or head.end >= phrase.start:
        return None
    if not (first.is_name or first.low in words.determiners or first.low.endswith("s")):
        return None
    return head


def meant(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase:
    """What a relative pronoun stands for ('farmers, who …'); any other phrase means itself."""
    if tokens[phrase.start].low not in words.relative:
        return phrase
    return _antecedent(tokens, phrase.start, words) or phrase


def _antecedent(tokens: list[Token], relative: int, words: Lexicon) -> Phrase | None:
    before = relative - 1
    if before >= 0 and tokens[before].low in {"those", "some", "many", "few"}:
        return Phrase(before, relative)
    if before >= 0 and tokens[before].text == ",":
        before -= 1
    if before >= 0 and tokens[before].text == ",":
        return None
    return _ending_at(tokens, before, words)


def phrase_from(tokens: list[Token], start: int, words: Lexicon) -> Phrase | None:
    """The noun phrase that begins at index ``start``, None where none does."""
    if start >= len(tokens):
        return None
    if tokens[start].low in words.pronouns:
        return Phrase(start, start + 1)
    end = start
    while end < len(tokens) and end - start < _LONGEST:
        token = tokens[end]
        if not token.is_word:
            break
        if token.low in words.determiners:
            previous = tokens[end - 1].low if end > start else ""
            if (
                end > start
                and previous not in words.determiners
                and (previous not in words.prepositions)
            ):
                break
        elif token.low in words.prepositions:
            if end == start or not _goes_on(tokens, start, end, words):
                break
        elif (
            _bounds(tokens, end, words) and not (token.low == "and" and _joins_names(tokens, end))
        ) or (end > start and (_is_time(tokens, end, words) or _is_finite(tokens, end, words))):
            break
        end += 1
    while end > start and (
        tokens[end - 1].low in words.prepositions or tokens[end - 1].low in words.determiners
    ):
        end -= 1
    return Phrase(start, end) if _is_noun_like(tokens[start:end], words) else None


def is_adverb(token: Token) -> bool:
    """Whether a word is an adverb in '-ly': not 'yearly', not 'family'."""
    low = token.low
    return low.endswith("ly") and len(low) > 4 and token.text == low and low not in _NO_ADVERBS


def _is_contracted(token: Token, words: Lexicon) -> bool:
    """Whether a pronoun has its verb glued to it: "they've"."""
    pronoun, apostrophe, _ = token.low.partition("'")
    return bool(apostrophe) and pronoun in words.pronouns


def _is_time(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word tells when and ends a phrase: not in 'a Wednesday editorial', 'USA TODAY'."""
    token = tokens[at]
    return (
        token.low in words.times and not token.text.isupper() and not _is_dated(tokens, at, words)
    )


def _is_dated(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a day stands inside a phrase: 'a Wednesday editorial', 'the Monday meeting'."""
    if tokens[at].low not in words.times or at == 0 or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    inside = after.is_word and after.text.islower() and not _bounds(tokens, at + 1, words)
    return inside and tokens[at - 1].low in words.determiners


def _is_finite(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word behind a noun is a verb: 'Trump defended', 'both men issued'."""
    token, before = tokens[at], tokens[at - 1]
    if not token.text.islower() or before.low in words.determiners or before.low == "'s":
        return False
    is_verb = words.is_verb(token.low) or token.low.endswith("ed")
    return is_verb and not among(token.low, words.nouns, words.roles) and _is_noun(before, words)


def _is_noun(token: Token, words: Lexicon) -> bool:
    return token.is_name or token.low in words.roles or token.low.endswith("s")


def _skip_adverbials(tokens: list[Token], at: int, words: Lexicon) -> int:
    """From the word before a verb leftwards over auxiliaries, adverbs and 'on Monday'."""
    while at >= 0:
        token = tokens[at]
        if token.quote >= 0:
            return at
        if _is_contracted(token, words):
            return at
        if (
            is_adverb(token)
            or among(token.low, words.auxiliaries, words.be, words.finite)
            or token.low in _AFTERTHOUGHTS
        ):
            at -= 1
        elif token.low in words.times and at > 0:
            before = tokens[at - 1].low
            if before in words.times and tokens[at - 1].is_name:
                at -= 1  # 'on Thursday evening'
            elif before in {"on", "last", "this", "late", "early", "that", "in"}:
                at -= 2
            elif token.is_name:
                at -= 1
            else:
                return at
        else:
            return at
    return at


def _before_apposition(tokens: list[Token], close: int, words: Lexicon) -> Phrase | None:
    """The phrase before 'X, a spokesman for Y, said', 'X (R-Ariz.) said', 'X — who … — said'."""
    sign = "(" if tokens[close].text == ")" else tokens[close].text
    lowest = max(close - _FARTHEST, 0)
    candidates = [index for index in range(close - 1, lowest, -1) if tokens[index].text == sign]
    if sign == "(":
        return _ending_at(tokens, candidates[0] - 1, words) if candidates else None
    for index in candidates:
        after = tokens[index + 1]
        phrase = _ending_at(tokens, index - 1, words)
        if phrase is None:
            continue
        if phrase.start > 0 and tokens[phrase.start - 1].low in words.prepositions:
            if sign == "," and _is_full_name(tokens, index + 1, close):
                return Phrase(index + 1, close)  # 'a man in the crowd, Ben Roy, said'
            continue  # a place: 'James, of Flint, Mich., said'
        ends_here = phrase.end == index or tokens[index - 1].text == ")"
        if ends_here and _is_apposition(after, words, tokens, phrase, sign):
            if sign == "," and not tokens[phrase.end - 1].is_name:
                return _named_behind(tokens, index, words, end=close) or phrase
            return phrase
    return None


def _is_full_name(tokens: list[Token], start: int, end: int) -> bool:
    return 2 <= end - start <= 4 and all(token.is_name for token in tokens[start:end])


def named_behind(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase:
    """The person that a description's apposition names: 'said its manager, Annie Loxley'."""
    if phrase.end >= len(tokens) or tokens[phrase.end].text != ",":
        return phrase
    if any(token.is_name for token in tokens[phrase.start : phrase.end]):
        return phrase
    return _named_behind(tokens, phrase.end, words) or phrase


def _named_behind(
    tokens: list[Token], comma: int, words: Lexicon, end: int | None = None
) -> Phrase | None:
    """'Priya Nair' or 'the florist Amrit Gill' between a comma and the next one or the end."""
    named = phrase_from(tokens, comma + 1, words)
    if named is None or not all(token.is_name for token in tokens[named.end - 2 : named.end]):
        return None
    closes = named.end >= len(tokens) or tokens[named.end].text in {",", "."}
    return named if closes and (end is None or named.end == end) else None


def _is_apposition(
    after: Token, words: Lexicon, tokens: list[Token], phrase: Phrase, sign: str
) -> bool:
    named = any(token.is_name for token in tokens[phrase.start : phrase.end])
    if sign != ",":
        return True
    if after.low in words.relative or after.low in {"whose", "whom", "like", "including"}:
        return True
    if not named and not after.is_name:
        return False
    return (
        after.low in words.determiners
        or after.low in words.roles
        or after.text[0].isdigit()
        or after.is_name
        or after.low
        in words.prepositions | {"speaking", "however", "meanwhile", "when", "while", "as"}
        or after.low.endswith(("ing", "ed"))
        or after.low in {"too", "himself", "herself", "now", "also", "then"}
    )


def _ending_at(tokens: list[Token], last: int, words: Lexicon) -> Phrase | None:
    """The noun phrase whose last word is at index ``last``."""
    if last >= 0 and tokens[last].text == ")":
        while last >= 0 and tokens[last].text != "(":
            last -= 1
        last -= 1
    if last < 0:
        return None
    if tokens[last].low in words.pronouns:
        return Phrase(last, last + 1)
    if last >= 2 and tokens[last].low in _NUMBERS and tokens[last - 1].low in {"in", "of"}:
        return Phrase(last - 2, last + 1)  # 'two in three said'
    start = last + 1
    while start > 0 and last - start < _LONGEST and _belongs(tokens, start - 1, last, words):
        start -= 1
        if tokens[start].low in words.determiners and not _before_determiner(tokens, start, words):
            break
    while start <= last and tokens[start].low in words.prepositions:
        start += 1
    return Phrase(start, last + 1) if _is_noun_like(tokens[start : last + 1], words) else None


def _belongs(tokens: list[Token], at: int, last: int, words: Lexicon) -> bool:
    """Whether the word at ``at`` may belong to the phrase that grows leftwards from ``last``."""
    token = tokens[at]
    if not token.is_word:
        return False
    if _bounds(tokens, at, words):
        return _is_joint(tokens, at)
    if token.low in words.determiners:
        return True
    if token.low in words.prepositions:
        return at != last and _has_head(tokens, at, words)
    if token.low in words.times and token.is_name:
        return False
    lower_verb = words.is_verb(token.low) and token.text.islower()
    return not lower_verb or token.low in words.nouns or token.low in words.roles


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
    if preposition == 0 or token.low not in words.joining:
        return False
    before = tokens[preposition - 1]
    if not before.is_word or _bounds(tokens, preposition - 1, words):
        return False
    if before.low in words.roles or before.low in words.joining:
        return True
    if token.low == "of":
        return not words.is_verb(before.low) and before.low not in words.prepositions
    near = tokens[max(preposition - 4, 0) : preposition]
    return any(other.low in words.roles for other in near)


def _goes_on(tokens: list[Token], start: int, preposition: int, words: Lexicon) -> bool:
    token, before = tokens[preposition], tokens[preposition - 1]
    if preposition + 1 >= len(tokens):
        return False
    after = tokens[preposition + 1]
    if token.low == "by" and before.low in words.counts:
        return after.is_name or after.low in words.determiners  # 'a count by the agency'
    if token.low not in words.joining:
        return False
    if not after.is_word or after.low in words.times or after.low in words.pronouns:
        return False
    if token.low == "of":
        return True
    if token.low in {"for", "at", "from", "with", "close", "familiar", "near", "to"}:
        return before.low in words.roles or before.low in {"close", "familiar"}
    return token.low == "in" and before.low in words.roles and tokens[start].low not in words.roles


def _bounds(tokens: list[Token], at: int, words: Lexicon) -> bool:
    token = tokens[at]
    if (
        at > 0
        and (token.low in _NAMES_TOO or (token.text.isupper() and len(token.low) > 3))
        and token.text[0].isupper()
        and tokens[at - 1].is_word
    ):
        return False  # 'said Will Doyle'
    if _is_dated(tokens, at, words):
        return False
    if token.low in words.conjunctions or token.low in words.finite or token.low in words.be:
        return True
    if token.low in words.pronouns and token.low != "it":
        return True
    return is_adverb(token) and len(token.low) > 5


def _is_joint(tokens: list[Token], at: int) -> bool:
    """Whether 'and' or the pronoun before it belongs to a joint subject: 'he and Mr. Allen'."""
    if tokens[at].low == "and":
        return _joins_names(tokens, at)
    return tokens[at].low in {"he", "she"} and tokens[at + 1].low == "and"


def _joins_names(tokens: list[Token], index: int) -> bool:
    if index == 0 or index + 1 >= len(tokens):
        return False
    before = tokens[index - 1]
    return (before.is_name or before.low in {"he", "she"}) and tokens[index + 1].is_name


def _is_noun_like(tokens: list[Token], words: Lexicon) -> bool:
    return any(
        token.is_word
        and token.low not in words.determiners
        and token.low not in words.prepositions
        and token.low not in words.times
        for token in tokens
    ) or (len(tokens) == 1 and tokens[0].low in _ALONE)


def cited_phrase(tokens: list[Token], start: int, words: Lexicon) -> Phrase | None:
    """What 'according to' names, with all that belongs to it, to the next pause or clause.

    'early results of an exit poll conducted by Edison Research for The Associated Press'.
    """
    end = start
    while end < len(tokens) and end - start < _LONGEST_CITED:
        token = tokens[end]
        if not token.is_word and not (token.quote >= 0 and end > start):
            break
        if end > start and _ends_cited(tokens, end, words):
            break
        end += 1
    phrase = Phrase(start, end)
    return phrase if end > start and _is_noun_like(tokens[start:end], words) else None


def _ends_cited(tokens: list[Token], at: int, words: Lexicon) -> bool:
    low = tokens[at].low
    if low in words.times:
        return tokens[at].is_name and not _is_dated(tokens, at, words)
    if low in {"on", "in", "late", "early", "last"} and at + 1 < len(tokens):
        return tokens[at + 1].low in words.times
    return low in _ENDS_CITED


def clause_end(tokens: list[Token], start: int) -> int:
    """Where a clause that somebody states ends: with its sentence, or where the reporter's voice returns."""
    for index in range(start, len(tokens)):
        token = tokens[index]
        if token.text == ";":
            return index
        if index - start < _FEWEST_WORDS or index + 1 >= len(tokens):
            continue
        if token.text == "," and tokens[index + 1].low in _REPORTERS:
            return index
    return len(tokens)


def _says(token: Token, words: Lexicon) -> bool:
    return token.text == token.low and words.is_verb(token.low) and not token.low.endswith("ing")
