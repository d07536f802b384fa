"""Finds the cues of a sentence: words of saying, and who is their subject."""

from enum import Enum
from typing import NamedTuple

from audit.extract.clauses import clause_subject, find_clauses
from audit.extract.lexicon import Lexicon, among
from audit.extract.phrases import (
    Phrase,
    cited_phrase,
    meant,
    named_behind,
    phrase_from,
    subject_before,
)
from audit.extract.sentences import Token

_NAME_REACH = 8  # words between a quotation and its verb


class CueKind(Enum):
    """What a cue can carry."""

    SAY = "say"  # a quotation or a clause: 'said', 'told', 'warned'
    LABEL = "label"  # quoted words: 'called it', 'blasted'
    VIEW = "view"  # a clause that is held: 'believes that'
    POINT = "point"  # a noun phrase: 'point to the record'
    ACCORDING = "according"  # 'according to', and its subject on the right
    NOUN = "noun"  # 'a statement', with the possessor as subject
    COLON = "colon"  # 'Smith: “…”'


class Cue(NamedTuple):
    """Tokens ``start`` up to ``end`` say that ``subject`` says something.

    ``passive``: the subject is the agent behind 'by', which may follow later (``subject`` is None
    until then). ``inverted``: the subject stands on the right of the verb.
    """

    start: int
    end: int
    kind: CueKind
    lemma: str
    subject: Phrase | None
    passive: bool = False
    inverted: bool = False


def find_cues(tokens: list[Token], words: Lexicon) -> list[Cue]:
    """The cues of one sentence, in order."""
    found: list[Cue] = []
    for index, token in enumerate(tokens):
        if not token.is_word and token.text != ":":
            continue
        cue = _cue_at(tokens, index, words, found) or _behind_quotation(tokens, index, words)
        if cue is not None:
            found.append(cue)
    return found


def _behind_quotation(tokens: list[Token], index: int, words: Lexicon) -> Cue | None:
    """Any verb where only one of saying can stand: '“…,” Smith started', '“…,” recalled Smith'.

    The comma inside the closing mark asks for it.
    """
    verb = tokens[index]
    if not verb.low.endswith("ed") or not verb.text.islower():
        return None
    first = index
    while first > 0 and index - first < _NAME_REACH and tokens[first - 1].is_word:
        first -= 1
    if first == 0 or tokens[first - 1].quote < 0 or not tokens[first - 1].text.endswith(","):
        return None
    if first == index:
        subject = phrase_from(tokens, index + 1, words)
        named = subject is not None and any(one.is_name for one in tokens[index + 1 : subject.end])
        return (
            Cue(index, index + 1, CueKind.SAY, verb.low, subject, inverted=True) if named else None
        )
    subject = subject_before(tokens, index, words)
    if subject is None or subject.start > first + 1:
        return None
    return Cue(index, index + 1, CueKind.SAY, verb.low, subject)


def _cue_at(tokens: list[Token], index: int, words: Lexicon, found: list[Cue]) -> Cue | None:
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.low == "according" and following is not None and following.low == "to":
        return Cue(
            index, index + 2, CueKind.ACCORDING, token.low, cited_phrase(tokens, index + 2, words)
        )
    if index == 0 and token.low == "as":
        return _as_reported_by(tokens, words)
    if index == 0 and token.low in {"in", "by"}:
        return _in_a_poll(tokens, words)
    if token.text == ":":
        return _colon(tokens, index, words)
    if following is not None and (token.low, following.low) in words.phrasal:
        subject = subject_before(tokens, index, words)
        if subject is None:
            return None
        return Cue(index, index + 2, CueKind.POINT, "point", meant(tokens, subject, words))
    if words.is_verb(token.low) and not _is_noun_here(tokens, index, words):
        return _verb(tokens, index, words, found)
    if token.low in words.nouns:
        return _noun(tokens, index, words)
    return None


def _is_noun_here(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a form that may be a verb is a noun or part of a name at this place."""
    token = tokens[index]
    if token.is_name and index > 0:
        return token.low not in _HEADLINE_VERBS or not _is_headline(tokens)
    if index == 0:
        return not token.low.endswith(("ing", "ed"))
    before = tokens[index - 1]
    if before.low.isdigit() and token.low.endswith("ed"):
        return True  # '12 reported cases'
    behind = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if token.low in words.plural_nouns and not _may_be_singular(before, words):
        return behind != "that" or among(before.low, words.determiners, words.prepositions)
    is_base = token.low == _lemma(token.low, words) and token.low not in _PAST_LIKE_BASE
    if is_base and token.low in _BARE_VERBS:
        return (
            among(before.low, words.determiners, words.prepositions) and before.low not in _NUMERALS
        )
    if is_base and not _may_be_plural(before, words) and not _are_two(tokens, index - 1):
        return True
    if before.low == "'s":
        return not token.low.endswith("ing") and token.low not in {"said", "told", "called"}
    if before.low in words.noun_before and before.low not in words.auxiliaries:
        return token.low not in _ONLY_VERBS or before.low in words.determiners
    if before.low in {"to", "and", "who", "they", "he", "she", "i", "we", "you"}:
        return False
    return token.low in words.nouns and before.low.endswith(("al", "ic", "ive", "ous"))


# Participles that are no past tense: without 'have' they say what something is, 'the street known as'.
_PARTICIPLES = frozenset({"known", "seen", "shown", "written", "spoken", "sung", "chosen", "begun"})
_HAVE = frozenset({"have", "has", "had", "having", "i've", "we've", "they've", "'s", "'ve"})
# Unmistakable where every word is capitalised: 'Mayor Says Bridge Is Safe'.
_HEADLINE_VERBS = frozenset(
    [
        "says",
        "said",
        "say",
        "tells",
        "told",
        "announces",
        "declares",
        "warns",
        "admits",
        "vows",
        "insists",
        "argues",
        "confirms",
        "denies",
        "reveals",
        "suggests",
        "thinks",
        "believes",
    ]
)
# Base forms that are no nouns: 'majorities in all five say'.
_BARE_VERBS = frozenset(
    [
        "say",
        "tell",
        "argue",
        "insist",
        "believe",
        "think",
        "admit",
        "acknowledge",
        "suggest",
        "allege",
        "contend",
        "agree",
        "explain",
        "deny",
        "maintain",
        "complain",
    ]
)
_NUMERALS = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "to"}
)
# Determiners that stand for people by themselves: 'some say', 'most agree'.
_STAND_ALONE = frozenset(
    {"some", "many", "most", "few", "several", "both", "others", "all", "these", "those"}
)
_ONLY_VERBS = frozenset({"said", "says", "told", "tells", "wrote", "writes", "thinks", "thought"})
_PAST_LIKE_BASE = frozenset({"read", "put", "cast", "forecast", "quit"})


def _lemma(form: str, words: Lexicon) -> str:
    return _kind(form, words)[1]


def _may_be_singular(before: Token, words: Lexicon) -> bool:
    """Whether a verb in '-s' may follow a word: 'she states', 'the letter states', not 'other states'."""
    if before.is_name or not before.is_word:
        return True
    return among(before.low, words.pronouns, words.relative, words.roles, words.plurals)


def _may_be_plural(before: Token, words: Lexicon) -> bool:
    """Whether a verb in its base form may follow a word: 'officials say', 'will say', 'and say'."""
    if among(before.low, words.finite, words.pronouns, words.relative, words.auxiliaries):
        return True
    if before.low in words.plurals or before.low.endswith("ly") or before.low[:1].isdigit():
        return True
    return before.low.endswith("s") or not before.is_word or before.low in _STAND_ALONE


def _are_two(tokens: list[Token], last: int) -> bool:
    """Whether a plural of two names ends at an index: 'Mr. Autor and Mr. Hanson', 'the two'."""
    if tokens[last].low in {"two", "three", "third", "half", "four"}:
        return True
    at = last
    while at > 0 and (tokens[at].is_name or tokens[at].text in {".", "&"}):
        at -= 1
    return at < last and at > 0 and tokens[at].low == "and" and tokens[at - 1].is_name


def _kind(form: str, words: Lexicon) -> tuple[CueKind, str]:
    if form in words.say:
        return CueKind.SAY, words.say[form]
    if form in words.label:
        return CueKind.LABEL, words.label[form]
    return CueKind.VIEW, words.view[form]


def _verb(tokens: list[Token], index: int, words: Lexicon, found: list[Cue]) -> Cue | None:
    token = tokens[index]
    kind, lemma = _kind(token.low, words)
    if _is_passive(tokens, index, words):
        if token.low not in words.passive:
            return None
        return Cue(index, index + 1, kind, lemma, None, passive=True)
    if token.low in _PARTICIPLES and not _is_perfect(tokens, index):
        return None
    before = tokens[index - 1] if index else None
    inverted = _inverted(tokens, index, kind, lemma, words)
    if inverted is not None:
        return inverted
    if before is not None and before.low == "to":
        if kind is not CueKind.SAY or not _opens_clause(tokens, index + 1):
            return None
        subject = _main_subject(tokens, index - 1, words, found)
        return subject and Cue(index, index + 1, kind, lemma, subject)
    if before is None or before.low in {"and", "or", "but", "then"}:
        subject = _shared_subject(tokens, index, words, found)
    elif token.low.endswith("ing") and not _progressive(tokens, index, words):
        if _is_gerund(tokens, index, words):
            return None
        subject = _own_subject(tokens, index, words) or _main_subject(tokens, index, words, found)
    else:
        subject = subject_before(tokens, index, words)
        if subject is None and token.low.endswith("ing"):
            subject = _main_subject(tokens, index, words, found)
    return subject and Cue(index, index + 1, kind, lemma, subject)


def _opens_clause(tokens: list[Token], index: int) -> bool:
    """Whether what follows a verb is a clause or quoted words: 'to say that', 'to declare: “…”'."""
    if index >= len(tokens):
        return False
    at = index + (tokens[index].text in {",", ":"})
    return at < len(tokens) and (tokens[at].quote >= 0 or tokens[at].low in {"that", "whether"})


def _is_passive(tokens: list[Token], index: int, words: Lexicon) -> bool:
    at = index - 1
    while at >= 0 and (tokens[at].low.endswith("ly") or tokens[at].low in {"also", "not", "once"}):
        at -= 1
    form = tokens[index].low
    participle = form.endswith(("ed", "en", "wn")) or form in {"told", "said", "put", "thought"}
    return at >= 0 and participle and tokens[at].low in words.be


def _is_perfect(tokens: list[Token], index: int) -> bool:
    return any(token.low in _HAVE for token in tokens[max(index - 3, 0) : index])


def _progressive(tokens: list[Token], index: int, words: Lexicon) -> bool:
    at = index - 1
    while at > 0 and tokens[at].low.endswith("ly"):
        at -= 1
    return at >= 0 and tokens[at].low in words.be


def _is_gerund(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a form in -ing is a thing done, not a way of saying: 'for questioning it'."""
    before = tokens[index - 1]
    if before.low in words.prepositions:
        return before.low not in {"by", "after", "in", "with"}
    thing = among(before.low, words.nouns, words.roles, words.auxiliaries)
    return before.text.islower() and not thing


def _inverted(
    tokens: list[Token], index: int, kind: CueKind, lemma: str, words: Lexicon
) -> Cue | None:
    """'“…,” said X' and ', said X,': the verb right behind the words, its subject on the right."""
    if kind is not CueKind.SAY or index + 1 >= len(tokens):
        return None
    before = tokens[index - 1] if index else None
    if before is None or (before.quote < 0 and before.text not in {",", "—", "–", "--"}):
        return None
    following = tokens[index + 1]
    if following.low in words.pronouns and following.low not in {"he", "she", "they", "i", "we"}:
        return None
    if lemma == "tell" or following.text == "," or following.low in words.relative:
        return None
    subject = phrase_from(tokens, index + 1, words)
    if subject is None:
        return None
    if before.quote < 0 and not _closes(tokens, subject.end):
        return None
    subject = named_behind(tokens, subject, words)
    return Cue(index, index + 1, kind, lemma, subject, inverted=True)


def _closes(tokens: list[Token], index: int) -> bool:
    return index >= len(tokens) or tokens[index].text in {".", ",", ";", "—", "who"}


def _shared_subject(
    tokens: list[Token], index: int, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """The subject of 'and called it': that of the verb it is joined to."""
    shared = clause_subject(find_clauses(tokens[:index], words), index, relative=True)
    return shared or _main_subject(tokens, index, words, found)


def _own_subject(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """The subject that a participle brings along: ', with Ann Lee calling it'."""
    if not tokens[index - 1].is_word:
        return None
    subject = subject_before(tokens, index, words)
    if subject is None or subject.start == 0:
        return None
    return subject if tokens[subject.start - 1].text in {"with", "–", "—", "--"} else None


def _main_subject(
    tokens: list[Token], index: int, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """The subject of a participle ('…, calling it'): that of the clause it hangs on."""
    subject = clause_subject(find_clauses(tokens[:index], words), index)
    if subject is not None:
        return subject
    for cue in reversed(found):
        if cue.subject is not None and cue.kind not in {CueKind.ACCORDING, CueKind.COLON}:
            return cue.subject
    return main_subject(tokens, index, words)


def main_subject(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """Who a sentence is about, as far as its words before ``index`` tell."""
    if index == 0:
        return None
    subject = clause_subject(find_clauses(tokens[:index], words), index)
    if subject is not None:
        return subject
    phrase = phrase_from(tokens, 0, words) if not tokens[0].low.endswith("ing") else None
    if phrase is not None and phrase.end <= index:
        return phrase
    first = tokens[0].low
    if first in words.prepositions or first in words.conjunctions or first.endswith("ing"):
        for at in range(1, index):
            if tokens[at].text != ",":
                continue
            phrase = phrase_from(tokens, at + 1, words)
            return phrase if phrase is not None and phrase.end <= index else None
    return _nearest_subject(tokens, index, words)


def _nearest_subject(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """The nearest name or pronoun on the left that a verb follows: 'he began by saying'."""
    for at in range(index - 2, -1, -1):
        token, following = tokens[at], tokens[at + 1]
        if token.low not in words.pronouns and not token.is_name:
            continue
        starts_clause = following.is_word and following.text.islower() and at + 1 < index
        if starts_clause and not among(following.low, words.prepositions, words.conjunctions):
            before = Phrase(at, at + 1) if token.low in words.pronouns else None
            return before or subject_before(tokens, at + 1, words)
    return None


def _as_reported_by(tokens: list[Token], words: Lexicon) -> Cue | None:
    """'As first reported by Reuters, …' from the beginning of a sentence."""
    by = next((i for i in range(2, min(4, len(tokens))) if tokens[i].low == "by"), None)
    if by is None or tokens[by - 1].low not in words.say:
        return None
    return Cue(0, by + 1, CueKind.ACCORDING, "report", cited_phrase(tokens, by + 1, words))


def _in_a_poll(tokens: list[Token], words: Lexicon) -> Cue | None:
    """'In a Gallup poll, half of …' and "By the agency's count, …", from the beginning of a sentence."""
    subject = phrase_from(tokens, 1, words)
    if (
        subject is None
        or subject.end >= len(tokens)
        or tokens[subject.end - 1].low not in words.counts
    ):
        return None
    return Cue(0, 1, CueKind.ACCORDING, tokens[0].low, subject)


def _colon(tokens: list[Token], index: int, words: Lexicon) -> Cue | None:
    """'Smith: “…”' from the beginning of the sentence, and 'Poll: …' in a headline."""
    if index + 1 >= len(tokens) or (tokens[index + 1].quote < 0 and not _is_headline(tokens)):
        return None
    phrase = phrase_from(tokens, 0, words)
    if phrase is None or phrase.end != index:
        return None
    return Cue(index, index + 1, CueKind.COLON, ":", phrase)


def _is_headline(tokens: list[Token]) -> bool:
    """Whether most of the longer words are capitalised."""
    longer = [token for token in tokens if token.is_word and len(token.low) > 3]
    return len(longer) > 3 and sum(token.is_name for token in longer) > 0.8 * len(longer)


def _noun(tokens: list[Token], index: int, words: Lexicon) -> Cue | None:
    """'the senator's warning', 'his claim', 'a statement from the ministry'."""
    token = tokens[index]
    before = tokens[index - 1] if index else None
    if before is not None and before.low == "'s" and index > 1:
        subject = subject_before(tokens, index - 1, words)
        return subject and Cue(index, index + 1, CueKind.NOUN, token.low, subject)
    if before is not None and before.low in {"his", "her", "their"}:
        return Cue(index, index + 1, CueKind.NOUN, token.low, Phrase(index - 1, index))
    if index + 2 < len(tokens) and tokens[index + 1].low in {"by", "from"}:
        subject = phrase_from(tokens, index + 2, words)
        return subject and Cue(index, index + 1, CueKind.NOUN, token.low, subject)
    return None
