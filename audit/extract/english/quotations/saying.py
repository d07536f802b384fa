"""Whether the verb that quoted words are tied to says them."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.nouns_verb import before_nouns_verb
from audit.extract.english.cues.speaking import (
    head_of,
    is_of_anybody,
    is_of_record,
    may_speak,
)
from audit.extract.english.grammar.forms import is_passive
from audit.extract.english.labels import is_title
from audit.extract.english.quotations.clause import Tie, is_direct
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import LANGUAGE, Lexicon, person_words
from audit.languages.extraction.english_small_words import small_words
from audit.languages.extraction.layout import layout

_FEW = 3  # words


def is_said(tokens: list[Token], index: int, tie: Tie, words: Lexicon) -> bool:
    """Whether the verb of a tie says the quoted words.

    'Thought of myself as “healthy”' does not, and a thing that 'lists “drowsiness”' speaks no more
    than it has to.
    """
    cue = tie.cue
    if _is_behind_noun(tokens, index, cue, words):
        return False
    if _is_of_nobody(tokens, index, tie, words) or _another_says(tokens, index, cue, words):
        return False
    if cue.kind is CueKind.VIEW:
        return cue.passive or (cue.end < len(tokens) and tokens[cue.end].low == "that")
    if cue.lemma == "read" and is_title(tokens, index):
        return not may_speak(tokens, tie.subject, words)  # 'I am reading “The Hungry Brain”'
    if any(token.low in words.nobody for token in tokens[tie.subject.start : tie.subject.stop]):
        return False  # 'Nobody agrees on what makes it “lazy”'
    short = len(tokens[index].text.split()) <= _FEW
    if _stands_as_entry(tokens, index, tie, short=short):
        return tokens[tie.subject.start].low in words.roles  # 'Brightness: “10,000 lux”'
    if not short:
        return True
    return not _is_of_things(tokens, tie) and (
        is_direct(tokens, index) or _says_few(tokens, index, tie, words)
    )


def _is_behind_noun(tokens: list[Token], index: int, cue: Cue, words: Lexicon) -> bool:
    """Whether words stand behind what a noun tells: 'His claim that it sank is “old hat”'."""
    if cue.kind is not CueKind.NOUN or not cue.end < index or tokens[cue.end].low != "that":
        return False
    told = Phrase(cue.end + 1, index + 1)
    return before_nouns_verb(tokens, told, cue, words) != told


def _is_seen(tokens: list[Token], index: int, cue: Cue, words: Lexicon) -> bool:
    """Whether a verb of seeing calls nothing so, without 'as': 'would see a global “split”'."""
    sees = cue.kind is CueKind.LABEL and cue.lemma in words.view.values() and not cue.passive
    return sees and cue.end < index and all(token.low != "as" for token in tokens[cue.end : index])


def _is_only_like(tokens: list[Token], index: int, cue: Cue) -> bool:
    """Whether a text only reminds of the words: 'It reads like a “greatest hits” album'."""
    like = cue.end < index - 1 and tokens[cue.end].low in small_words().instances
    return cue.lemma == "read" and like and tokens[index - 1].low in small_words().articles


def _is_of_nobody(tokens: list[Token], index: int, tie: Tie, words: Lexicon) -> bool:
    """Whether a tie is to words that nobody whom the article tells has said."""
    cue = tie.cue
    if _is_of_reader(tokens, tie) or _is_denied(tokens, cue) or _is_supposed(tokens, tie, words):
        return True
    if _is_borne(tokens, tie, words) or _is_sung(tokens, tie, words) or _is_wished(tokens, cue):
        return True  # of a thing, of a song, yet to be said
    if _is_hearer(tokens, tie, words):
        return True
    if _is_seen(tokens, index, cue, words) or _is_only_like(tokens, index, cue):
        return True
    names = tokens[cue.start].low in words.no_past and not _is_quote(tokens, cue.end)
    if names or _is_writers_habit(tokens, tie):
        return True  # 'My sister named him “Councillor”', not 'named “Loop” as her favourite'
    # 'She finds that someone has painted “CLOSED” on the door'
    return cue.kind is CueKind.LABEL and tokens[tie.subject.start].low in small_words().somebody


def _is_hearer(tokens: list[Token], tie: Tie, words: Lexicon) -> bool:
    """Whether a passive only tells to whom words were said: '“Go home,” he was told'."""
    cue = tie.cue
    lemma = words.say.get(tokens[cue.start].low, cue.lemma)
    told = among(lemma, words.asks, small_words().with_listener)
    told = told or tokens[tie.subject.start].low in words.things
    ahead = told and cue.kind is CueKind.SAY and not (cue.passive or cue.inverted)
    return ahead and tie.subject.stop <= cue.start and is_passive(tokens, cue.start, words)


def _is_writers_habit(tokens: list[Token], tie: Tie) -> bool:
    """Whether whoever writes only tells what they tend to say: 'I write “noted” for a living'."""
    habit = tie.cue.kind is CueKind.SAY and tokens[tie.cue.start].low == tie.cue.lemma
    alone = tie.cue.start == tie.subject.stop and _is_quote(tokens, tie.cue.end)
    return habit and alone and tokens[tie.subject.start].low in small_words().writers


def _is_of_reader(tokens: list[Token], tie: Tie) -> bool:
    """Whether 'you' is who has words, so that nobody in the article says them.

    'You will have seen “…”' is said to the reader, 'you say “…”' of anybody.
    """
    first = tokens[tie.subject.start].low.partition("'")[0]
    if first not in layout(LANGUAGE).addresses:
        return False
    return tie.cue.kind is not CueKind.SAY or is_of_anybody(tokens, tie.cue)


def _stands_as_entry(tokens: list[Token], index: int, tie: Tie, *, short: bool) -> bool:
    """Whether words are but what stands behind a word and its colon, and no whole sentence."""
    if tie.cue.kind is not CueKind.COLON or tie.subject.stop - tie.subject.start != 1:
        return False
    ends = tokens[index].text.endswith((".", "!", "?"))
    return not is_direct(tokens, index) or (short and not ends)


def _is_of_things(tokens: list[Token], tie: Tie) -> bool:
    """Whether 'one' is what a few words stand on: 'My shelves are labelled. One says “rice.”'."""
    alone = tie.subject.stop - tie.subject.start == 1 and not tie.cue.inverted
    return (
        alone
        and tie.cue.lemma in small_words().is_written
        and (tokens[tie.subject.start].low in small_words().one_of_them)
    )


def _is_borne(tokens: list[Token], tie: Tie, words: Lexicon) -> bool:
    """Whether words only stand on something: 'A plaque at the dock reads “Safe home.”'."""
    subject = tie.subject
    named = len(subject) > 1 and all(tokens[at].is_name for at in subject)  # 'Hugh Banner said'
    borne = head_of(tokens, subject, words).low in small_words().bears_words
    return tie.cue.kind is CueKind.SAY and borne and not named


def _another_says(tokens: list[Token], index: int, cue: Cue, words: Lexicon) -> bool:
    """Whether a verb of saying stands right before words, and nobody is its subject.

    'I saw a sticker that said “honk”', 'Lee called after he was told “no”.'
    """
    sees = cue.kind is CueKind.LABEL or cue.lemma in small_words().finding
    if not sees or not cue.end < index - 1:
        return False
    hangs = among(tokens[index - 2].low, words.relative, words.be)
    return hangs and tokens[index - 1].low in words.say


def _is_wished(tokens: list[Token], cue: Cue) -> bool:
    """Whether somebody has yet to say right these words: 'The label should say “spicy”'.

    Or only can or cannot say them: 'I never learned to say “no”'.
    """
    if cue.kind is not CueKind.SAY or cue.inverted or not _is_quote(tokens, cue.end):
        return False
    before = tokens[cue.start - 1].low if cue.start else ""
    if before == "to" and tokens[cue.end].text.lower().strip(",.!?’' ") in small_words().courtesies:
        return True
    return tokens[cue.start].low == cue.lemma and before in small_words().ought


def _is_sung(tokens: list[Token], tie: Tie, words: Lexicon) -> bool:
    """Whether a thing only goes so: 'The song goes “I will follow you down”', not 'my dad goes'."""
    if tokens[tie.cue.start].low not in small_words().goes:
        return False
    head, persons = head_of(tokens, tie.subject, words), person_words()
    if head.low in words.works:
        return True
    known = among(head.low, persons.he, persons.she, persons.kin, persons.occupations)
    return not (known or may_speak(tokens, tie.subject, words))  # 'The oven goes “beep”'


def _is_named_inside(tokens: list[Token], index: int, cue: Cue, words: Lexicon) -> bool:
    """Whether a clause that somebody states only speaks of words: 'ruled that the term “…” is'."""
    small = small_words()
    between = tokens[cue.end : _first_listed(tokens, index)]
    if len(between) > 1 and between[-1].low in small.instances:
        such = between[-1].low == "as" and between[-2].low == "such"
        noun = between[-3:-2] if such else between[-2:-1]
        return bool(noun) and noun[0].low in small.spoken_of  # 'explained words like “…”'
    known = (small.spoken_of, small.gives_names, small.glosses)
    spoken_of = bool(between) and among(between[-1].low, *known)
    inside = len(between) > 2 or _is_subject(tokens, index, words)
    return spoken_of and inside and not any(token.low in small.uses for token in between)


def _is_subject(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a verb stands right behind quoted words: 'said the word “hero” embarrasses her'."""
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is None or not behind.is_word or behind.text != behind.low:
        return False
    return among(behind.low, words.finite, words.past) or behind.low.endswith(("s", "ed"))


def _first_listed(tokens: list[Token], index: int) -> int:
    """The first of the quoted words that a list ends with at an index: '“mad” and “bad”'."""
    while index > 1 and (
        tokens[index - 1].low in small_words().listing and tokens[index - 2].quote >= 0
    ):
        index -= 2
    return index


def _is_object_done(tokens: list[Token], index: int, cue: Cue, words: Lexicon) -> bool:
    """Whether a verb has its object, and words only tell where or why: 'filed it under “…”'."""
    if cue.kind is not CueKind.SAY or cue.end + 1 >= index:
        return False
    if cue.lemma in words.asks and tokens[cue.end].low in small_words().asks_for:
        return True  # 'It asks for your “values”'
    object_ = tokens[cue.end].low in small_words().objects_called
    before = tokens[index - 1].low
    return object_ and before in words.prepositions and before not in small_words().bridges_object


def _is_denied(tokens: list[Token], cue: Cue) -> bool:
    """Whether somebody did not say right these words: 'He didn't say “sorry”'."""
    quoted = _is_quote(tokens, cue.end) and cue.kind is CueKind.SAY and not cue.inverted
    before = tokens[cue.start - 1].low if cue.start else ""
    return quoted and (before in small_words().negations or before.endswith("n't"))


def _is_supposed(tokens: list[Token], tie: Tie, words: Lexicon) -> bool:
    """Whether nobody in particular says words: 'If you say “sorry”', 'Anyone who says “but …”'."""
    start, small = tie.subject.start, small_words()
    before = tokens[start - 1].low if start else ""
    if tokens[start].low in words.relative and before in small.anybody:
        return True
    if tie.cue.kind is not CueKind.SAY or tie.cue.inverted:
        return False
    if start == 1 and tokens[0].low in words.finite and tokens[-1].text == "?":
        return True  # 'Should I reply “no”?'
    if tokens[start].low in words.relative:
        return False
    if tokens[start].low == "we" and tokens[-1].text == "?":
        return True  # 'Remember when we all said “two weeks”?'
    if before == "if" and tokens[tie.cue.start].low in small.present:
        return True  # 'If your boss tells you “…”'
    if before == "if" and any(
        tokens[at].low in small.unreal for at in range(tie.subject.stop, tie.cue.start)
    ):
        return True  # 'If the minister had said “…”', 'if your boss has ever said “…”'
    supposed = among(before, small.supposing) or tokens[start].low in small.anybody
    return supposed and tokens[start].low in small.anybody | {"you"}


def _says_few(tokens: list[Token], index: int, tie: Tie, words: Lexicon) -> bool:
    """Whether a few words inside a sentence are said by the subject of a tie's verb."""
    if _is_named_inside(tokens, index, tie.cue, words):
        return False
    if _is_object_done(tokens, index, tie.cue, words):
        return False
    if _is_usual(tokens, tie, words) or _is_asked_for(tokens, index, tie, words):
        return False
    if _called_once(tokens, tie):
        return True
    right_behind = tie.cue.kind is CueKind.SAY and _is_quote(tokens, tie.cue.end)
    if right_behind and tokens[tie.subject.start].low in words.things:
        return False  # 'If it says “detox” on the bottle, put it back'
    if _states(tokens, tie, words):
        return True
    if among(tie.cue.lemma, words.object, words.has_things):
        holds = tie.cue.lemma in words.has_things
        labels = not holds and is_of_record(tokens, tie.subject, words)
        return labels or may_speak(tokens, tie.subject, words)
    return tokens[tie.subject.stop - 1].low not in words.prints  # 'the bottle says “flush-free”'


def _is_asked_for(tokens: list[Token], index: int, tie: Tie, words: Lexicon) -> bool:
    """Whether words name what somebody is to give or do: 'asked tenants to pay a “sun levy”'."""
    if tie.cue.lemma not in words.intent or tokens[index - 1].low not in small_words().indefinite:
        return False
    to = next((at for at in range(tie.cue.end, index - 1) if tokens[at].low == "to"), None)
    return to is not None and to + 2 == index - 1 and tokens[to + 1].low not in words.say


def _states(tokens: list[Token], tie: Tie, words: Lexicon) -> bool:
    """Whether words stand in a clause that somebody once said: 'warned that it would be “low”'."""
    past = tie.cue.kind is CueKind.SAY and tokens[tie.cue.start].low.endswith("ed")
    head = head_of(tokens, tie.subject, words).low
    printed = among(head, words.prints, words.things, words.bearers, words.relative)
    return past and not printed and tokens[tie.cue.end].low == "that"


def _is_usual(tokens: list[Token], tie: Tie, words: Lexicon) -> bool:
    """Whether people at large call a thing so: 'what they call “remission”', not Lee."""
    start, small = tie.subject.start, small_words()
    if start == 0 or tokens[start - 1].low != "what":
        return False
    anybody = not any(
        token.is_name or among(token.low, words.roles, words.determiners)
        for token in tokens[start : tie.subject.stop]
    )
    past = tokens[tie.cue.start].low.endswith("ed")
    return anybody and not past and tie.cue.lemma in small.calls_things


def _called_once(tokens: list[Token], tie: Tie) -> bool:
    """Whether somebody told before called a thing so: 'fined it for what it described as “…”'."""
    start = tie.subject.start
    past = tie.cue.kind is CueKind.LABEL and tokens[tie.cue.start].low.endswith("ed")
    return past and start > 0 and tokens[start - 1].low == "what"


def _is_quote(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].quote >= 0
