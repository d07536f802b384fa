"""Tells where a statement ends before what its speaker does not say: others, the main clause."""

from collections.abc import Sequence

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.nouns_verb import before_nouns_verb
from audit.extract.english.grammar.clauses import find_clauses
from audit.extract.english.grammar.ends import is_put_in
from audit.extract.english.grammar.phrases import is_adverb
from audit.extract.english.quotations.reported import is_outlet
from audit.extract.english.statements.around_cue import behind_first_statement
from audit.extract.english.statements.before_deeds import before_deeds
from audit.extract.english.statements.before_main_clause import (
    before_main_clause,
    before_main_verb,
    counts_people,
)
from audit.extract.english.statements.before_past import before_past
from audit.extract.english.statements.before_present import before_present
from audit.extract.outlets.gazetteer import triggers
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_SECOND = 2
_LONGEST_DESCRIPTION = 9  # tokens of ", but a rival", before a comma and a name
_DASHES = frozenset({"-", "–", "—", "--"})
_BREAKS = frozenset({",", "-", "–", "—", "--", ":"})


def before_others(
    tokens: list[Token], content: Phrase, cue: Cue, cues: Sequence[Cue], words: Lexicon
) -> Phrase:
    """What a cue carries, less what the sentence says itself or has somebody else say."""
    content = before_main_clause(tokens, content, cue, words)
    content = _before_joined(tokens, content, cue, words)
    content = _before_sign(tokens, content, cue, words)
    content = _before_second_deed(tokens, content, cue)
    content = _before_next(tokens, content, cue, cues, words)
    content = _before_second_verb(tokens, content, cue, words)
    content = before_nouns_verb(tokens, content, cue, words)
    content = before_deeds(tokens, content, cue, words)
    content = before_past(tokens, content, cue, words)
    return before_present(tokens, content, cue, words)


def _before_next(
    tokens: list[Token], content: Phrase, cue: Cue, cues: Sequence[Cue], words: Lexicon
) -> Phrase:
    """What a cue carries ends where, behind a comma, somebody else begins to speak."""
    for other in cues:
        stop = _stop_before(tokens, content, cue, other, words)
        if stop is not None:
            return Phrase(content.start, stop)
    return content


def _stop_before(
    tokens: list[Token], content: Phrase, cue: Cue, other: Cue, words: Lexicon
) -> int | None:
    """Where what a cue carries ends for the sake of another cue, None where it goes on."""
    if other.kind is CueKind.ACCORDING and content.start < other.start < content.stop:
        return other.start
    if other.start <= cue.start or other.subject is None or other.inverted:
        return None
    shared = _shares(tokens, cue, other, words)
    if shared is not None and content.start < shared < content.stop:
        return shared
    start = other.subject.start
    if tokens[start].low in small_words().who and is_put_in(tokens, start - 1, words):
        return None  # 'He said Lee, who once called it mad, would win'
    joint = _parallel(tokens, cue, other, words)
    if joint is not None and content.start < joint < content.stop:
        return joint
    return _stop_before_clause(tokens, content, other, words)


def _stop_before_clause(
    tokens: list[Token], content: Phrase, other: Cue, words: Lexicon
) -> int | None:
    """Where what a cue carries ends before the clause of another, behind a comma or a dash."""
    assert other.subject is not None
    start = other.subject.start
    start -= tokens[start - 1].low in small_words().contrasting
    if not content.start < start < content.stop:
        return None
    quoted = tokens[start - 1].quote >= 0
    if quoted and start < other.subject.start:
        return start  # 'swears it is “magic,” while another called it “salt”'
    if tokens[start - 1].low in words.relative and tokens[start - 2].low in words.prepositions:
        start -= 2  # ', to which a third said no'
    if tokens[start - 1].text not in _BREAKS:
        return None
    if tokens[start - 1].text == ":" and other.kind is not CueKind.SAY:
        return None
    if start == other.subject.start and _opens_whole(tokens, content, start - 1, words):
        return None
    described = _description_joined(tokens, start - 1, content, words)
    if described is not None:
        return described
    second = behind_first_statement(tokens, start, words)
    if second is not None and content.start < second - 1 < start:
        return second - 1  # ', and wages, he added, are low'
    return content.stop if _closes(tokens, other, words) else start - 1


def _description_joined(
    tokens: list[Token], sign: int, content: Phrase, words: Lexicon
) -> int | None:
    """Where who speaks next is told before their name: '…, but a rival, Bo Marsh, said no'."""
    if tokens[sign].text != ",":
        return None
    for at in range(sign - 1, max(sign - _LONGEST_DESCRIPTION, content.start), -1):
        if tokens[at].text == ",":
            joined = tokens[at + 1].low in small_words().contrasting and at + 3 < sign
            return at if joined and tokens[at + 2].low in words.determiners else None
        if not tokens[at].is_word or among(tokens[at].low, words.finite, words.be, words.past):
            return None
    return None


def _opens_whole(tokens: list[Token], content: Phrase, sign: int, words: Lexicon) -> bool:
    """Whether a sign only ends what opens or interrupts the one clause behind 'that'.

    'said that although it rained, voters rated it high', 'that the ban – a word he used – Lee ...'.
    """
    if tokens[content.start - 1].low != "that":
        return False
    before = [at for at in range(content.start, sign) if tokens[at].text == tokens[sign].text]
    if tokens[sign].text in _DASHES:
        return len(before) == 1
    first = tokens[content.start]
    opens = among(first.low, words.opens_first, words.prepositions, words.times)
    return tokens[sign].text == "," and not before and (opens or is_adverb(first, words))


def _closes(tokens: list[Token], cue: Cue, words: Lexicon) -> bool:
    """Whether a clause of saying ends its sentence, but for 'the Echo reported'."""
    if cue.end < len(tokens) - 1 or tokens[-1].quote >= 0:
        return False
    assert cue.subject is not None
    reported = tokens[cue.start].low in triggers().reports
    return not (reported and is_outlet(tokens, cue.subject, words))


def _shares(tokens: list[Token], cue: Cue, other: Cue, words: Lexicon) -> int | None:
    """Where a statement ends after which its speaker goes on: 'and vowed …', ', adding that …'."""
    if cue.subject is None or other.subject != cue.subject or other.start <= cue.end:
        return None
    form = tokens[cue.start].low
    if form in small_words().only_verbs and not form.endswith("s"):
        present = tokens[other.start].low.endswith("s")
        if present and any(tokens[at].low in words.pronouns for at in range(cue.end, other.start)):
            return None  # 'He said she phones him and calls the office'
    before = tokens[other.start - 1]
    at = other.start - 1
    if at > cue.end + 1 and tokens[at].low in small_words().negations:
        at -= 1  # 'but did not suggest'
        at -= tokens[at].low in words.finite
    if tokens[at].low in small_words().coordinating:
        return at - 1 if tokens[at - 1].text == "," else at
    if other.lemma and tokens[other.start].low.endswith("ing") and before.text == ",":
        return other.start - 1
    return None


def _parallel(tokens: list[Token], cue: Cue, other: Cue, words: Lexicon) -> int | None:
    """Where a second part of those asked begins to answer: 'half said no and a third said yes'."""
    if cue.subject is None or other.subject is None or other.kind is not CueKind.SAY:
        return None
    joint = other.subject.start - 1
    while joint > 0 and (
        is_adverb(tokens[joint], words) or among(tokens[joint].low, small_words().about_how_many)
    ):
        joint -= 1  # 'and nearly half said', 'and more than 4 in 10 said'
    if tokens[joint].low not in small_words().contrasting:
        return None
    both = counts_people(tokens, cue.subject, words) and counts_people(tokens, other.subject, words)
    return joint if both else None


def _before_second_deed(tokens: list[Token], content: Phrase, cue: Cue) -> Phrase:
    """What a form in '-ing' carries ends where another joins it: 'kept saying no and shaking'."""
    if content.start < cue.end or not tokens[cue.start].low.endswith("ing"):
        return content
    for at in range(content.start + 1, content.stop - 1):
        joint = tokens[at].low in small_words().coordinating
        if joint and tokens[at + 1].low.endswith("ing") and tokens[at + 1].is_word:
            return Phrase(content.start, at)
    return content


def _before_joined(tokens: list[Token], content: Phrase, cue: Cue, words: Lexicon) -> Phrase:
    """What a verb carries with quoted words for its object ends before a clause joined to them.

    'The crowd chanted “one more song” and the lights came up.'
    """
    if content.start != cue.end or cue.kind not in {CueKind.SAY, CueKind.LABEL}:
        return content
    quoted = next((at for at in content if tokens[at].quote >= 0), None)
    if quoted is None or quoted + 2 >= content.stop:
        return content
    if any(among(tokens[at].low, words.finite, words.past) for at in range(cue.end, quoted)):
        return content
    joint = quoted + 1 + (tokens[quoted + 1].text == ",")
    if tokens[joint].low in small_words().comments_on and tokens[quoted].text.endswith(","):
        return Phrase(content.start, quoted + 1)  # 'replied “no,” which is fair'
    if tokens[joint].low not in small_words().joins_clauses:
        return content
    deed = tokens[joint + 1]
    if quoted == content.start and deed.text == deed.low and _is_past(deed, words):
        return Phrase(content.start, quoted + 1)  # 'said “huh,” and left'
    if among(tokens[joint + 1].low, words.subordinate, words.clause_openers):
        return content  # 'said the firm “cannot go on” and that it would move'
    clauses = find_clauses(tokens[joint + 1 : content.stop], words)
    begins = bool(clauses) and clauses[0].subject.start <= 1
    return Phrase(content.start, quoted + 1) if begins else content


def _before_sign(tokens: list[Token], content: Phrase, cue: Cue, words: Lexicon) -> Phrase:
    """What is said of a thing in its relative clause ends with that: 'the job many say is hard'."""
    if content.start != cue.end or tokens[content.start].low not in words.be:
        return content
    for at in range(content.start + 2, content.stop - 1):
        behind = tokens[at + 1].low
        if tokens[at].text in _DASHES or (tokens[at].text == "," and behind in words.joins):
            return Phrase(content.start, at)
    return content


def _before_second_verb(tokens: list[Token], content: Phrase, cue: Cue, words: Lexicon) -> Phrase:
    """What a relative clause carries ends before the verb of the clause that it stands in.

    'A study which concluded that coffee is harmless was withdrawn.'
    """
    subject = cue.subject
    if subject is None or content.start < cue.end:
        return content
    if tokens[cue.start].low.endswith("ing") and subject.stop == cue.start:
        return before_main_verb(tokens, content, words, says=True)  # ', in a poll showing …, told'
    if subject.start == 0 or tokens[subject.start].low not in words.relative:
        return content
    if tokens[subject.start - 1].text == ",":
        return before_main_verb(tokens, content, words)
    verbs = 0
    for at in range(content.start, content.stop):
        token = tokens[at]
        if among(token.low, words.conjunctions, words.relative) or not token.is_word:
            return content
        verb = among(token.low, words.be, words.have, words.finite)
        if verb and token.low not in small_words().forms_of_be:
            before = tokens[at - 1]
            verbs += not among(before.low, words.finite, words.have)
            if verbs == _SECOND and not among(before.low, words.auxiliaries, words.pronouns):
                return Phrase(content.start, at)
    return content


def _is_past(token: Token, words: Lexicon) -> bool:
    return token.low in words.past or token.low.endswith("ed")
