"""Tells names in quotation marks, which nobody says, in German: 'das Magazin „Der Spiegel“'."""

import re
from collections.abc import Sequence
from functools import cache

from audit.extract.quotes import Quotation
from audit.languages.expressions import any_of
from audit.languages.extraction.german import grammar
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import Article

_LONGEST = 6  # words of a name
_LONGEST_IN_BRACKETS = 3
_LONGEST_OF_MEMBERS = 4
_SHORTEST_ENDING = 5  # letters by which the last part of an outlet's name is told
_SHORTEST_CLAUSE = 2  # words
_BEHIND = 12  # characters
_REACH = 40  # characters before a mark that are looked at
_SENTENCE = 120  # characters before a mark in which the verb of its clause may stand
_PARTS = re.compile(r"[.;:!?,]\s")
_WORD = re.compile(r"[\w.'’-]+")
_ENDS = frozenset(".!?…,")
_ADDRESS = re.compile(r"\w[\w-]*\.(?:de|com|org|net|ch|at|tv|eu)")


@cache
def _of_document() -> re.Pattern[str]:
    """'einem Bericht der „Hessenschau“'."""
    nouns, of = any_of(grammar().document_nouns), any_of(grammar().of_documents, " ")
    return re.compile(rf"\b\w*(?i:{nouns}) {of} $")


@cache
def _spoken() -> re.Pattern[str]:
    """Nouns that go with words which somebody calls out: 'mit Rufen wie „…“'."""
    nouns, such = any_of(grammar().called_out), any_of(grammar().such_as, " ")
    return re.compile(rf"\b{nouns}(?: {such})?\s*$")


def less_names(
    article: Article, quotations: Sequence[Quotation], book: Phrasebook
) -> tuple[Quotation, ...]:
    """The quotations but for those that are names by what stands before them and how they look."""
    return tuple(words for words in quotations if not _is_name(article, words, book))


def _is_name(article: Article, quotation: Quotation, book: Phrasebook) -> bool:
    text = article.text[quotation.start : quotation.end]
    words = _WORD.findall(text[:120])
    if not 1 <= len(words) <= _LONGEST or text[-1] in _ENDS:
        return False
    if _ADDRESS.fullmatch(text):
        return True
    if not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    before = _before(article, quotation)
    if before.rstrip().endswith("(") and len(words) <= _LONGEST_IN_BRACKETS:
        return True
    of_outlet = len(words) > 2 and words[-2] in book.genitive  # 'Kampagne der Presse'
    outlet = not of_outlet and _ends_as_outlet(words[-1].lower(), book)
    return outlet or _is_led_to(article, quotation, words, before, book)


def _is_led_to(
    article: Article, quotation: Quotation, words: Sequence[str], before: str, book: Phrasebook
) -> bool:
    """Whether what stands before words in marks leads to a name."""
    known = before.split()
    if not known or not before[-1].isspace():
        return False
    if _is_accusation(article, quotation) or _is_called(words, known, before, book):
        return False
    if (len(words) == 1 or _is_of_place(words, book)) and _of_document().search(before):
        return True
    if len(words) == 1 and known[-1].endswith(grammar().women_told):
        return False  # 'warf der Ministerin „Verrat“ vor'
    if _is_of_place(words, book) and _opens_sentence(known, article.text, quotation):
        return True
    if _is_noun(known[-1], book):
        return known[-1].lower() not in book.determiners
    if len(words) <= _LONGEST_OF_MEMBERS and _is_of_members(known, book):
        return True
    if known[-1].lower() in grammar().at_places and _is_of_place(words, book):
        return True
    of_kind = words[0].lower() in book.named  # 'das „Bündnis für Arbeit im Osten“'
    return (of_kind or _looks_like_name(words)) and _is_determined(known, book)


def _opens_sentence(known: Sequence[str], text: str, quotation: Quotation) -> bool:
    """Whether a title or a subject opens a sentence: 'In „Der Weg zum Meer“ schreibt Lind'."""
    opens = known[-1]
    if opens != opens.capitalize() or (len(known) > 1 and known[-2][-1] not in _ENDS):
        return False
    behind = text[quotation.outer_end : quotation.outer_end + 2]
    leads = opens.lower() in grammar().definite | grammar().places
    return leads and behind[:1].isspace() and behind[1:].islower()


def _is_called(words: Sequence[str], known: Sequence[str], before: str, book: Phrasebook) -> bool:
    """Whether somebody calls words: 'Parolen wie', 'rief der Täter', 'dem Spiel „Wir wollen …“'."""
    if _spoken().search(before):
        return True
    clause = len(words) > _SHORTEST_CLAUSE and words[0].lower() in grammar().opens_words
    last = words[-1]
    ends = len(words) > _SHORTEST_CLAUSE and last == last.lower() and last.isalpha()
    helped = not (grammar().having | grammar().becoming).isdisjoint(known)
    clause = clause or (ends and helped)  # 'habe den Etat „Jahr für Jahr erhöht“'
    called = len(known) > _SHORTEST_CLAUSE and known[-3].lower() in grammar().calling_out
    return (clause or called) and known[-1].lower() not in book.named


def _is_accusation(article: Article, quotation: Quotation) -> bool:
    """Whether words are what somebody is accused of: 'wirft dem Konzern „Landraub“ vor.'."""
    behind = article.text[quotation.outer_end : quotation.outer_end + _BEHIND]
    if behind.lstrip().startswith(grammar().calling_so):
        return True  # 'die von der Regierung „Reform“ genannte Änderung'
    thrown = behind.startswith(" vor") and not behind[len(" vor") :].startswith((",", "r", "s"))
    return thrown and not grammar().throwing.isdisjoint(_clause_before(article, quotation))


def _clause_before(article: Article, quotation: Quotation) -> list[str]:
    """The lower-cased words before the marks, from the last sign on."""
    start = max(article.blocks[quotation.block].start, quotation.outer_start - _SENTENCE)
    return _PARTS.split(article.text[start : quotation.outer_start].lower())[-1].split()


def _before(article: Article, quotation: Quotation) -> str:
    """What stands in the same block before the marks."""
    block = article.blocks[quotation.block]
    start = max(quotation.outer_start - _REACH, block.start)
    return article.text[start : quotation.outer_start]


def _ends_as_outlet(low: str, book: Phrasebook) -> bool:
    """Whether a word is or ends in one of outlets' names: 'Abendzeitung'."""
    return any(
        low.endswith(word) for word in book.words.outlet_words if len(word) >= _SHORTEST_ENDING
    )


def _is_noun(word: str, book: Phrasebook) -> bool:
    """Whether a word before the marks is one that a name may go with: 'das Magazin'."""
    return word[0].isupper() and word[-1].isalnum() and word.lower() not in book.closed


def _is_of_place(words: Sequence[str], book: Phrasebook) -> bool:
    """Whether capitals and the small words between them name a place: 'im „Haus der Kunst“'."""
    inside = book.determiners | book.prepositions
    capitals = words[-1][0].isupper() and len(words) > 1
    return capitals and all(word[0].isupper() or word in inside for word in words)


def _looks_like_name(words: Sequence[str]) -> bool:
    """Whether words are capitalised throughout, or one of them is an abbreviation."""
    run = len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words)
    return run or any(len(word) > 1 and word.isupper() for word in words)


def _is_of_members(before: Sequence[str], book: Phrasebook) -> bool:
    """Whether somebody belongs to what is in the marks: 'ein Sprecher der „Tafel am Markt“'."""
    if len(before) < 2 or before[-1].lower() not in book.genitive:
        return False
    whose = before[-2].lower()
    return before[-2][0].isupper() and (
        whose in book.roles or whose.startswith(grammar().members) or whose in book.words.titles
    )


def _is_determined(before: Sequence[str], book: Phrasebook) -> bool:
    """Whether a definite article stands before a name, an adjective between them or not."""
    lows = [word.lower() for word in before[-2:]]
    leads = book.genitive | book.article_inside | book.articles | book.agents | {"laut", "dem"}
    if lows[-1] in leads:
        return not lows[-1].startswith("ein")
    adjective = lows[-1].endswith(("e", "en", "er")) and before[-1] == lows[-1]
    return adjective and lows[0] in leads and not lows[0].startswith("ein")
