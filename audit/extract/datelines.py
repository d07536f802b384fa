"""Tells the dateline of a report from its first sentence: 'KYJIW, 3. März (dpa) – …'."""

from collections.abc import Sequence

from audit.extract.sentences import Sentence, Token

_LONGEST = 10  # tokens of a dateline, its dash among them
_DASHES = frozenset({"–", "—", "-"})
_YEAR = 3  # digits, or more
_SHORTEST_PLACE = 3  # letters


def less_datelines(read: Sequence[Sentence]) -> list[Sentence]:
    """Sentences, the first of each block without the place, date and agency that open it."""
    block, dated = -1, False
    kept: list[Sentence] = []
    for sentence in read:
        first = 0
        if sentence.block != block or dated:
            first = _behind(sentence.tokens, dated=dated and sentence.block == block)
        dated = sentence.block != block and _ends_in_day(sentence.tokens)
        block = sentence.block
        kept.append(Sentence(sentence.tokens[first:], block) if first else sentence)
    return kept


def _behind(tokens: Sequence[Token], *, dated: bool) -> int:
    """The number of the token behind a dateline, 0 where a sentence opens with none.

    ``dated``: the place and the day stand in the sentence before, 'KYJIW, 3.'.
    """
    if dated and tokens[0].text in _DASHES and len(tokens) > 1:
        return 1  # '(EFE).- El Gobierno'
    dash = next((at for at, t in enumerate(tokens[:_LONGEST]) if t.text in _DASHES), 0)
    if dash == 0 or dash + 1 >= len(tokens) or any(t.quote >= 0 for t in tokens[:dash]):
        return 0
    if tokens[dash + 1].text[:1].islower():
        return 0  # 'NATO – the alliance – said'
    told = tokens[dash - 1].text == ")"
    opens = dated or _is_place(tokens) or (told and tokens[0].text[:1].isupper())
    opens = opens or _has_day(tokens[:dash])
    return dash + 1 if opens else 0


def _has_day(before: Sequence[Token]) -> bool:
    """Whether a place, a comma and a day stand before a dash: 'Vatrimont (France), 14 mars —'."""
    texts = [token.text for token in before]
    comma = texts.index(",") if "," in texts else 0
    day = any(text.isdigit() and len(text) < _YEAR for text in texts[comma:])
    return comma > 0 and before[0].is_name and day


def _is_place(tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens with a place in capitals."""
    place = tokens[0].text if tokens and tokens[0].quote < 0 else ""
    return place.isalpha() and place.isupper() and len(place) >= _SHORTEST_PLACE


def _ends_in_day(tokens: Sequence[Token]) -> bool:
    """Whether a full stop behind a day was taken for the end: 'KYJIW, 3.'.

    Or behind a month or an agency: 'Lima, 3 mar.', 'Lima, 3 mar (EFE).'.
    """
    if not 3 <= len(tokens) <= _LONGEST or tokens[-1].text != ".":
        return False
    day = _is_place(tokens) and tokens[-2].text.isdigit()
    return day or (_has_day(tokens[:-1]) and tokens[-2].text not in _DASHES)
