"""What a page offers where its text ends: the rest of it, for money or an account."""

import re
from collections.abc import Iterable, Iterator, Sequence

from audit.markup.offer_words import (
    counted,
    every_of,
    kept_for,
    of_others,
    rest_read,
    whole_words,
    words_of,
)
from audit.markup.promised import count_words, is_unspaced

_PRICE = re.compile(
    r"[€$£¥]\s?\d|\d\s?(?:[€$£円]|(?:p|pence|cents?|céntimos|centimes|centesimi|cêntimos|kr|krona|kronor|kroner|kronen|crowns?|couronnes|zł|złotych|złoty"
    r"|euro|eur|usd|chf|francs?|franken|руб)(?![^\W\d_]))"
    r"|(?<![^\W\d_])(?:dollars?|pounds?|euros?)(?![^\W\d_])"
)
_SHARE_LEFT = re.compile(  # of a text that is left to read
    r"^[^.!?]{0,40}(?<!\d)\d{2}\s?(?:%|per ?cent|prozent|pour cent|por ciento|por cento|procent)"
)
_LENGTH_LEFT = re.compile(
    r"(?<!\d)\d{1,2}(?:[.,\u202f\xa0 ]?\d{3}|\d)\s?"
    r"(?:words|paragraphs|wörter|absätze|mots|paragraphes|palabras|párrafos|parole|paragrafi|woorden"
    r"|alinea|palavras|parágrafos|słów|akapit|ord(?![^\W\d_])|stycken|文字)"
)
_NONE_LEFT = re.compile(r"(?<![\d.,])0(?![\d.,])")
_SPOKEN = re.compile('[“”„«»"]')
_WORD = re.compile(r"[^\W\d_']+(?:'[^\W\d_]+)?")
_SENTENCE_END = re.compile(r"[.!?]\s")
_LONG_SENTENCE = 12  # words: a shorter one may be an offer though it speaks to nobody
_PRICE_WORDS = 8  # of a line that is a price: '£6 a month'
_LABEL_WORDS = 2  # of a button or a link of any page: 'Log in'
_KEPT_WORDS = 6  # of a label that says for whom a text is: 'For subscribers only'
_BUTTON_WORDS = 4
_SHORT_NOTICE = 20  # words
_LONGEST_NOTICE = 30
_LONGEST_OFFER = 200  # characters of a line that offers the rest
_LONGEST_CALL = 600  # characters of a block in which it asks
_ENOUGH = 2  # signs
_NAMES_GOODS = 10  # words of a sentence with a price
_OF_READING = ("reading", "onward", "weak", "whole")


def asks(blocks: Iterable[str]) -> bool:
    """Whether a short text of a page asks its reader to pay or to sign in."""
    return any(_has(_plain(block), "asks") for block in blocks if len(block) < _LONGEST_CALL)


def offers_more(
    lines: Iterable[str], least: int = _ENOUGH, *, is_linked: bool = False, language: str = ""
) -> bool:
    """Whether what stands below a text offers the rest of it: for a price, a plan, an account.

    A line that asks for something else, a letter's readers or a gift, does not.

    Args:
        lines: What stands there.
        least: How many signs are enough: one below a text that breaks off.
        is_linked: Whether a link leads to where a subscription is bought.
        language: That of the page, where it is known, as two letters.
    """
    given = list(lines)
    if not _offers_any(given, least, language, is_linked=is_linked):
        return False
    return not asks_help(given) or any(_keeps_back(line, language) for line in given)


def _offers_any(lines: Sequence[str], least: int, language: str, *, is_linked: bool) -> bool:
    """Whether lines offer something to read, were it to those who help the paper."""
    points = 0
    priced = is_of_text = has_question = False
    for line in lines:
        plain = _plain(line)
        if _is_elsewhere(line, plain):
            return True
        is_of_rest = least < _ENOUGH and _has(plain, "whole") and _has(plain, "reading")
        if not _may_offer(line, plain, language, is_of_rest=is_of_rest):
            continue
        if is_of_rest or _says_outright(line, plain, language):
            return True
        is_priced = _is_priced(plain)
        if _sells(line, plain, language, is_priced=is_priced, is_linked=is_linked):
            return True
        priced |= is_priced
        signs, is_question = _signs(line, plain, language)
        has_question |= is_question
        is_of_text |= (signs > 0 or is_question) and _is_of_text(plain)
        points += signs
    # Many a headline asks something: one of all counts.
    more = has_question + priced + (is_linked and (is_of_text or priced))
    return points + (more if points or has_question else 0) >= least


def _keeps_back(line: str, language: str) -> bool:
    """Whether a line says that the text is for others, or that there is more of it."""
    plain = _plain(line)
    return _may_offer(line, plain, language, is_of_rest=False) and _is_told(line, plain)


def says_outright(line: str, language: str = "") -> bool:
    """Whether a line says that the text is for others, or what its reader has had of such texts.

    Or in few words, where the whole of it is read: 'Read the full story at the Herald'.
    """
    plain = _plain(line)
    return _says_outright(line, plain, language) or (
        count_words(line) <= _PRICE_WORDS and _has(plain, "whole") and _has(plain, "reading")
    )


def is_of_this_text(line: str, language: str = "") -> bool:
    """Whether a line that asks or offers is about the text it stands below, and no other.

    It calls it by name, or speaks of its rest or of reading on.
    """
    plain = _plain(line)
    if len(line) >= _LONGEST_OFFER or _SPOKEN.search(line):
        return False
    if _has(plain, "this_text"):
        keys = ("strong", "asks", "onward", "reading_on")
        return not _has(plain, "beside") and any(_has(plain, key) for key in keys)
    if _has(plain, "reading_on") or rest_read().search(plain) or _LENGTH_LEFT.search(plain):
        return count_words(line) <= _SHORT_NOTICE
    return speaks_of_rest([line], "further", language)


def says_read_on(line: str) -> bool:
    """Whether a line says nothing but that one may read on: 'Continue reading'."""
    return count_words(line) <= _BUTTON_WORDS and _has(_plain(line), "reading_on")


def asks_for_response(line: str, language: str = "") -> bool:
    """Whether a line asks its reader to comment, as what stands behind a text that has ended."""
    plain = _plain(line)
    return _has(plain, "response") and (is_addressed(line, language) or _has(plain, "asks"))


def asks_help(lines: Iterable[str]) -> bool:
    """Whether lines ask for help or sell pages without advertisements, and not the rest."""
    plains = list(map(_plain, lines))
    return any(_has(plain, "help") for plain in plains) and not any(
        _has(plain, "sample") or _has(plain, "reading_on") for plain in plains
    )


def prices(lines: Iterable[str]) -> int:
    """How many short lines are hardly more than the price of a period."""
    return sum(len(line.split()) <= _PRICE_WORDS and _is_priced(line.casefold()) for line in lines)


def names_text(lines: Iterable[str]) -> bool:
    """Whether a short line calls the text that it stands below by name: 'Finish this article'."""
    return any(
        count_words(line) <= _PRICE_WORDS and _has(plain, "this_text")
        for line, plain in _of_the_text(lines)
    )


def sells_everything(lines: Iterable[str]) -> bool:
    """Whether lines offer all that a paper has, and say nothing of the text they stand below."""
    plains = list(map(_plain, lines))
    has_every = any(_has(plain, "every") or every_of().search(plain) for plain in plains)
    return has_every and not any(
        _has(plain, key) for plain in plains for key in ("further", "this_text", "rest", "sample")
    )


def is_kept_back(lines: Iterable[str]) -> bool:
    """Whether a line says that the text it stands below is for others."""
    return any(_has(plain, "this_text") and _is_kept(plain) for plain in map(_plain, lines))


def speaks_of_reading(lines: Iterable[str], language: str = "") -> bool:
    """Whether a line speaks to the reader of what there is to read, of a plan or of an account."""
    return any(
        is_addressed(line, language)
        and any(_has(plain, key) for key in ("reading", "onward", "weak"))
        for line, plain in _of_the_text(lines)
    )


def speaks_of_rest(lines: Iterable[str], words: str = "onward", language: str = "") -> bool:
    """Whether a line that asks, or speaks to the reader or of a text, is about reading further.

    By any of some words; those of 'further' mean nothing else.
    """
    return any(
        count_words(line) > _LABEL_WORDS
        and _has(plain, words)
        and not _SPOKEN.search(line)
        and (
            is_addressed(line, language)
            or "?" in line
            or (_has(plain, "reading") and not _has_long_sentence(line))
        )
        for line, plain in _of_the_text(lines)
    )


def is_call(line: str, language: str = "") -> bool:
    """Whether a paragraph offers its reader something, as no paragraph of an article does."""
    least = 1 if is_addressed(line, language) else _ENOUGH
    return offers_more([line], least, language=language)


def is_addressed(line: str, language: str = "") -> bool:
    """Whether a line speaks to its reader, and is nobody's words in quotation marks.

    Of a known ``language``, words that do so in others alone do not count: French 'du' is no 'you'.
    """
    if _SPOKEN.search(line) is not None:
        return False
    plain = _plain(line)
    if not (whole_words("addressed") - of_others(language)).isdisjoint(_WORD.findall(plain)):
        return True
    return is_unspaced(plain) and _has(plain, "addressed_unspaced")


def is_left_over(line: str) -> bool:
    """Whether a line counts what its reader may still open: 'You have 2 free articles left'."""
    plain = _plain(line)
    return (
        count_words(line) <= _SHORT_NOTICE
        and _has(plain, "left_over")
        and counted().search(plain) is not None
        and _NONE_LEFT.search(plain) is None
        and not _has(plain, "reading_on")
    )


def is_beside(line: str) -> bool:
    """Whether a line that asks its reader for something asks for another thing than to read on."""
    return _has(line.casefold(), "beside")


def _of_the_text(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Those lines, and plain ones, that are short and about nothing beside the text."""
    for line in lines:
        plain = _plain(line)
        if len(line) < _LONGEST_OFFER and not _has(plain, "beside"):
            yield line, plain


def _may_offer(line: str, plain: str, language: str, *, is_of_rest: bool) -> bool:
    """Whether a line may offer what it stands below, and is no sentence of a text."""
    if is_left_over(line):
        return False
    is_of_itself = _is_preview(plain) or (
        _has(plain, "this_text") and (_has(plain, "strong") or _has(plain, "asks"))
    )
    if len(line) >= _LONGEST_OFFER or (
        _has(plain, "beside") and not (is_of_rest or (is_of_itself and _has(plain, "strong")))
    ):
        return False
    return is_of_itself or is_addressed(line, language) or not _has_long_sentence(line)


def _is_preview(plain: str) -> bool:
    """Whether a notice calls the text it stands below a part, and speaks of the whole one."""
    return count_words(plain) <= _LONGEST_NOTICE and all(
        _has(plain, key) for key in ("sample", "whole", "text")
    )


def _is_elsewhere(line: str, plain: str) -> bool:
    """Whether a line says that the whole text, or the rest, stands in a paper's edition."""
    words = count_words(line)
    if words > _LONGEST_NOTICE or _SPOKEN.search(line) or not _has(plain, "medium"):
        return False
    if _has(plain, "goes_on"):
        return True
    return words <= _SHORT_NOTICE and _has(plain, "whole") and _has(plain, "text")


def _is_priced(plain: str) -> bool:
    """Whether a line tells the price of a period: '£6 a month'."""
    return _PRICE.search(plain) is not None and _has(plain, "periods")


def _sells(line: str, plain: str, language: str, *, is_priced: bool, is_linked: bool) -> bool:
    """Whether a line sells reading to its reader: at a price, or once free texts are used up."""
    has_price = is_priced and not _is_of_goods(plain)
    has_link = is_linked and _has(plain, "used_up") and _has(plain, "reading")
    return (has_price or has_link) and is_addressed(line, language)


def _is_of_goods(plain: str) -> bool:
    """Whether a price is that of other things than reading, which a longer sentence names."""
    return any(
        len(part.split()) >= _NAMES_GOODS and _PRICE.search(part)
        for part in _SENTENCE_END.split(plain)
    ) and not any(_has(plain, key) for key in _OF_READING)


def _says_outright(line: str, plain: str, language: str) -> bool:
    """Whether a line says that the text is for others, or what its reader has had of such texts."""
    if _is_told(line, plain):
        return True
    if _PRICE.search(plain) and (
        _has(plain, "onward") or (_has(plain, "reading") and _has(plain, "buy"))
    ):
        return True
    return is_addressed(line, language) and all(
        _has(plain, key) for key in ("used_up", "reading", "periods")
    )


def _is_told(line: str, plain: str) -> bool:
    """Whether a line says whom the text is for, or that there is more of it."""
    is_told_whose = _has(plain, "rest") or _has(plain, "kept")
    if _has(plain, "strong") or (is_told_whose and _has(plain, "reading")):
        return True
    if _is_kept(plain):
        return True
    if rest_read().search(plain) and not _SPOKEN.search(line):
        return True
    return _LENGTH_LEFT.search(plain) is not None and count_words(plain) <= _PRICE_WORDS


def _is_kept(plain: str) -> bool:
    """Whether a line says for whom a text is, and nothing else is: 'only for paying members'."""
    for sentence in _SENTENCE_END.split(plain):
        if found := kept_for().search(sentence):
            if not sentence[: found.start()].strip() and count_words(sentence) <= _KEPT_WORDS:
                return True
            if _has(sentence, "this_text"):
                return True
            if found["only"] and (_has(sentence, "text") or _has(sentence, "reading")):
                return True
    return False


def _signs(line: str, plain: str, language: str) -> tuple[int, bool]:
    """How many signs a line has that it offers more to read, and whether it asks that."""
    is_asking = "?" in plain
    if _has(plain, "sample"):
        is_said = is_addressed(line, language) or _has(plain, "weak") or _is_of_text(plain)
        return 1 + is_said, False
    if _SHARE_LEFT.search(plain) or (
        count_words(plain) > _LABEL_WORDS and (_has(plain, "weak") or _has(plain, "asks"))
    ):
        return 1 + (_is_of_text(plain) or is_asking), False
    return 0, is_asking and (_is_of_text(plain) or is_addressed(line, language))


def _is_of_text(plain: str) -> bool:
    return _has(plain, "reading") or _has(plain, "onward")


def _has_long_sentence(line: str) -> bool:
    return any(len(part.split()) >= _LONG_SENTENCE for part in _SENTENCE_END.split(line))


def _plain(line: str) -> str:
    return line.casefold().replace("’", "'")


def _has(plain: str, key: str) -> bool:
    """Whether a line has one of the words of a key."""
    return words_of(key).search(plain) is not None
