"""Mends German sentences: an ordinal number ends none, and a sign inside a name parts nothing.

'seines 100. Geburtstags', 'der 4. Senat', 'die Mappe „Zwilling – Drilling“'. Quoted words below a
paragraph that ends in a colon are of its last sentence.
"""

from collections.abc import Sequence

from audit.extract.others.grammar.noun_phrases import NAME_MARKS, behind_marks
from audit.extract.others.grammar.tokens import is_word
from audit.extract.sentences import Sentence, Token
from audit.languages.extraction.phrasebook import Phrasebook

_DASHES = frozenset("–—")
_LONGEST_ORDINAL = 4  # digits that are none any more
_LONGEST_MENDED = 200  # tokens of a sentence to which what follows is joined


def mended(read: Sequence[Sentence], book: Phrasebook) -> list[Sentence]:
    """The sentences, one again where an ordinal number or a colon was taken for the end."""
    whole_ones: list[Sentence] = []
    for sentence in read:
        last = whole_ones[-1] if whole_ones else None
        split = last and last.block == sentence.block and _ends_in_ordinal(last, book)
        if last and (split or _is_led_to(last, sentence)):
            whole = [*last.tokens, *sentence.tokens]
            whole_ones[-1] = Sentence(whole, sentence.block)
        else:
            whole_ones.append(sentence)
    return [Sentence(_less_signs(whole.tokens), whole.block) for whole in whole_ones]


def _is_led_to(last: Sentence, sentence: Sentence) -> bool:
    """Whether a paragraph of but quoted words stands below a colon: 'Lind erklärte:'."""
    if last.block != sentence.block - 1 or last.tokens[-1].text != ":":
        return False
    if len(last.tokens) > _LONGEST_MENDED or sentence.tokens[0].quote < 0:
        return False
    return all(token.quote >= 0 or not is_word(token) for token in sentence.tokens)


def _less_signs(tokens: Sequence[Token]) -> list[Token]:
    """Tokens without the full stop of an ordinal before a noun, and the dashes of a name."""
    found: list[Token] = []
    named = 0  # where a name in marks ends
    for at, token in enumerate(tokens):
        if token.text in NAME_MARKS and at >= named:
            named = behind_marks(tokens, at, len(tokens)) or 0
        if at < named and token.text in _DASHES:
            continue
        if _is_of_ordinal(tokens, at) and found:
            number = found[-1]
            found[-1] = number._replace(end=token.end, text=number.text + ".")
            continue
        found.append(token)
    return found


def _is_of_ordinal(tokens: Sequence[Token], at: int) -> bool:
    """Whether a full stop belongs to a short number that a noun follows: 'der 4. Senat'."""
    if tokens[at].text != "." or not 0 < at < len(tokens) - 1:
        return False
    number, noun = tokens[at - 1], tokens[at + 1]
    short = number.text.isdigit() and len(number.text) < _LONGEST_ORDINAL
    return short and number.end == tokens[at].start and is_word(noun) and noun.is_name


def _ends_in_ordinal(sentence: Sentence, book: Phrasebook) -> bool:
    tokens = sentence.tokens
    if (
        not 3 <= len(tokens) < _LONGEST_MENDED
        or tokens[-1].text != "."
        or not tokens[-2].text.isdigit()
    ):
        return False
    before = tokens[-3].low
    return len(tokens[-2].text) < 4 and (
        before in book.determiners or before in book.article_inside
    )
