"""Reads who stands right behind a quotation: '“…,” X said', '“…,” said X', '“…!” beamed X of Y'.

Behind the comma that closes quoted words only a clause of saying can follow, so its verb may be any
and its subject may carry an apposition of any kind.
"""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.grammar.appositions import named_behind
from audit.extract.english.grammar.clauses import Clause, clause_subject, find_clauses
from audit.extract.english.grammar.forms import asks_one, is_passive, says_alone
from audit.extract.english.grammar.phrases import (
    behind_verb,
    is_adverb,
    opens_a_clause,
    phrase_from,
    with_maker,
    writer_of,
)
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_ASKS = (",", "?", "!", "—", "–", "-", "…", "...")  # at the end of quoted words: a clause follows
_FARTHEST = 60  # tokens between a subject and its verb
_PLACE = 10  # tokens of 'in the ad', 'of the group', before a verb
_PASSED = 5  # adverbs and auxiliaries between them
_ENDS = ("?", "!")  # of quoted words
_THAT = frozenset({"that"})
_DASHES = frozenset({"—", "–", "--", "-"})


def beside(tokens: list[Token], index: int, words: Lexicon) -> Cue | None:
    """The clause of saying that begins right behind the quotation at token ``index``."""
    start = index + 1
    comma = start < len(tokens) and tokens[start].text == ","
    start += comma
    if start >= len(tokens):
        return None
    asks = comma or tokens[index].text.rstrip("’'\" ").endswith(_ASKS)
    if not asks and not says_alone(tokens, start, words):
        return None
    if not tokens[start].is_word:
        return None
    if not comma and is_introduced_whole(tokens, index):
        return None  # 'Lee replied: “What now?” Her critics cited it'
    turned = _verb_first(tokens, start, words) or _was_all(tokens, start, words)
    if turned is not None:
        return turned
    cue = _subject_first(tokens, start, words)
    return None if cue is not None and not comma and says_more(tokens, index, cue, words) else cue


def is_introduced_whole(tokens: list[Token], index: int) -> bool:
    """Whether a colon brings a whole question, behind which another sentence begins."""
    asks = tokens[index].text.rstrip("’'\" ").endswith(_ENDS)
    colon = index > 1 and tokens[index - 1].text == ":"
    return colon and asks and tokens[index + 1].text[:1].isupper()


def says_more(tokens: list[Token], index: int, cue: Cue, words: Lexicon) -> bool:
    """Whether a verb behind a question has a clause of its own: 'he goes “Why?” I said I left'."""
    inside = index > 0 and tokens[index - 1].is_word and tokens[index].text[-1:] in _ENDS
    return inside and cue.end < len(tokens) and among(tokens[cue.end].low, words.pronouns, _THAT)


def ahead(tokens: list[Token], index: int, words: Lexicon) -> Cue | None:
    """The clause that a whole quoted sentence follows with a comma or colon.

    'Smith shot back: “…”'.
    """
    if index < 2 or tokens[index - 1].text not in {",", ":"}:
        return None
    clauses = [
        clause for clause in find_clauses(tokens[: index - 1], words) if clause.verb < index - 1
    ]
    if not clauses:
        return None
    last = clauses[-1]
    hangs = last.hangs or _opens_contact_clause(tokens, last.subject, words)
    hangs = hangs and not _says_inside(tokens, last, index, words)
    subject = clause_subject(clauses[:-1], index - 1) if hangs else last.subject
    if subject is None:
        return None
    verb = next(clause.verb for clause in clauses if clause.subject == subject)
    if is_passive(tokens, index - 2, words):
        return None  # 'Lee was asked, “…”'
    joined = any(token.low in small_words().coordinating for token in tokens[verb : index - 1])
    asked = words.say.get(tokens[verb + 1].low) in words.asks
    if tokens[verb].low in words.be and asked and not joined:
        asker = phrase_from(tokens, verb + 3, words) if tokens[verb + 2].low == "by" else None
        if asker is None:
            return None
        return Cue(verb + 1, verb + 2, CueKind.SAY, tokens[verb + 1].low, asker)
    if tokens[index - 2].low == "reading" and tokens[index - 3].text == tokens[index - 3].low:
        return None  # 'They wore hats reading, “…”'
    return Cue(verb, verb + 1, CueKind.SAY, tokens[verb].low, subject)


def _says_inside(tokens: list[Token], clause: Clause, index: int, words: Lexicon) -> bool:
    """Whether a clause inside another says the words at ``index``.

    'to which Lee replied: “…”', 'Police say Lee texted his brother, “…”'.
    """
    if clause.is_relative:
        between = tokens[clause.verb + 1 : index - 1]
        parted = any(not token.is_word for token in between)
        return tokens[clause.verb].low in words.say and not parted
    if clause.subject.start == 0:
        return False
    form, before = tokens[clause.verb].low, tokens[clause.subject.start - 1].low
    told = tokens[index - 2].low in small_words().object_pronouns  # 'when I left she told me, “…”'
    if clause.verb == index - 2 - told and form in words.say:
        return True
    return form in small_words().sends_words and (before in words.say or before == "that")


def _opens_contact_clause(tokens: list[Token], subject: Phrase, words: Lexicon) -> bool:
    """Whether a pronoun opens a clause on the noun before it: 'a word she had never heard'."""
    if subject.start == 0 or tokens[subject.start].low not in words.persons:
        return False
    before = tokens[subject.start - 1]
    closed = among(before.low, words.conjunctions, words.prepositions, words.clause_openers)
    plain = before.text == before.low or subject.start == 1  # 'Signs I loved: …'
    return before.is_word and plain and not (closed or words.is_verb(before.low))


def _verb_first(tokens: list[Token], start: int, words: Lexicon) -> Cue | None:
    """'said X', 'beamed X', 'reads an editorial in Y'."""
    verb = start
    while verb < len(tokens) and is_adverb(tokens[verb], words):
        verb += 1
    if verb + 1 >= len(tokens) or not _is_verb(tokens[verb], words):
        return None
    if tokens[verb].low == "state":
        return None  # '“…,” state media reported'
    if tokens[verb].low in words.no_past:
        return None  # '“Night Trains,” based on the Lind story'
    subject = behind_verb(tokens, verb, words)
    if subject is None:
        return None
    placed = tokens[verb + 1].low in words.prepositions and not words.is_verb(tokens[verb].low)
    if placed and len(subject) == 1:
        return None  # 'apologised on Instagram', but 'chimed in Ann Lee'
    first = tokens[subject.start]
    if first.low in words.pronouns and first.low not in small_words().speaking:
        return None
    known = words.is_verb(tokens[verb].low)
    if asks_one(tokens, verb, tokens[subject.start], words):
        return None  # 'If it feels “short,” add another spoon'
    named = named_behind(tokens, subject, words)
    if not known and not any(tokens[at].is_name for at in named):
        return None
    owned = tokens[subject.start].low in small_words().possessives
    if tokens[verb].low in words.label and _is_its_object(tokens, subject, words):
        return None  # 'Lee, star of “Scandal,” thanked Roy for coming'
    if tokens[verb].low in words.label and owned and named == subject:
        return None  # 'Ann Lee, who called it “mad”, portrayed her rival as a saint'
    if tokens[verb].low in small_words().tell and subject.stop < len(tokens):
        return None
    if opens_a_clause(tokens, subject, words):
        return None  # 'Ann Lee, who calls it a “mess,” said he was wrong'
    lemma = words.say.get(tokens[verb].low, "")
    wrote = writer_of(tokens, lemma, subject, words)
    subject = wrote or with_maker(tokens, named, len(tokens), words)
    return Cue(verb, verb + 1, CueKind.SAY, tokens[verb].low, subject, inverted=True)


def _is_its_object(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether what follows a name tells why it is praised or blamed, so that it is an object."""
    if phrase.stop >= len(tokens) or tokens[phrase.stop].low not in small_words().tells_why:
        return False
    return tokens[phrase.stop - 1].is_name and not words.is_verb(tokens[phrase.stop - 1].low)


def _was_all(tokens: list[Token], start: int, words: Lexicon) -> Cue | None:
    """'“…,” was all that he would say', '“…,” is how Ann Lee put it'."""
    if start + 2 >= len(tokens) or tokens[start].low not in words.be:
        return None
    if tokens[start + 1].low not in small_words().sums_up:
        return None
    return _subject_first(tokens, start + 2 + (tokens[start + 2].low == "that"), words)


def _subject_first(tokens: list[Token], start: int, words: Lexicon) -> Cue | None:
    """'X said', 'X, who lives in Y, said', 'X (R-Ariz.), a member of Z, has said'."""
    subject = phrase_from(tokens, start, words)
    if subject is None or subject.start != start:
        return None
    named = any(token.is_name for token in tokens[subject.start : subject.stop])
    pronoun = tokens[start].low in words.pronouns
    if not (
        named
        or pronoun
        or tokens[start].low in words.determiners
        or _is_role(tokens, subject, words)
    ):
        return None
    further = _behind_place(tokens, subject.stop, words)
    if further is not None:
        return Cue(further, further + 1, CueKind.SAY, tokens[further].low, Phrase(start, further))
    verb = _verb_behind(tokens, subject.stop, words)
    if verb is None and _ends_in_verb(tokens, subject, words):
        verb, subject = subject.stop - 1, Phrase(start, subject.stop - 1)
    if verb is None:
        return None
    if is_passive(tokens, verb, words) and not words.is_verb(tokens[verb].low):
        return None  # 'It is not “unfair”, you are under-levelled'
    subject = subject if pronoun else named_behind(tokens, subject, words)
    return Cue(verb, verb + 1, CueKind.SAY, tokens[verb].low, subject)


def _ends_in_verb(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether what looks like a noun is the verb that ends a sentence: '“…,” the union claims.'."""
    last = tokens[phrase.stop - 1]
    closes = phrase.stop >= len(tokens) or tokens[phrase.stop].text == "."
    finite = words.is_verb(last.low) and last.low.endswith("s")
    return closes and finite and phrase.stop - phrase.start > 1


def _behind_place(tokens: list[Token], at: int, words: Lexicon) -> int | None:
    """The verb behind a subject that goes on with a preposition: 'a voice-over in the ad says'."""
    if at >= len(tokens) or tokens[at].low not in words.prepositions:
        return None
    for index in range(at + 2, min(at + _PLACE, len(tokens))):
        token = tokens[index]
        if not token.is_word:
            return None
        after_noun = tokens[index - 1].low not in words.determiners
        if token.text == token.low and words.is_verb(token.low) and after_noun:
            return None if token.low.endswith("ing") else index
    return None


def _is_role(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    return any(token.low in words.roles for token in tokens[phrase.start : phrase.stop])


def _verb_behind(tokens: list[Token], at: int, words: Lexicon) -> int | None:
    """The verb of a subject that ends at index ``at``.

    At once, or behind what is put in between.
    """
    verb = _next_verb(tokens, at, words, any_verb=True)
    if verb is not None:
        return verb
    end = min(at + _FARTHEST, len(tokens))
    if at < end and tokens[at].text == "(":
        closes = next((i for i in range(at, end) if tokens[i].text == ")"), None)
        if closes is None:
            return None
        verb = _next_verb(tokens, closes + 1, words, any_verb=True)
        if verb is not None:
            return verb
        at = closes + 1
    if at >= end or not (tokens[at].text == "," or tokens[at].text in _DASHES):
        return None
    if tokens[at].text == "," and at + 1 < end and tokens[at + 1].low in small_words().indefinite:
        verb = _behind_description(tokens, at + 1, words)
        if verb is not None:
            return verb  # '“…,” Ann Lee, a spokeswoman for the port told us'
    for index in range(at + 1, end):
        if tokens[index].quote >= 0 or tokens[index].text in {";", ":"}:
            return None
        closes = tokens[index].text == "," or tokens[index].text in _DASHES
        if closes or tokens[index].text == ")":
            verb = _next_verb(tokens, index + 1, words, any_verb=False)
            if verb is not None:
                return verb
    return None


def _behind_description(tokens: list[Token], start: int, words: Lexicon) -> int | None:
    """The verb of saying right behind what somebody is, with no comma between."""
    described = phrase_from(tokens, start, words)
    if described is None:
        return None
    told = next((at for at in described if tokens[at].low in small_words().only_verbs), None)
    if told is not None:
        return told if told > start + 1 else None
    return _next_verb(tokens, described.stop, words, any_verb=False)


def deed_behind(tokens: list[Token], at: int, before: int, words: Lexicon) -> Phrase | None:
    """The verb between a subject's end, ``at``, and index ``before``, whatever it tells."""
    verb = _next_verb(tokens, at, words, any_verb=True)
    if verb is None:
        verb = at
        while verb < before and is_adverb(tokens[verb], words):
            verb += 1
        if not among(tokens[verb].low, words.be, words.finite):
            return None
    return Phrase(verb, verb + 1) if verb < before else None


def _next_verb(tokens: list[Token], at: int, words: Lexicon, *, any_verb: bool) -> int | None:
    for index in range(at, min(at + _PASSED, len(tokens))):
        token = tokens[index]
        if not token.is_word or token.text != token.low:
            return None
        if words.is_verb(token.low) or (any_verb and _is_verb(token, words)):
            return index
        if not (
            is_adverb(token, words) or among(token.low, words.auxiliaries, words.finite, words.be)
        ):
            return None
    return None


def _is_verb(token: Token, words: Lexicon) -> bool:
    """Whether a word can be a finite verb: one of saying, or a form that looks like one."""
    if not token.text.islower() or not token.text[0].isalpha():
        return False
    if words.is_verb(token.low):
        return not token.low.endswith("ing")
    if among(token.low, words.prepositions, words.conjunctions, words.determiners, words.pronouns):
        return False
    if among(token.low, words.times, words.auxiliaries, words.finite, words.be, words.no_finite):
        return False
    return token.low.endswith(("ed", "s")) or token.low in words.past
