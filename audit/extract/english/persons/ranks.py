"""How a sentence mentions somebody: as its subject, in passing, or out of reach of a pronoun."""

from audit.extract.english.grammar.phrases import is_adverb
from audit.extract.english.persons.named import Named, Rank
from audit.extract.english.persons.runs import Run
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, PersonWords, given_names
from audit.languages.extraction.english_small_words import small_words

_CREDIT = 4  # tokens between 'Photo' and a name
_BRACKETED = 12  # tokens between a bracket and a name in it
_BRACKETS = frozenset("()[]")
_JOINT = 6  # tokens between two subjects: 'and his wife, '
_NOUNS = 2  # between a name and the one that it modifies
_VERB = 3  # tokens of 'was later killed'
_POSSESSIVE = frozenset({"'s", "'", "’"})
_COMMAS = frozenset({",", "-", "–", "—", "--"})
_NOTHING = Token(0, 0, ".", ".")


def heads_clause(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether a name is the subject of a 'when' clause: 'When Lee did take Roy on'."""
    if run.start == 0:
        return False
    opened = among(tokens[run.start - 1].low, words.clause_openers, small_words().since)
    return opened and verb_at(tokens, run.stop, words)


def verb_at(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word may be the verb of a clause, by its form."""
    if at >= len(tokens) or tokens[at].text != tokens[at].low or not tokens[at].is_word:
        return False
    low = tokens[at].low
    return among(low, words.finite, words.past) or words.is_verb(low) or low.endswith("ed")


def rank_of(
    tokens: list[Token], run: Run, before: list[Named], words: Lexicon, persons: PersonWords
) -> Rank:
    """How a sentence mentions the name of a run, given those ``before`` it there."""
    if _is_hidden(tokens, run, persons) or _is_heading(tokens, run):
        return Rank.HIDDEN
    if run.stop < len(tokens) and tokens[run.stop].low in _POSSESSIVE:
        return _rank_of_owner(tokens, run, words)
    if _tells_a_noun(tokens, run, words, persons):
        return Rank.HIDDEN
    previous = tokens[run.start - 1] if run.start else _NOTHING
    if run.start == 1 and previous.low in small_words().views and not before:
        return Rank.SUBJECT  # 'For Nadia Rahimi, patience is a virtue'
    subject = next((other for other in reversed(before) if other.rank is Rank.SUBJECT), None)
    if subject is not None and not _modifies(tokens, subject.run, run, words, persons):
        return Rank.SUBJECT if _is_joint(tokens, subject.run, run, words) else Rank.PASSING
    return Rank.PASSING if _is_in_passing(tokens, run, before, words) else Rank.SUBJECT


def _is_in_passing(tokens: list[Token], run: Run, before: list[Named], words: Lexicon) -> bool:
    """Whether the first name of a sentence that may be its subject is not."""
    previous = tokens[run.start - 1] if run.start else _NOTHING
    if _governed(tokens, run, words) and not heads_clause(tokens, run, words):
        return True
    if previous.text in _COMMAS and before and _in_apposition(tokens, before[-1].run, run, words):
        return True
    return _dies(tokens, run, words)


def looks_back(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether a sentence tells what somebody had done before: 'Lee had shown it as a fact'."""
    at = run.stop + (run.stop < len(tokens) and tokens[run.stop].text == ",")
    return (
        at + 1 < len(tokens)
        and tokens[at].low == "had"
        and (tokens[at + 1].low in words.past or tokens[at + 1].low.endswith("ed"))
    )


def _dies(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether a sentence says that somebody is dead, and so is hardly who speaks in the next."""
    passive = False
    for token in tokens[run.stop : run.stop + _VERB]:
        if not token.is_word:
            return False
        if token.low in small_words().ends_life:
            return token.low in small_words().dies or passive
        passive = passive or token.low in words.be
    return False


def _modifies(
    tokens: list[Token], first: Run, second: Run, words: Lexicon, persons: PersonWords
) -> bool:
    """Whether a name only says what the next one is: 'Harbour master Dirk Bos'."""
    between = tokens[first.stop : second.start]
    if not 1 <= len(between) <= _NOUNS:
        return False
    noun = between[-1].low
    known = among(noun, words.roles, persons.occupations, words.titles)
    return known or (noun.endswith(("master", "man", "woman")) and between[-1].is_word)


def _tells_a_noun(tokens: list[Token], run: Run, words: Lexicon, persons: PersonWords) -> bool:
    """Whether a name only says which thing is meant: 'the Cruz campaign', 'Clinton aides'."""
    if run.stop >= len(tokens):
        return False
    noun = tokens[run.stop]
    if not noun.is_word or noun.text != noun.low or not noun.low.isalpha():
        return False
    if among(noun.low, words.roles, words.counts, words.bearers, words.outlet_nouns):
        behind = tokens[run.stop + 1] if run.stop + 1 < len(tokens) else _NOTHING
        article = run.start > 0 and tokens[run.start - 1].low == "the"
        if noun.low in persons.also_verbs and not article:
            return False  # 'Bernie Sanders advocates a tax'
        return not behind.is_name  # 'Clinton spokesman Ben Roy'
    if tokens[run.first].low not in given_names() and _leads_to_name(tokens, run, persons):
        return True  # 'Parks Canada glaciologist Tor Lind'
    if run.start == 0 or tokens[run.start - 1].low != "the" or run.first > run.start:
        return False
    small = (words.conjunctions, words.prepositions, words.finite, words.past, words.auxiliaries)
    if among(noun.low, *small, words.pronouns, words.relative) or is_adverb(noun, words):
        return False
    return not (words.is_verb(noun.low) or noun.low.endswith("ed"))


def _leads_to_name(tokens: list[Token], run: Run, persons: PersonWords) -> bool:
    """Whether a calling and a name follow what may be where somebody works."""
    called = tokens[run.stop].low in persons.occupations
    return called and run.stop + 1 < len(tokens) and tokens[run.stop + 1].is_name


def _is_heading(tokens: list[Token], run: Run) -> bool:
    """Whether a sentence is but the words of a name, all in capitals: 'FULL TEXT'."""
    if run.start > 1 or len(tokens) > run.stop + 1:
        return False
    parts = [token for token in tokens if token.is_word]
    whole = len(parts) == run.stop - run.start
    return whole and all(token.text.isupper() for token in parts)


def _is_hidden(tokens: list[Token], run: Run, persons: PersonWords) -> bool:
    """In brackets, or in the credit of a picture."""
    before = tokens[max(run.start - _BRACKETED + 1, 0) : run.start]
    bracket = next((token.text for token in reversed(before) if token.text in _BRACKETS), "")
    if bracket in {"(", "["}:
        return True
    for token in reversed(before[-_CREDIT:]):
        if token.low in persons.credits:
            return True
        if token.text in _BRACKETS:
            return False
    return False


def _rank_of_owner(tokens: list[Token], run: Run, words: Lexicon) -> Rank:
    if _owns_words(tokens, run, words):
        return Rank.SUBJECT
    noun = run.stop + 1
    speaks = noun < len(tokens) and tokens[noun].low in words.nouns
    return Rank.PASSING if speaks else Rank.OWNER  # "Lee's speech", of which 'he' may be told next


def _owns_words(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether a sentence begins with whose words it is about: "Crane's answer: …"."""
    noun = run.stop + 1
    return (
        run.start == 0
        and noun < len(tokens)
        and among(tokens[noun].low, words.nouns, words.answers)
    )


def _governed(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether a preposition or a subordinate 'when' stands before a name, its nouns between."""
    for token in reversed(tokens[max(run.start - 5, 0) : run.start]):
        if not token.is_word:
            return False
        if (
            among(token.low, words.prepositions, words.subordinate)
            or token.low in small_words().subordinating
        ):
            return True
        if words.is_verb(token.low) or token.low in words.finite:
            return False
    return False


def _is_joint(tokens: list[Token], first: Run, second: Run, words: Lexicon) -> bool:
    """Whether two names are one subject: 'Eze and her colleague Dr Hart', 'Orr and his wife'."""
    between = tokens[first.stop : second.start]
    if len(between) > _JOINT + 2:
        return False
    if between and between[0].text == "(":
        closes = next((i for i, token in enumerate(between) if token.text == ")"), 0)
        between = between[closes + 1 :]
    lows = [token.low for token in between if token.is_word and not token.low.isdigit()]
    if "and" not in lows[:1] and not (between and all(token.text == "," for token in between)):
        return False
    return not any(
        words.is_verb(low) or among(low, words.finite, words.past, words.prepositions)
        for low in lows
    )


def _in_apposition(tokens: list[Token], first: Run, second: Run, words: Lexicon) -> bool:
    """Whether a name belongs to what a comma adds to the one before it."""
    between = tokens[first.stop : second.start]
    return (
        bool(between)
        and between[0].text in _COMMAS
        and not any(token.low in words.finite for token in between)
        and len(between) > 1
    )
