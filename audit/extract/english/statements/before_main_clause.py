"""Tells where a clause put before or into the main one ends what is said in it.

'While he said so, it …', 'Lee, who said so, left'.
"""

from audit.extract.english.cues.cue import Cue
from audit.extract.english.grammar.clauses import find_clauses
from audit.extract.english.grammar.phrases import is_adverb, phrase_from
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_SECOND = 2


def before_main_clause(tokens: list[Token], content: Phrase, cue: Cue, words: Lexicon) -> Phrase:
    """What an opening clause says ends where the main one begins: 'While he said so, it …'."""
    subject = cue.subject
    opener = _opener(tokens, content, cue, words)
    if subject is None or opener is None:
        return content
    before = tokens[opener - 1] if opener > 0 else None
    if before is not None and before.is_word and not among(before.low, words.joins, words.times):
        return content
    for at in range(content.start, content.stop - 1):
        asked = tokens[at].quote >= 0 and tokens[at].text.endswith(",")
        if asked and tokens[at + 1].low in words.imperatives:
            return Phrase(content.start, at + 1)  # 'When he says “never,” ask again'
    for at in range(content.start + 1, content.stop - 2):
        if tokens[at].text == "," and _is_contracted(tokens, at + 1, words):
            return Phrase(content.start, at)  # 'While he said so, it’s unlikely'
    for clause in find_clauses(tokens[: content.stop], words):
        start = clause.subject.start
        quoted = tokens[start - 1].quote >= 0 and tokens[start - 1].text.endswith(",")
        behind = quoted or tokens[start - 1].text == ","
        if start > content.start and not clause.hangs and behind:
            return Phrase(content.start, start - (not quoted))
    if before is not None and before.text == "," and subject.start > _SECOND:
        return before_main_verb(tokens, content, words)  # 'Lee, though she said so, stayed'
    return _before_counted(tokens, content, words)


def _opener(tokens: list[Token], content: Phrase, cue: Cue, words: Lexicon) -> int | None:
    """The word before the subject of a cue that opens a clause before the main one: 'While'."""
    subject = cue.subject
    if subject is None or subject.start == 0 or content.start < cue.end or cue.inverted:
        return None
    opener = subject.start - 1
    opener -= opener > 0 and tokens[opener].low in small_words().about_how_many
    return opener if tokens[opener].low in words.opens_first else None


def _before_counted(tokens: list[Token], content: Phrase, words: Lexicon) -> Phrase:
    """What an opening clause says ends where a part of those asked opens the main one.

    'While 7 percent said no, 27 percent of the rest said yes'.
    """
    for at in range(content.start + 1, content.stop - 2):
        if tokens[at].text != "," or tokens[at + 1].start == tokens[at].end:
            continue  # '51,000'
        counted = phrase_from(tokens, at + 1, words)
        behind = tokens[at + 1 : content.stop]
        if counted is None or not counts_people(tokens, counted, words):
            continue
        if any(words.is_verb(token.low) or token.low in words.finite for token in behind):
            return Phrase(content.start, at)
    return content


def _is_contracted(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a clause begins with a pronoun and its verb in one: 'it’s', 'they’re'."""
    low = tokens[at].low
    apart = among(low, words.pronouns, words.things) and tokens[at + 1].low == "'s"
    return apart or ("'" in low and low in words.finite and low.partition("'")[0] in words.pronouns)


def before_main_verb(
    tokens: list[Token], content: Phrase, words: Lexicon, *, says: bool = False
) -> Phrase:
    """What ', who said …,' carries ends where, behind its comma, the sentence's verb stands.

    ``says``: only a verb of saying is taken for it.
    """
    for at in range(content.start + 1, content.stop - 1):
        quoted = tokens[at].quote >= 0 and tokens[at].text.endswith(",")
        if tokens[at].text != "," and not quoted:
            continue
        verb = at + 1
        while verb < content.stop - 1 and is_adverb(tokens[verb], words):
            verb += 1
        token = tokens[verb]
        if says and token.low not in words.say:
            continue
        if token.text == token.low and (
            among(token.low, words.finite, words.past)
            or (words.is_verb(token.low) and not token.low.endswith("ing"))
        ):
            return Phrase(content.start, at + quoted)
    return content


def counts_people(tokens: list[Token], subject: Phrase, words: Lexicon) -> bool:
    """Whether a subject is a part of those asked: 'a third', 'some', '12 percent'."""
    return any(
        among(token.low.partition("-")[0], words.numbers, words.stand_alone)
        or token.low[:1].isdigit()
        for token in tokens[subject.start : subject.stop]
    )
