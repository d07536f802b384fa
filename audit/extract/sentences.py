"""Cuts an article's blocks into sentences of tokens, each quotation a single token."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from audit.extract.quotes import Quotation
from audit.languages.common import CommonWords, among
from audit.model import NOT_PROSE, Article

# What goes on with a word: vowel signs and joiners too, which are no letters ('हिन्दी', 'ไทย').
IN_WORD = (
    r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0df3\u0e31-\u0e4e\u0eb1-\u0ece"
    r"\u102b-\u103e\u1056-\u108f\u17b4-\u17d3\u200c\u200d]"
)
IN_FIGURES = frozenset("$€£%°")  # signs that belong to a figure
_TOKEN = re.compile(
    r"(?=\S)(?:[A-Za-z]++(?=[ ,])"  # most words: the rest would find them too, in twice the time
    r"|https?://\S*[^\s.,;:!?)\]>]"  # less the signs behind it
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|[B-HJ-Z]!(?= [A-Z])"  # E! News
    r"|[’'][sS]\b"
    # '2,3 milioni' and '12,000' are one word: a comma inside a figure parts no clause
    rf"|[@#$€£]?\w{IN_WORD}*(?:(?:[-.&/@]|(?<=\d),(?=\d)|[’'](?![sS]\b))\w{IN_WORD}*)*"
    r"|\.\.\.|--|([^\w\s])\1{3,}|[^\w\s])"  # a rule of signs is one
)
_END = frozenset(".?!…")
# two sentences without a space between them, no address: 'kam zu spät.Der Zug', not 'Lind.De'
_RUN_ON = re.compile(r"\w*[^\W\d_A-Z]{4}(?P<stop>\.)[^\W\d_a-z][^\W\d_A-Z]\w*")
_ADDRESSES = frozenset(
    [
        "com",
        "org",
        "net",
        "info",
        "biz",
        "gov",
        "edu",
        "app",
        "dev",
        "news",
        "media",
        "online",
        "blog",
        "live",
        "world",
        "press",
        "agency",
        "tech",
        "site",
        "today",
        "club",
        "shop",
    ]
)
_ENDING_OF_COUNTRY = 2  # letters of 'de', 'fr'
_OF_FIRM = 2  # tokens before the last word of 'Marks & Spencer'; 3 characters part these
_NO_ABBREVIATION = 5  # letters of a word behind which a full stop ends a sentence before a figure
_LONGEST_BETWEEN = 12  # tokens of '(Source: the Post, 4 May)'
_LONGEST = 200  # tokens; a longer 'sentence' is none, and would cost more than its length


class Token(NamedTuple):
    """A word, a sign, or a whole quotation (then ``quote`` is its number, else -1).

    ``low`` is lower-cased, with straight apostrophes.
    """

    start: int
    end: int
    text: str
    low: str
    quote: int = -1

    @property
    def is_word(self) -> bool:
        """Whether this is a word (or number), not a sign and not a quotation."""
        return self.quote < 0 and (self.text[0].isalnum() or len(self.text) > 1)

    @property
    def is_name(self) -> bool:
        """Whether this is a capitalised word."""
        return self.quote < 0 and (self.text[0].isupper() or self.text[:1] == "@")


_token: Callable[[tuple[int, int, str, str, int]], Token] = partial(tuple.__new__, Token)
"""A token of its fields in half the time, for there is one for every word."""


class Sentence(NamedTuple):
    """The tokens of one sentence and the number of the block that it stands in."""

    tokens: list[Token]
    block: int


def sentences(
    article: Article, quotations: Sequence[Quotation], words: CommonWords
) -> Iterator[Sentence]:
    """The sentences of an article in order, in headings too; a quotation never spans two."""
    index = 0
    for number, block in enumerate(article.blocks):
        if block.kind in NOT_PROSE:
            continue
        tokens: list[Token] = []
        at = block.start
        while index < len(quotations) and quotations[index].block <= number:
            quotation = quotations[index]
            tokens.extend(_tokens(article.text, at, quotation.outer_start, words))
            inner = article.text[quotation.start : quotation.end]
            tokens.append(Token(quotation.outer_start, quotation.outer_end, inner, "", index))
            at = quotation.outer_end
            index += 1
        tokens.extend(_tokens(article.text, at, block.end, words))
        for sentence in _cut(tokens, words):
            yield Sentence(sentence, number)


def last_sentence(sentences: Sequence[Sentence], block: int) -> int | None:
    """The number of the last sentence of a block, None where it has none."""
    behind = bisect_right(sentences, block, key=lambda sentence: sentence.block)
    return behind - 1 if behind and sentences[behind - 1].block == block else None


def _tokens(text: str, start: int, end: int, words: CommonWords) -> list[Token]:
    found: list[Token] = []
    add = found.append
    straight, joins = text.find("’", start, end) < 0, text.find("&", start, end) >= 0
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        begins, ends = match.span()
        if word == "." and found and found[-1].end == begins:
            last = found[-1]
            initial = len(last.text) == 1 and last.text.isalpha()
            initial = initial and not _is_network(found, words)
            if initial or last.low in words.abbreviations:
                low = last.low + "." if initial else last.low  # the A. of a name is no article
                found[-1] = Token(last.start, ends, last.text + ".", low)
                continue
        if "." in word and (run_on := _RUN_ON.fullmatch(word)):
            stop = run_on.start("stop")
            if _is_two_sentences(word, stop, words):
                found.append(_token((begins, begins + stop, word[:stop], word[:stop].lower(), -1)))
                found.append(_token((begins + stop, begins + stop + 1, ".", ".", -1)))
                begins, word = begins + stop + 1, word[stop + 1 :]
        low = word.lower()
        add(_token((begins, ends, word, low if straight else low.replace("’", "'"), -1)))
        if joins and len(found) > _OF_FIRM and found[-2].text == "&":
            _join_firm(text, found, words)
    return found


def _is_two_sentences(word: str, stop: int, words: CommonWords) -> bool:
    """Whether a full stop inside a word ends a sentence: no address, and no 'Prof.Lind'."""
    ending = word[stop + 1 :].lower()
    if len(ending) <= _ENDING_OF_COUNTRY or ending in _ADDRESSES:
        return False
    return word[: stop + 1].lower() not in words.abbreviations and (
        word[:stop].lower() not in words.abbreviations
    )


def _join_firm(text: str, found: list[Token], words: CommonWords) -> None:
    """Makes one word of the name of a firm that two names give: 'Johnson & Johnson'.

    Not of two persons: 'Ann Lee & Bo Marsh'.
    """
    one, other = found[-3], found[-1]
    if not (one.is_name and other.is_name) or other.start - one.end != _OF_FIRM + 1:
        return
    before = found[-4] if len(found) > _OF_FIRM + 1 else None
    small = (words.prepositions, words.determiners, words.conjunctions)
    if before is not None and before.is_name and not among(before.low, *small):
        return
    name = text[one.start : other.end]
    found[-3:] = [Token(one.start, other.end, name, name.lower().replace("’", "'"))]


def _is_network(found: Sequence[Token], words: CommonWords) -> bool:
    """Whether the last token is the network X, behind whose name a sentence ends: 'wrote on X.'."""
    named = len(found) > 1 and found[-1].text == "X"
    return named and found[-2].low in words.prepositions


def _cut(tokens: list[Token], words: CommonWords) -> Iterator[list[Token]]:
    start = 0
    for index, token in enumerate(tokens[:-1]):
        may_end = token.quote >= 0 or token.text[-1:] in _END
        if (
            index - start >= _LONGEST
            or (may_end and _ends(token, tokens, index, words))
            or (token.text == ")" and _is_put_between(tokens, start, index))
        ):
            yield tokens[start : index + 1]
            start = index + 1
    if start < len(tokens):
        yield tokens[start:]


def _ends(token: Token, tokens: list[Token], index: int, words: CommonWords) -> bool:
    """Whether a quotation, or a sign that may end a sentence, does."""
    following = tokens[index + 1]
    if token.quote >= 0:
        last = token.text.rstrip("’'”\" )")[-1:]
        if last == ".":
            follows = following.quote >= 0 or following.text[0].isupper()
            return follows and not _is_only_a_cue(tokens, index + 1, words)
        if last in _END:
            return (following.quote >= 0 or following.text[0].isupper()) and not _cue_follows(
                tokens, index + 1, words
            )
        return False
    if token.text[-1:] == "." and words.may_close(token.low.removesuffix(".")):
        opens = following.quote >= 0 or among(following.low, words.determiners, words.pronouns)
        return opens and following.text[:1].isupper() and not following.text.isupper()
    if token.text not in _END and token.text != "...":
        return False
    if following.text[0].isdigit():
        before = tokens[index - 1] if index > 0 else token
        return before.text.isalpha() and len(before.text) >= _NO_ABBREVIATION
    return following.quote >= 0 or following.text[0].isupper() or following.text[0] in "([‘-—"


def _is_put_between(tokens: list[Token], start: int, index: int) -> bool:
    """Whether what brackets hold stands between two sentences: '… in May. (Post) The mayor …'."""
    opens, following = tokens[start], tokens[index + 1]
    return (
        start > 0
        and opens.text == "("
        and index - start <= _LONGEST_BETWEEN
        and all(token.quote < 0 and token.text != "(" for token in tokens[start + 1 : index])
        and (following.quote >= 0 or following.text[0].isupper())
    )


def _is_only_a_cue(tokens: list[Token], index: int, words: CommonWords) -> bool:
    """Whether 'Smith said.' is all that follows, as behind a full stop that should be a comma."""
    for at in range(index, min(index + 6, len(tokens))):
        if tokens[at].low in words.say:
            return at > index and at + 1 < len(tokens) and tokens[at + 1].text == "."
        if not (tokens[at].is_name or tokens[at].low in words.pronouns):
            return False
    return False


def _cue_follows(tokens: list[Token], index: int, words: CommonWords) -> bool:
    """Whether '“Why?” Smith asked.' goes on after a quotation that ends in a question mark."""
    for token in tokens[index : index + 6]:
        if token.low in words.say:
            return True
        if not (token.is_name or token.low in words.pronouns or token.low in words.roles):
            return token.low in words.determiners and _cue_follows(tokens, index + 1, words)
    return False
