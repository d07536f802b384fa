"""Tells words that have a cue and are nobody's: '« Non », dit-on', 'Une banderole dit « Non »'."""

from collections.abc import Sequence
from itertools import pairwise

from audit.extract.others.cue import Cue
from audit.extract.others.grammar.noun_phrases import phrase_from
from audit.extract.others.grammar.persons import is_person
from audit.extract.others.grammar.tokens import is_any_verb, is_word
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook


def is_nobody(tokens: Sequence[Token], cue: Cue, book: Phrasebook) -> bool:
    """Whether who says it is nobody: '« Trop tard », dit-on', not 'dit-on à la mairie'."""
    if _is_matter(tokens, cue, book) or bears_words(tokens, cue.subject, book):
        return True
    if cue.subject is None or tokens[cue.subject.start].low not in book.anybody:
        return False
    at, stop = cue.subject.start, cue.subject.stop
    if at > 0 and tokens[at - 1].low in book.that | book.words.relative:
        return True  # 'ce qu’on appelle « le pays noir »'
    turned_round = at > 0 and tokens[at].low in book.enclitics and at >= cue.end
    if not turned_round or stop >= len(tokens) or not is_word(tokens[stop]):
        return turned_round
    asked = phrase_from(tokens, stop + 1, len(tokens), book)
    return (
        tokens[stop].low in book.carries and asked is not None and is_person(tokens, asked, book)
    )  # 'demande-t-on à Paul Roy'


def _is_matter(tokens: Sequence[Token], cue: Cue, book: Phrasebook) -> bool:
    """Whether a thing alone leads to words before a colon: 'Ответ пришёл в мае: «…»'."""
    if tokens[cue.start].text != ":":
        return False
    opens = tokens[tokens[0].low in book.articles].low
    verbs = (is_any_verb(tokens, at, book) for at in range(1, cue.start))
    return opens in book.matters and any(verbs)


def bears_words(tokens: Sequence[Token], subject: Phrase | None, book: Phrasebook) -> bool:
    """Whether words only stand on something: 'Une banderole proclame « Non »'."""
    if subject is None:
        return False
    full = len(subject) > 1 and all(tokens[at].is_name for at in subject)
    if full and tokens[subject.start].low not in book.determiners:
        return False  # 'Karl Schild sagt'
    return any(tokens[at].low in book.signs for at in subject)


def is_named_so(tokens: Sequence[Token], index: int, book: Phrasebook) -> bool:
    """Whether a participle gives a thing its name: 'El partido, bautizado como «la gran final»'."""
    if index < 3 or not among(tokens[index - 1].low, book.like, book.quoting):
        return False
    participle = tokens[index - 2].low.endswith(book.participles)
    return participle and tokens[index - 3].text == ","


def is_list_of_words(tokens: Sequence[Token]) -> bool:
    """Whether a sentence only lists what is written somewhere: '« Non », « Jamais », « Assez »'."""
    quoted = [at for at, token in enumerate(tokens) if token.quote >= 0]
    return len(quoted) > 1 and all(
        second == first + 2 and tokens[first + 1].text == "," for first, second in pairwise(quoted)
    )
