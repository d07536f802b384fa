"""Ties a quotation to a cue and a subject of its own sentence, the surest pattern first."""

from collections.abc import Sequence

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.passives import Agent
from audit.extract.english.cues.quoted_as import is_quoted_saying
from audit.extract.english.cues.speaking import (
    may_speak,
)
from audit.extract.english.grammar.forms import is_person_word
from audit.extract.english.grammar.phrases import phrase_from
from audit.extract.english.labels import (
    is_apposed_title,
    is_chanted,
    is_name_alone,
    is_title,
    names_a_work,
)
from audit.extract.english.quotations.as_said import BRIDGING_SIGNS, as_opens, as_said
from audit.extract.english.quotations.before_noun import around_noun, modifies_noun
from audit.extract.english.quotations.beside import (
    ahead,
    beside,
    is_introduced_whole,
    says_more,
)
from audit.extract.english.quotations.clause import (
    Parsed,
    Tie,
    is_direct,
    main_clause,
    nearest_before,
)
from audit.extract.english.quotations.gapped import another_says
from audit.extract.english.quotations.in_brackets import in_brackets
from audit.extract.english.quotations.in_view import for_somebody, how_described
from audit.extract.english.quotations.labelled import behind_colon, from_somebody, labelled
from audit.extract.english.quotations.quotative import was_like
from audit.extract.english.quotations.reported import is_outlet, may_be_outlet, quoted_person
from audit.extract.english.quotations.saying import is_said
from audit.extract.english.quotations.signed_in_line import signed
from audit.extract.english.quotations.spoken_about import is_spoken_about, owner_of_words
from audit.extract.outlets.gazetteer import triggers
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import LANGUAGE, Lexicon
from audit.languages.extraction.english_small_words import small_words
from audit.languages.extraction.linking import linking

_LONGEST_ASIDE = 10  # tokens between a name and a colon
_CLAUSE = 3  # words of a clause before the words quoted in it
_THAT = frozenset({"that"})
_IN_REACH = 20  # tokens before words in which one does
_NEAR = 6  # tokens behind 'in' in which a document is named
_SHOUTED = 4  # tokens of 'When Lee shouted,'
_LABELLED = 6  # words between a verb that labels and the label


def find_tie(sentence: Parsed, index: int, words: Lexicon) -> Tie | None:
    """The tie of the quotation at token ``index``, None where its sentence has none.

    Who reported words is not who spoke them.
    """
    tie = _tie(sentence, index, words)
    if tie is not None and _leads_on(sentence.tokens, index, tie, words):
        before = nearest_before(sentence.tokens, sentence.cues, index, words) or _right_before(
            sentence.tokens, sentence.cues, index, words
        )
        opens = sentence.tokens[0].low in words.opens_first
        tie = before if before is not None or opens else tie
    if tie is None or not is_said(sentence.tokens, index, tie, words):
        return None
    tokens = sentence.tokens
    another = another_says(tokens, index, tie, words)
    if another is not None:
        return Tie(tie.cue, another)
    person = quoted_person(tokens, tie.cue, tie.subject, words)
    if person is not None:
        return Tie(tie.cue, person)
    reports = tokens[tie.cue.start].low in triggers().reports
    if tie.cue.start > index and (
        (reports and is_outlet(tokens, tie.subject, words))
        or (tie.cue.kind is CueKind.SAY and may_be_outlet(tokens, tie.subject))
    ):
        colon = tokens[index - 1].text == ":"
        cues = [cue for cue in sentence.cues if colon or cue.kind is CueKind.SAY]
        spoken = nearest_before(tokens, cues, index, words)
        if spoken is not None and (colon or _is_told(tokens, index, tie, spoken)):
            return spoken
    return tie


def _leads_on(tokens: list[Token], index: int, tie: Tie, words: Lexicon) -> bool:
    """Whether the clause behind words has other words in marks, to which its cue leads.

    'While Lee called it “done”, Haddad called it “sound”'.
    """
    first, end = tie.subject.start, tie.cue.end
    if index < first and _is_shouted_first(tokens, index, words):
        return True
    if not index < first < tie.cue.start or is_direct(tokens, index):
        return False
    following = next((at for at in range(end, len(tokens)) if not tokens[at].is_word), None)
    opens = tokens[0].low in words.opens_first
    if opens and end < len(tokens) and among(tokens[end].low, words.persons, _THAT):
        return True  # 'Although she had “left for good,” he claimed they met'
    if following is None or tokens[following].quote < 0:
        return False
    return not (is_title(tokens, following) and names_a_work(tokens, following, words))


def _is_shouted_first(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether an opening clause has words for its object: 'When a boy cried, “Run,” Lee joked'."""
    if index < _SHOUTED or tokens[0].low not in words.opens_first or tokens[index - 1].text != ",":
        return False
    says = tokens[index - 2].low in words.say and not tokens[index - 2].low.endswith("ing")
    return says and all(token.is_word for token in tokens[: index - 1])


def _is_told(tokens: list[Token], index: int, tie: Tie, spoken: Tie) -> bool:
    """Whether words stand in what somebody said, of which an outlet tells behind them.

    'Lee said that she was “tired”, the Echo reported'; right behind their own comma, '“…,” the Echo
    reported', the words are the outlet's unless a clause of some words holds them.
    """
    if is_direct(tokens, index):
        return False
    return index - spoken.cue.end >= _CLAUSE or tie.subject.start > index + 1


def _tie(sentence: Parsed, index: int, words: Lexicon) -> Tie | None:
    tokens = sentence.tokens
    worded = _in_set_wording(tokens, index, words)
    if worded is not None:
        return worded
    if is_title(tokens, index) and names_a_work(tokens, index, words):
        return None
    agent = _agent(sentence.agents, index)
    if agent is not None:
        return agent
    if is_name_alone(tokens, index, words):
        return None
    if modifies_noun(tokens, index, words):
        return around_noun(sentence, index, words)
    near = (
        _what_is_called(sentence, index)
        or _of_cue(beside(tokens, index, words))
        or _right_beside(sentence, index, words)
    )
    if near is not None or (is_title(tokens, index) and not is_chanted(tokens, index, words)):
        return near
    return _from_afar(sentence, index, words)


def _in_set_wording(tokens: list[Token], index: int, words: Lexicon) -> Tie | None:
    """The tie of a wording that tells by itself who speaks: 'as Lee put it', 'Lee was like “…”'."""
    return (
        labelled(tokens, index, words)
        or from_somebody(tokens, index, words)
        or in_brackets(tokens, index, words)
        or signed(tokens, index, words)
        or as_said(tokens, index, words)
        or as_opens(tokens, index, words)
        or how_described(tokens, index, words)
        or _by_agent(tokens, index, words)
        or _of_cue(was_like(tokens, index, words))
    )


def _of_cue(cue: Cue | None) -> Tie | None:
    """The tie to a cue and its subject, None where it has none."""
    return None if cue is None or cue.subject is None else Tie(cue, cue.subject)


def _right_beside(sentence: Parsed, index: int, words: Lexicon) -> Tie | None:
    """The tie to a cue right beside words; not to a view: 'Lee said he had expected “more”'."""
    tokens, cues = sentence.tokens, sentence.cues
    tie = _right_after(tokens, cues, index, words) or _right_before(tokens, cues, index, words)
    viewed = tie is not None and tie.cue.kind is CueKind.VIEW and not tie.cue.passive
    return None if viewed else tie


def _what_is_called(sentence: Parsed, index: int) -> Tie | None:
    """'For what the report called “too much joy,” he apologised': the report's."""
    for cue in sentence.cues:
        if cue.end != index or cue.kind is not CueKind.LABEL or cue.subject is None:
            continue
        before = sentence.tokens[cue.subject.start - 1].low if cue.subject.start else ""
        return Tie(cue, cue.subject) if before == "what" else None
    return None


def _from_afar(sentence: Parsed, index: int, words: Lexicon) -> Tie | None:
    """The tie of a quotation that no cue stands beside, in the order of how sure they are."""
    tokens = sentence.tokens
    if is_apposed_title(tokens, index, words):
        return None
    introduced = ahead(tokens, index, words) if is_direct(tokens, index) else None
    if introduced is not None and introduced.subject is not None:
        cues = [cue for cue in sentence.cues if cue.start == introduced.start]
        if cues and cues[0].subject is not None:
            return Tie(cues[0], cues[0].subject)  # 'an official who spoke to us said Monday, “…”'
        if introduced.lemma in words.be:
            whose = owner_of_words(tokens, introduced.subject, words)
            if whose is not None:
                return Tie(introduced, whose)
        says = words.is_verb(introduced.lemma) or may_speak(tokens, introduced.subject, words)
        says = says or _in_document(tokens, introduced, index, words)
        return Tie(introduced, introduced.subject) if says else None
    return (
        _closing(tokens, sentence.cues, index, words)
        or nearest_before(tokens, sentence.cues, index, words)
        or behind_colon(tokens, index, words)
        or _put_in(tokens, sentence.cues, index)
        or as_opens(tokens, index, words, at_once=False)
        or for_somebody(tokens, index, words)
        or _quoted_as(tokens, sentence.cues, index, words)
    )


def _in_document(tokens: list[Token], cue: Cue, index: int, words: Lexicon) -> bool:
    """Whether somebody did something in words: 'The airport apologised in a post on X: “…”'."""
    if tokens[index - 1].text != ":" or tokens[cue.start].low in words.be:
        return False
    documents = linking(LANGUAGE).documents
    return any(
        tokens[at].low == "in"
        and tokens[at + 1].low in words.determiners
        and any(among(token.low, words.nouns, documents) for token in tokens[at + 2 : at + _NEAR])
        for at in range(max(cue.end, index - _IN_REACH), index - 2)
    )


def _agent(agents: Sequence[Agent], index: int) -> Tie | None:
    for agent in agents:
        if agent.complement.start <= index < agent.complement.stop:
            return Tie(agent.cue, agent.subject)
    return None


def _right_after(
    tokens: list[Token], cues: Sequence[Cue], index: int, words: Lexicon
) -> Tie | None:
    """'“…,” Smith said' and '“…,” said Smith' and '“…,” according to Smith'."""
    according: Tie | None = None
    if index + 1 < len(tokens) and is_introduced_whole(tokens, index):
        return None
    for cue in cues:
        if cue.start <= index or cue.subject is None or cue.subject.start < index:
            continue
        first = min(cue.start, cue.subject.start)
        if cue.lemma == "words" and tokens[first - 1].low in small_words().opens_source:
            first -= 1  # '“…,” in Ann Lee's words'
        between = tokens[index + 1 : first]
        if any(token.text != "," and token.quote < 0 for token in between):
            continue
        if cue.kind is CueKind.ACCORDING or cue.lemma == "words":
            according = Tie(cue, cue.subject)
        elif cue.kind is not CueKind.NOUN and not says_more(tokens, index, cue, words):
            return Tie(cue, cue.subject)
    before = nearest_before(tokens, cues, index, words)
    return None if before is not None else according


def _right_before(
    tokens: list[Token], cues: Sequence[Cue], index: int, words: Lexicon
) -> Tie | None:
    """'Smith said: “…”', 'called it a “…”', 'a statement: “…”'."""
    for cue in reversed(cues):
        if cue.end > index or cue.subject is None or cue.inverted:
            continue
        if index in cue.subject:
            continue  # 'According to her “clawback” plan, firms must'
        if cue.kind is CueKind.NOUN and is_spoken_about(tokens, cues, cue, index, words):
            continue
        if main_clause(tokens, cue, index, words) is not None:
            return None
        between = tokens[_behind_listener(tokens, cue, index, words) : index]
        if all(
            token.quote >= 0
            or among(
                token.low, words.determiners, words.pronouns, small_words().bridges, BRIDGING_SIGNS
            )
            for token in between
        ):
            return _of_who_says(tokens, cues, cue, words) or Tie(cue, cue.subject)
        if (
            cue.kind is CueKind.LABEL
            and len(between) <= _LABELLED
            and all(token.is_word for token in between)
        ):
            return Tie(cue, cue.subject)  # 'called Rubio “Little Marco”'
        return None
    return None


def _behind_listener(tokens: list[Token], cue: Cue, index: int, words: Lexicon) -> int:
    """Where a verb ends with whom it names before whole sentences: 'telling the clerk, “…”'."""
    if cue.lemma not in small_words().tell or not is_direct(tokens, index):
        return cue.end
    listener = phrase_from(tokens, cue.end, words)
    if tokens[cue.end].low.isdigit():
        return cue.end + 1  # 'telling 911, “…”'
    apart = listener is not None and listener.start == cue.end and listener.stop < index
    return listener.stop if apart and listener is not None else cue.end


def _of_who_says(tokens: list[Token], cues: Sequence[Cue], cue: Cue, words: Lexicon) -> Tie | None:
    """Who says what a thing shows: 'Lee said the remarks showed “contempt”'."""
    if cue.lemma not in small_words().shows or cue.subject is None:
        return None
    head = tokens[cue.subject.stop - 1].low
    if among(head, words.counts, words.bearers) or is_person_word(
        tokens[cue.subject.stop - 1], words
    ):
        return None
    for outer in cues:
        opens = outer.end + (tokens[outer.end].low == "that")
        says = outer.kind is CueKind.SAY and outer.subject is not None and not outer.inverted
        supposed = tokens[cue.start - 1].low in words.modals and outer.end <= cue.subject.start
        if says and supposed and outer.subject is not None:
            return Tie(outer, outer.subject)  # 'said that aid to Ava and Ayr should show'
        if says and outer.subject is not None and opens == cue.subject.start:
            return Tie(outer, outer.subject)
    return None


def _closing(tokens: list[Token], cues: Sequence[Cue], index: int, words: Lexicon) -> Tie | None:
    """The cue at the end of a sentence: 'The plan is “a mess”, and too dear, Smith said'."""
    for cue in cues:
        if cue.start <= index or cue.subject is None or cue.kind is CueKind.NOUN:
            continue
        if cue.subject.start < index:
            continue  # 'called it “mad,” and said …'
        first = min(cue.start, cue.subject.start)
        if tokens[first - 1].text == "," and cue.kind in {CueKind.SAY, CueKind.ACCORDING}:
            said = [other for other in cues if other.kind is CueKind.SAY]
            before = nearest_before(tokens, said, index, words)
            return None if before is not None else Tie(cue, cue.subject)
    return None


def _put_in(tokens: list[Token], cues: Sequence[Cue], index: int) -> Tie | None:
    """A cue between commas before the words: 'The trouble, says Ann Lee, is that it was “…”'."""
    for cue in reversed(cues):
        said = cue.inverted and cue.kind is CueKind.SAY and cue.subject is not None
        if not said or cue.subject is None or cue.subject.stop > index:
            continue
        if cue.start == 0 or is_direct(tokens, index):
            continue
        parted = all(token.text == "," for token in tokens[cue.subject.stop : index])
        if tokens[cue.start - 1].text == "," or (parted and tokens[cue.start - 1].quote >= 0):
            return Tie(cue, cue.subject)  # '“That,” said Lee, “is a bath.”'
    return None


def _quoted_as(tokens: list[Token], cues: Sequence[Cue], index: int, words: Lexicon) -> Tie | None:
    """'“…,” the paper quoted Ann Lee, a nurse, as saying'."""
    if not is_direct(tokens, index):
        return None
    for cue in cues:
        if cue.subject is None or not index < cue.subject.start < cue.start:
            continue
        if is_quoted_saying(tokens, cue.start, words):
            return Tie(cue, cue.subject)
    return None


def _by_agent(tokens: list[Token], index: int, words: Lexicon) -> Tie | None:
    """'A plan described by Lee as “a mess”', 'branded “a mess” by critics'."""
    at = index - 1 - (index > 0 and tokens[index - 1].low in words.determiners)
    if at > 0 and _is_participle(tokens[at], words) and tokens[index + 1 : index + 2]:
        subject = phrase_from(tokens, index + 2, words) if tokens[index + 1].low == "by" else None
        if subject is not None and subject.start == index + 2:
            return Tie(
                Cue(at, at + 1, CueKind.LABEL, words.label[tokens[at].low], subject), subject
            )
    at -= at > 0 and tokens[at].low == "as"
    for by in range(at, max(at - _LONGEST_ASIDE, 0), -1):
        if tokens[by].low == "by" and _is_participle(tokens[by - 1], words):
            subject = phrase_from(tokens, by + 1, words)
            if subject is None or subject.stop != at + 1:
                return None
            lemma = words.label[tokens[by - 1].low]
            return Tie(Cue(by - 1, by, CueKind.LABEL, lemma, subject), subject)
    return None


def _is_participle(token: Token, words: Lexicon) -> bool:
    """Whether a word may be what is said of a thing: 'described', 'called'."""
    return token.low in words.label and token.text == token.low and token.low.endswith("ed")
