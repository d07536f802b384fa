"""Prepares quotations for languages that put the speaker inside the marks, or do without marks.

'«Мост готов, — сказал мэр. — Он открыт»', '« Le pont, a dit le maire, ouvrira »' and '—El puente
—dijo Ruiz— abrirá' are each cut into the words quoted and the reporter's words between them. Names
in quotation marks ('газета «Вести»') are taken out: nobody says them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from audit.extract.others.carriers import outlet_called
from audit.extract.quotes import Quotation
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import Article, Block, BlockKind

_WORD = re.compile(r"\w+")
_OPENERS = {
    "—": re.compile(r"(?:[,.!?…;:]\s{0,2}|\s)[—–-]\s?(?=\w)"),
    ",": re.compile(r"[,!?]\s(?=\w)"),
}
_CLOSERS = {
    "—": re.compile(r"[,.:]?\s?[—–](?:[,.;:]?\s|[,.;:]?(?=\w))|\s-\s"),
    ",": re.compile(r"[,:]\s|(?<![A-Z])\.\s|[!?;…]\s?"),
}
_WITHIN = re.compile(r"[,;:]")
_JOINED = re.compile(  # a verb that a hyphen joins to its subject: 's’interroge-t-il'
    r"(?:s[’'])?\w+-(?:t-)?(?P<subject>\w+)\b(?=[^?«»]{0,60}?[,.:!»]|$)"
)
_DASH_BEHIND_WORDS = re.compile(r"[,!?…]\s{1,2}[—–-]\s$")
_OPENING_DASH = re.compile(r"(?:[—–―]\s?|-\s)(?=[\w¿¡«])")
_NOUN_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\s{1,2}$")
_NICKNAMED = re.compile(r"(?:^|\s)[^\W\d_a-zа-яё]\w+,\s$")
_VERB_BEHIND_COMMA = re.compile(r",\s[^\W\d_]+\s$")
_WORDS_BEHIND = re.compile(r"\s([^\W\d_]+)(?:\s([^\W\d_]+))?")
_APPOSED = re.compile(r",\s([^\W\d_]+)\s([^\W\d_]+)(?:\s([^\W\d_]+))?")
_FEW_WORDS = 4  # what a clause of saying begins with, its verb among them
_LONGEST_CLAUSE = 160  # characters
_LONGEST_NAME = 4  # words
_LONGEST_TERM = 2  # words
_LONGEST_TITLE = 8  # words behind the noun for it
_REACH = 30  # characters before a quotation in which the noun of a name is looked for


def settle(
    article: Article, quotations: Sequence[Quotation], book: Phrasebook
) -> tuple[Quotation, ...]:
    """The quotations of an article as its language uses marks, in order.

    Linear in the length of the text.
    """
    spoken = [words for words in quotations if not _is_name(article, words, book)]
    if book.clause_opens:
        spoken.extend(_dialogue(article, {words.block for words in spoken}, book))
    settled = [part for words in spoken for part in _parts(article.text, words, book)]
    return tuple(sorted(settled, key=lambda part: part.start))


def _dialogue(article: Article, taken: set[int], book: Phrasebook) -> Iterator[Quotation]:
    """Paragraphs that open with a dash and say between dashes who speaks."""
    for number, block in enumerate(article.blocks):
        start = _behind_dash(article.text, block)
        if start is None or number in taken:
            continue
        clause = next(_reporting_clauses(article.text, start, block.end, book), None)
        if clause is not None:
            yield Quotation(block.start, start, block.end, block.end, number)


def _behind_dash(text: str, block: Block) -> int | None:
    """Where the words of a paragraph begin that opens with a dash.

    A hyphen makes it a list item.
    """
    if block.kind is BlockKind.PARAGRAPH:
        dash = _OPENING_DASH.match(text, block.start, block.end)
        return dash.end() if dash is not None else None
    hyphen = block.kind is BlockKind.LIST_ITEM and text.endswith("- ", 0, block.start)
    return block.start if hyphen else None


class _Marked(NamedTuple):
    """Words in quotation marks, and the few characters of their paragraph on either side."""

    words: list[str]
    before: str
    after: str

    def is_term(self, book: Phrasebook) -> bool:
        """Whether it is a word spoken of: 'das Wort „Krise“'."""
        return len(self.words) <= _LONGEST_TERM and _noun_before(self.before) in book.terms

    @property
    def may_be_name(self) -> bool:
        """Whether it is as short as titles are, and begins as they do."""
        if not 1 <= len(self.words) <= _LONGEST_TITLE:
            return False
        return self.words[0][0].isupper() or self.words[0].isdigit()

    def noun(self, book: Phrasebook) -> str:
        """The word before the marks, or before 'of' before them: 'sous le nom de « X »'."""
        noun = _noun_before(self.before)
        if noun not in book.joining:
            return noun
        return _noun_before(self.before.rstrip()[: -len(noun)]) or noun

    @property
    def behind(self) -> tuple[str, str]:
        """The two words behind the marks; empty where there are none."""
        match = _WORDS_BEHIND.match(self.after)
        return (match[1], match[2] or "") if match is not None else ("", "")

    def is_called(self, book: Phrasebook) -> bool:
        """Whether a verb of naming follows: '„Staub“ heißt die Schau', not '„…“, heißt es'."""
        verb, follows = self.behind
        return verb.lower() in book.called and (verb.lower(), follows) not in book.impersonal

    def is_explained(self, book: Phrasebook) -> bool:
        """Whether a comma parts it from what it is: 'su libro, «X»', '«X», o seu disco'."""
        if self.words[-1][-1] in "!?…." or book.nouns_capitalised:
            return False
        ahead = self.before.rstrip()
        if ahead.endswith(",") and self.after[:1] in {",", ".", ""}:
            return _noun_before(ahead[:-1] + " ") in book.named
        behind = _APPOSED.match(self.after)
        if behind is None or behind[1].lower() not in book.determiners:
            return False
        if behind[2].lower() in book.auxiliaries:
            return False  # '«Non lo so», gli ha detto'
        return any(word.lower() in book.named for word in behind.groups()[1:] if word)

    def is_known(self, book: Phrasebook) -> bool:
        """Whether it is a nickname between a name's commas, an outlet, or part of a compound."""
        if _NICKNAMED.search(self.before) and self.after[:1] == ",":
            return True
        of_outlet = len(self.words) > 2 and self.words[-2] in book.genitive
        if self.words[-1].lower() in book.words.outlet_words and not of_outlet:
            return True  # but 'eine „Kampagne der Presse“'
        compound = self.before[-1:] == "-" and len(self.before) > 1
        return compound or outlet_called(" ".join(self.words), book) is not None

    def is_capitalised_name(self, noun: str, book: Phrasebook) -> bool:
        """Whether its capital makes it a name, where common nouns have none."""
        first, last = self.words[0], self.words[-1]
        if book.nouns_capitalised or last[-1] in "!?…." or not first[0].isupper():
            return False
        if noun in book.say:
            return self._was_told(book) or self._says_itself(book)
        return noun not in book.quoting if noun else self._opens_sentence_as_name(book)

    def _says_itself(self, book: Phrasebook) -> bool:
        """Whether it is an outlet that ends its sentence: 'мост закроют, пишет «Вестник»'."""
        before = self.before.lower().split()
        if self.after[:1] == "," and len(before) > 1 and before[-2] in book.like:
            return True  # 'суд, как пишет «Вестник», рассмотрит иск'
        longer = len(self.words) > _LONGEST_NAME
        if book.articles or longer or self.after[:1] not in {"", ".", "!"}:
            return False
        return _VERB_BEHIND_COMMA.search(self.before) is not None

    def _was_told(self, book: Phrasebook) -> bool:
        """Whether it is who was told: 'рассказал «Газете» эксперт'."""
        behind = self.behind[0]
        told = behind != "" and behind not in book.closed - book.speaking_from
        told = told or self.after[:1] == ":"  # 'рассказала «Газете»: «…»'
        told = told or self.after[2:].partition(" ")[0] in book.that
        return told and self.words[-1].endswith(book.dative_ends)

    def _opens_sentence_as_name(self, book: Phrasebook) -> bool:
        """Whether its sentence begins with it and goes on with something else than who says it."""
        if self.before.strip() and self.before.rstrip()[-1] not in ".!?:":
            return False
        follows = self.behind[0]
        return follows.islower() and not among(follows, book.say, book.tags, book.like)


def _is_name(article: Article, quotation: Quotation, book: Phrasebook) -> bool:
    """Whether what stands in quotation marks is a title or the name of an outlet or a firm."""
    text, block = article.text, article.blocks[quotation.block]
    marked = _Marked(
        text[quotation.start : min(quotation.end, quotation.start + _LONGEST_CLAUSE)].split(),
        text[max(quotation.outer_start - _REACH, block.start) : quotation.outer_start],
        text[quotation.outer_end : min(quotation.outer_end + _REACH, block.end)],
    )
    if marked.is_term(book):
        return True
    if not marked.may_be_name:
        return False
    noun = marked.noun(book)
    if _names(noun, book) or marked.is_called(book) or marked.is_explained(book):
        return True
    if len(marked.words) > _LONGEST_NAME:
        return False
    return marked.is_known(book) or marked.is_capitalised_name(noun, book)


def _noun_before(text: str) -> str:
    """The word in which a text ends, in lower case; empty where it ends in none."""
    noun = _NOUN_BEFORE.search(text)
    return noun[1].lower() if noun is not None else ""


def _names(noun: str, book: Phrasebook) -> bool:
    """Whether a noun stands before names, or is a compound of one that does: 'Fachzeitschrift'."""
    return noun in book.named or noun.endswith(book.named_ends)


def _parts(text: str, quotation: Quotation, book: Phrasebook) -> Iterator[Quotation]:
    """A quotation less its clauses of saying and the white space at the ends of its parts."""
    rest = quotation
    if book.clause_opens:
        for start, end in _reporting_clauses(text, quotation.start, quotation.end, book):
            yield from _trimmed(text, replace(rest, end=start, outer_end=start, runs_on=False))
            rest = replace(rest, outer_start=end, start=end)
    yield from _trimmed(text, rest)


def _trimmed(text: str, quotation: Quotation) -> Iterator[Quotation]:
    words = text[quotation.start : quotation.end]
    start = quotation.start + len(words) - len(words.lstrip())
    if words.strip():
        yield replace(quotation, start=start, end=start + len(words.strip()))


def _reporting_clauses(
    text: str, start: int, end: int, book: Phrasebook
) -> Iterator[tuple[int, int]]:
    """Where clauses of saying interrupt quoted words, their commas and dashes included."""
    at = start
    while (opener := _OPENERS[book.clause_opens].search(text, at, end)) is not None:
        at = opener.end()
        if not _says(text, at, end, book):
            continue
        limit = min(end, at + _LONGEST_CLAUSE)
        closer = _CLOSERS[book.clause_opens].search(text, at, limit)
        if closer is not None and _names_on(text, closer, limit, book):
            closer = _CLOSERS[book.clause_opens].search(text, closer.end(), limit)
        if closer is None and limit < end:
            continue
        at = closer.end() if closer is not None else end
        yield opener.start() + (text[opener.start()] in ",.!?…;:"), at


def _says(text: str, start: int, end: int, book: Phrasebook) -> bool:
    ahead = text[start : min(start + 80, end)]
    words, within = _WORD.findall(ahead)[: _FEW_WORDS + 1], _FEW_WORDS
    if book.clause_opens == ",":  # 'les dividendes, eux, n'ont jamais fait d'efforts'
        within = min(within, len(_WORD.findall(_WITHIN.split(ahead, maxsplit=1)[0])))
    for number, word in enumerate(words[:within]):
        low = word.lower()
        if low in book.negations or f"{low}’" in book.negations:
            return False
        if low in book.say:
            follows = words[number + 1] if number + 1 < len(words) else ""
            if number == 0 and low.endswith(book.participle_ends):
                return False
            if follows.lower() in book.anybody:
                return False  # 'dit-on' is the speaker's own
            helped = number > 0 and words[number - 1].lower() in book.auxiliaries
            if helped and low in book.causing and follows.lower() not in book.infinitives:
                return False  # 'en a fait une montagne'
            return book.clause_opens != "," or number > 0 or _may_follow(follows, book)
        inverted = book.clause_opens == "," and low in book.pronouns
        if inverted and not (number > 0 and words[number - 1].lower() in {"t", *book.auxiliaries}):
            return False
        if not (
            low in book.passing
            or low in book.enclitics
            or low in book.elided
            or low in book.pronouns
            or low == "t"
        ):
            break
    return _says_unlisted(text, start, end, words[: within + 1], book)


def _may_follow(word: str, book: Phrasebook) -> bool:
    """Whether a word goes on with a French clause of saying whose verb it follows."""
    low = word.lower()
    groups = (book.determiners, book.pronouns, book.roles, book.words.titles, book.passing)
    return (
        word[:1].isupper()
        or any(low in group for group in groups)
        or low in book.elided | book.prepositions | book.enclitics
        or low == "t"
    )


def _says_unlisted(text: str, start: int, end: int, words: Sequence[str], book: Phrasebook) -> bool:
    """Whether a clause has a verb of saying that no list knows, by its place and its subject."""
    if len(words) < 2 or words[0] != words[0].lower() or words[0] in book.closed | book.determiners:
        return False
    if book.clause_opens == ",":
        stop = min(start + _LONGEST_CLAUSE, end)
        joined = _JOINED.match(text, start, stop)
        return joined is not None and joined["subject"] in book.enclitics
    opens = text[start - 1] == "—" or _DASH_BEHIND_WORDS.search(text, start - 4, start) is not None
    subject = words[1]
    return opens and (
        subject[0].isupper() or subject in book.pronouns | book.determiners | book.roles
    )


def _names_on(text: str, closer: re.Match[str], limit: int, book: Phrasebook) -> bool:
    """Whether a name in apposition goes on with the clause: ', a dit le maire, Paul Roy, …'."""
    if book.clause_opens != "," or closer.group() != ", ":
        return False
    words = text[closer.end() : limit].split(maxsplit=4)[:4]
    if len(words) < 2:
        return False
    described = words[0].lower() in book.roles or words[0].endswith(book.participles)
    described = described or (words[0] in book.determiners and words[1].strip(".,") in book.roles)
    return described or (words[0][0].isupper() and words[1][0].isupper())
