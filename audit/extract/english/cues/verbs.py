"""Finds the cues of a sentence: words of saying, and who is their subject."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.naming import names_it
from audit.extract.english.cues.quoted_as import as_saying
from audit.extract.english.cues.speaking import is_mute
from audit.extract.english.cues.whose import who_says
from audit.extract.english.cues.without_verb import (
    as_counted,
    as_reported_by,
    colon,
    in_a_poll,
    in_the_words_of,
    noun,
    per,
    to_quote,
)
from audit.extract.english.grammar.appositions import named_behind
from audit.extract.english.grammar.clauses import find_clauses
from audit.extract.english.grammar.far_subjects import whole
from audit.extract.english.grammar.forms import (
    asks_one,
    is_name_too,
    is_passive,
    is_perfect,
    says_alone,
)
from audit.extract.english.grammar.nouns import is_noun_here
from audit.extract.english.grammar.phrases import (
    behind_verb,
    cited_phrase,
    is_adverb,
    opens_a_clause,
    with_maker,
    writer_of,
)
from audit.extract.english.grammar.subjects import meant, subject_before
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import LANGUAGE, Lexicon, cue_openers
from audit.languages.extraction.english_small_words import small_words
from audit.languages.extraction.linking import linking

_PLACE = 5  # tokens of 'in New York City'
_ASKS = (",", "?", "!", "—", "–", "-", "…", ".")  # at the end of quoted words: a clause follows


def find_cues(tokens: list[Token], words: Lexicon) -> list[Cue]:
    """The cues of one sentence, in order."""
    found: list[Cue] = []
    openers = cue_openers()
    for index, token in enumerate(tokens):
        if token.low not in openers or not (token.is_word or token.text == ":"):
            continue
        cue = _cue_at(tokens, index, words, found)
        if cue is not None:
            found.append(cue)
    return found


def _cue_at(tokens: list[Token], index: int, words: Lexicon, found: list[Cue]) -> Cue | None:
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.low in {"according", "per", "as"}:
        return _credited(tokens, index, words)
    if token.low in small_words().opens_source and following is not None:
        return in_the_words_of(tokens, index, words) or in_a_poll(tokens, index, words)
    if token.low == "to":
        quotes = following is not None and following.low in small_words().quoting
        return to_quote(tokens, index, words) if quotes else None
    if token.text == ":":
        return colon(tokens, index, words)
    if following is not None and token.low in words.finds:
        return as_counted(tokens, index, words)
    if following is not None and (token.low, following.low) in words.phrasal:
        return _points_to(tokens, index, words)
    if words.is_verb(token.low) and not is_noun_here(tokens, index, words):
        return _verb(tokens, index, words, found)
    if among(token.low, words.nouns, words.answers):
        return noun(tokens, index, words)
    return None


def _points_to(tokens: list[Token], index: int, words: Lexicon) -> Cue | None:
    """'Lee pointed to the figures', but not 'slipped 1.4 percentage points to 38'."""
    before = tokens[index - 1] if index else None
    if before is not None and (before.text[0].isdigit() or before.low in words.parts):
        return None
    subject = subject_before(tokens, index, words)
    if subject is None:
        return None
    return Cue(index, index + 2, CueKind.POINT, "point", meant(tokens, subject, words))


def _credited(tokens: list[Token], index: int, words: Lexicon) -> Cue | None:
    """'according to X', '…, per X' and 'As reported by X, …'."""
    if index + 1 >= len(tokens):
        return None
    low, apart = tokens[index].low, index == 0 or not tokens[index - 1].is_word
    if low == "according" and tokens[index + 1].low == "to":
        cited = cited_phrase(tokens, index + 2, words)
        return Cue(index, index + 2, CueKind.ACCORDING, low, cited)
    if low == "per":
        is_cue = apart and not is_name_too(tokens, index, words)
        return per(tokens, index, words) if is_cue else None
    return as_reported_by(tokens, index, words) if apart and low == "as" else None


def _kind(form: str, words: Lexicon) -> tuple[CueKind, str]:
    if form in words.say:
        return CueKind.SAY, words.say[form]
    if form in words.label:
        return CueKind.LABEL, words.label[form]
    return CueKind.VIEW, words.view[form]


def _verb(tokens: list[Token], index: int, words: Lexicon, found: list[Cue]) -> Cue | None:
    token = tokens[index]
    kind, lemma = _kind(token.low, words)
    if token.low in words.quotes and as_saying(tokens, index, words) is not None:
        return None  # 'quoted Lee as saying'
    asked = _is_asked(tokens, index, lemma, words)
    if asked or is_passive(tokens, index, words):
        passive = asked or token.low in words.passive
        return Cue(index, index + 1, kind, lemma, None, passive=True) if passive else None
    if _says_nothing(tokens, index, lemma, words):
        return None
    behind = tokens[index + 1 : index + 2]
    if lemma == "press" and behind and behind[0].low in linking(LANGUAGE).events:
        return None  # 'at a press conference'
    if lemma == "swear" and _is_no_oath(tokens, index):
        return None
    if token.low in words.participles and not is_perfect(tokens, index, words):
        return None
    if token.low in words.no_past and _names_noun(tokens, index):
        return None
    inverted = _inverted(tokens, index, kind, lemma, words)
    if inverted is not None:
        return inverted
    subject = who_says(tokens, index, kind, words, found)
    if subject is None or is_mute(tokens, subject, words):
        return None
    if names_it(tokens, index, lemma, subject, words):
        return Cue(index, index + 1, kind, lemma, None, passive=True)
    subject = whole(tokens, subject, index, words)
    if subject.stop < index:
        subject = with_maker(tokens, subject, index, words)
    out = lemma == "point" and bool(behind) and behind[0].low == "out"
    return Cue(index, index + 1 + out, kind, lemma, subject)


def _is_asked(tokens: list[Token], index: int, lemma: str, words: Lexicon) -> bool:
    """Whether somebody is asked or told: 'asked by a caller', 'told by doctors that'."""
    if index + 1 >= len(tokens) or tokens[index + 1].low != "by":
        return False
    if _is_done_by(tokens, index, lemma, words):
        return True
    low = tokens[index].low
    told = lemma in small_words().with_listener or lemma in words.asks
    return low in small_words().tell or (told and low.endswith("ed"))


def _is_done_by(tokens: list[Token], index: int, lemma: str, words: Lexicon) -> bool:
    """Whether a thing is done by somebody: 'rules added by the Senate', not 'he replied by fax'."""
    if index == 0 or index + 2 >= len(tokens) or not tokens[index].low.endswith("ed"):
        return False
    if lemma in small_words().answering or not tokens[index - 1].low.endswith("s"):
        return False
    plural = tokens[index - 1].text == tokens[index - 1].low and tokens[index - 1].is_word
    agent = tokens[index + 2]
    done = agent.is_name or agent.low in words.determiners
    return plural and done and not among(tokens[index - 1].low, words.roles, words.pronouns)


def _is_no_oath(tokens: list[Token], index: int) -> bool:
    """Whether somebody is sworn in, swears by a thing or at it."""
    behind = tokens[index + 1 : index + 2]
    return bool(behind) and behind[0].low in small_words().sworn_with


def _names_noun(tokens: list[Token], index: int) -> bool:
    """Whether a participle only gives the name of what stands before it: 'a cook named Olu'."""
    before, behind = tokens[index - 1 : index], tokens[index + 1 : index + 2]
    plain = bool(before) and before[0].is_word and before[0].text == before[0].low
    return plain and bool(behind) and behind[0].is_name


def _says_nothing(tokens: list[Token], index: int, lemma: str, words: Lexicon) -> bool:
    """Whether a form of a verb of saying tells something else here."""
    if lemma == "point" and not _points(tokens, index):
        return True
    behind = tokens[index + 1].low if index + 1 < len(tokens) else ""
    before = tokens[index - 1].low if index else ""
    if _is_not_told(tokens, index, before):
        return True
    if lemma == "show" and behind in small_words().signs:
        return True
    if lemma in words.only_beside and behind in words.opens_first:
        return True  # 'It started when Lee tweeted that'
    if lemma == "quote" and index > 1 and tokens[index - 1].low in small_words().writers:
        return tokens[index - 2].low in small_words().coordinating  # 'He said, and I quote, “…”'
    asked_for = lemma in words.asks and _is_asked_for(tokens, index, words)
    return asked_for or _is_done_there(tokens, index, words)


def _is_not_told(tokens: list[Token], index: int, before: str) -> bool:
    """Whether a verb denies what it brings: "What brands won't tell you:", "I can't say I'm"."""
    if before not in small_words().negations and not before.endswith(("n't", "cannot")):
        return False
    if tokens[index].low == "tell":
        return tokens[0].low == "what" and any(
            token.text == ":" for token in tokens[index + 1 : index + 6]
        )
    unsure = index > 1 and tokens[index - 2].low in small_words().writers
    behind = tokens[index + 1].low.partition("'")[0] if index + 1 < len(tokens) else ""
    return tokens[index].low == "say" and unsure and behind in small_words().writers


def _is_done_there(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a participle tells what was done with a thing, and where: ', read in court, said'."""
    if not 1 < index < len(tokens) - 2 or tokens[index].low not in words.say:
        return False
    before, place = tokens[index - 1], tokens[index + 2]
    among_commas = before.text == "," and any(
        token.text == "," for token in tokens[index + 2 : index + 6]
    )
    behind = tokens[index + 1].low in words.particles and not place.is_name
    return among_commas and behind and not among(place.low, words.determiners, words.pronouns)


def _is_asked_for(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a participle only tells what kind a thing is: 'median asking rents'."""
    if not tokens[index].low.endswith("ing") or not 0 < index < len(tokens) - 1:
        return False
    before, behind = tokens[index - 1], tokens[index + 1]
    verbal = among(before.low, words.be, words.auxiliaries, words.pronouns) or not before.is_word
    noun = behind.is_word and behind.text == behind.low and not behind.low.endswith("ly")
    bound = among(behind.low, words.asked, words.asks_whether, words.determiners, words.pronouns)
    return noun and not (verbal or bound or among(behind.low, words.prepositions, words.numbers))


def _points(tokens: list[Token], index: int) -> bool:
    """Whether 'point' says something: not in 'pointed me to a trial'."""
    if index + 1 >= len(tokens):
        return False
    behind = tokens[index + 1]
    return behind.quote >= 0 or behind.low in small_words().leads_from_point


def _inverted(
    tokens: list[Token], index: int, kind: CueKind, lemma: str, words: Lexicon
) -> Cue | None:
    """'“…,” said X' and ', said X,': the verb right behind the words, its subject on the right."""
    if kind is not CueKind.SAY or index + 1 >= len(tokens) or tokens[index].low.endswith("ing"):
        return None
    before = tokens[index - 1] if index else None
    if before is None or (before.quote < 0 and before.text not in {",", "—", "–", "--"}):
        return None
    asks = before.quote < 0 or before.text.rstrip("’'\" ").endswith(_ASKS)
    if not asks and not says_alone(tokens, index, words):
        return None  # 'books such as “…” show mothers'
    following = tokens[index + 1]
    if tokens[index].low == "state":
        return None  # '“…,” state media reported'
    if lemma == "tell" or not _may_follow(following, words):
        return None
    subject = behind_verb(tokens, index, words)
    if subject is None:
        return None
    if before.quote < 0 and not (
        _closes(tokens, subject.stop) or _closes_behind_place(tokens, subject, words)
    ):
        return None
    if before.quote < 0 and _has_own_subject(tokens, index, words):
        return None  # 'Ann Lee, a florist, wrote on her blog.'
    if asks_one(tokens, index, tokens[subject.start], words):
        return None  # 'If it feels “short,” add another spoon'
    if opens_a_clause(tokens, subject, words):
        return None  # 'Ann Lee, who calls it a “mess,” said it was over'
    subject = named_behind(tokens, subject, words)
    subject = writer_of(tokens, lemma, subject, words) or with_maker(
        tokens, subject, len(tokens), words
    )
    return Cue(index, index + 1, kind, lemma, subject, inverted=True)


def _may_follow(following: Token, words: Lexicon) -> bool:
    """Whether a subject may begin with the word behind a verb."""
    if following.low in words.pronouns:
        return following.low in words.persons
    no_noun = following.text == "," or following.low in words.relative
    return not (no_noun or is_adverb(following, words))


def _has_own_subject(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether the comma before a verb closes its subject's apposition, and no clause before it."""
    start = max((at for at in range(index) if tokens[at].quote >= 0), default=-1) + 1
    own = subject_before(tokens, index, words)
    if own is None or own.start < start:
        return False
    clauses = find_clauses(tokens[start:index], words)
    return all(clause.hangs for clause in clauses)


def _closes_behind_place(tokens: list[Token], subject: Phrase, words: Lexicon) -> bool:
    """Whether a sentence ends with where somebody is: 'It rains, says Ann Lee in Almaty'."""
    rest = tokens[subject.stop : -1]
    if not 1 < len(rest) <= _PLACE or rest[0].low not in small_words().at_place:
        return False
    named = tokens[subject.stop - 1].is_name and tokens[-1].text == "."
    return named and all(
        token.is_word and not among(token.low, words.finite, words.past, words.relative)
        for token in rest
    )


def _closes(tokens: list[Token], index: int) -> bool:
    return index >= len(tokens) or tokens[index].text in {".", ",", ";", "—", "who"}
