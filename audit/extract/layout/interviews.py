"""Reads what introduces an interview, and interviews whose turns have no labels.

There the questions are headings or paragraphs of their own, in bold or italics, and the answers are
what stands below them. Headings of an article ask questions too: nothing is an answer unless one
person is introduced, or a page that has the interview, one question speaks to 'you', and no answer
tells of that person by name.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlsplit

from audit.extract.claims import span
from audit.extract.named import Named
from audit.extract.outlets.gazetteer import is_listed
from audit.extract.places import links_between
from audit.languages.common import CommonWords, among
from audit.languages.extraction.layout import Layout
from audit.languages.extraction.set_apart import words as set_apart
from audit.model import Article, BlockKind, Link, Span

_WORDS = re.compile(r"[\w&’'-]+")
_ASKED = re.compile(r"[^\n]{1,600}[?？]\s*(?=\n|\Z)")
_WITH = re.compile(
    r"\b([^\W\d_]{3,14})(?: [^\W\d_]{2,6}){1,2} "
    r"((?=[^\W\d_a-z])[^\W\d_][\w’'-]{1,30}(?: (?=[^\W\d_a-z])[^\W\d_][\w’'-]{1,30}){1,2})\b"
    r"(?!,? [^\W\d_]{1,3} (?=[^\W\d_a-z])[^\W\d_])"
)
_OPENS = re.compile(
    r"(?:\A|(?<=[.!?]\s))((?=[^\W\d_a-z])[^\W\d_][\w’'-]{1,30}"
    r"(?: (?=[^\W\d_a-z])[^\W\d_][\w’'-]{1,30}){1,2})(?=,? [^\W\d_A-Z])"
)
_INITIALS = re.compile(
    r"\b((?=[^\W\d_a-z])[^\W\d_][\w’'-]{1,30}(?: (?=[^\W\d_a-z])[^\W\d_][\w’'-]{1,30}){1,2}) "
    r"\(([^\W\d_a-z]{2,3})\)"
)
_FEWEST_QUESTIONS = 3
_NEAR = 3  # words before a link in which 'transcript of' stands
_FURTHER = 6  # paragraphs of one answer
_LONGEST_QUESTION = 60  # words
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_ASKS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question without a label and its answer: a span for each paragraph, and its blocks."""

    block: int
    contents: tuple[Span, ...]
    blocks: frozenset[int]


class Introduction:
    """What stands above an interview: who is asked, and the page that it is from."""

    def __init__(
        self, article: Article, words: CommonWords, layout: Layout, given: Container[str]
    ) -> None:
        self._article = article
        self._words = words
        self._layout = layout
        self._given = given

    def interviewee(self, first: int) -> Span | None:
        """The one person named in a headline, or above ``first``, that tells of an interview."""
        above = range(first)
        heads = [n for n in above if self._article.blocks[n].kind is BlockKind.HEADING]
        return self._only_name(heads) or self._only_name(above) or self._in_address(first)

    def only_one(self, first: int) -> Span | None:
        """The one person whom the blocks above ``first`` name, with a word of interviews or not."""
        return self._named_in(self._spans(range(first)))

    @cached_property
    def initials(self) -> dict[str, Span]:
        """Whom initials stand for, as the article says it: 'Lena Ortiz (LO)'."""
        found: dict[str, Span] = {}
        for match in _INITIALS.finditer(self._article.text):
            written = match[1].split(" ")[-len(match[2]) :]  # 'der Förster Uwe Harms (UH)'
            if "".join(word[0] for word in written) == match[2]:
                name = " ".join(written)
                found.setdefault(match[2], Span(match.end(1) - len(name), match.end(1), name))
        return found

    def _in_address(self, first: int) -> Span | None:
        """The one person above whose name is in the address of the page that has the interview."""
        url = self.cited(first)
        if url is None:
            return None
        path = {word.lower() for word in re.split(r"[\W_]", urlsplit(url).path[:500])}
        start, end = self._article.blocks[0].start, self._article.blocks[first].start
        text = self._article.text[start:end]
        named = Named(replace(self._article, text=text), self._words, self._given)
        theirs = [name for name in named.names() if name.split()[-1].lower() in path]
        if len(theirs) != 1:
            return None
        at = start + text.find(theirs[0])
        return Span(at, at + len(theirs[0]), theirs[0])

    def cited(self, first: int) -> str | None:
        """The only link of the paragraph above block ``first`` that leads up to it or names it."""
        if first > 1 and self._asks(first - 1):
            first -= 1  # a question without a label
        if first < 1:
            return None
        block = self._article.blocks[first - 1]
        links = links_between(self._article, block.start, block.end)
        if len({link.url for link in links}) != 1:
            return None
        text = self._article.text
        on = {word.lower() for word in _WORDS.findall(text[links[0].start : links[0].end])}
        leads = text[block.start : block.end].rstrip().endswith(":")
        named = not on.isdisjoint(
            self._layout.interviews | self._words.link_on | set_apart("whole")
        )
        if leads or named or self._told_there(block.start, links[0]):
            return links[0].url
        return None

    def _asks(self, number: int) -> bool:
        """Whether a block is a question, and nothing else."""
        block = self._article.blocks[number]
        text = self._article.text[block.start : block.end].strip()
        return text.endswith("?") and not links_between(self._article, block.start, block.end)

    def _told_there(self, start: int, link: Link) -> bool:
        """Whether somebody spoke where the link leads: 'He spoke to Ann Lee on [Radio Meridian]'.

        The address says so, or the word before the link and one of interviews in its sentence.
        """
        text = self._article.text
        path = {word.lower() for word in re.split(r"[\W_]", urlsplit(link.url).path[:500])}
        if not path.isdisjoint(self._layout.interviews | {"transcript"}):
            return True
        sentence = re.split(r"[.!?]\s", text[start : link.start])[-1]
        before = [word.lower() for word in _WORDS.findall(sentence)]
        if not self._layout.transcripts.isdisjoint(before[-_NEAR:-1]):
            leads = (self._words.prepositions, self._words.determiners)
            return among(before[-1], *leads)  # 'an edited transcript of [episode 12]'
        return bool(before) and (
            before[-1] in self._words.link_before
            and not self._layout.interviews.isdisjoint(before[:-1])
            and not self._is_person(text[link.start : link.end])
        )

    def _is_person(self, words: str) -> bool:
        return Named(self._article, self._words, self._given).is_person(words)

    def _only_name(self, blocks: Sequence[int]) -> Span | None:
        spans = self._spans(blocks)
        said = {word.lower() for part in spans for word in _WORDS.findall(part.text)}
        if said.isdisjoint(self._layout.interviews):
            return None
        return self._named_in(spans) if self._names(spans) else self._spoken_with(spans)

    def _spans(self, blocks: Sequence[int]) -> list[Span]:
        article = self._article
        return [span(article, article.blocks[n].start, article.blocks[n].end) for n in blocks]

    def _named_in(self, spans: Sequence[Span]) -> Span | None:
        """The only person whom parts of the article name but for who wrote it."""
        names = self._names(spans)
        if len(names) != 1:
            return None
        for part in spans:
            if (at := part.text.find(names[0])) >= 0:
                return Span(part.start + at, part.start + at + len(names[0]), names[0])
        return None

    def _names(self, spans: Sequence[Span]) -> list[str]:
        text = "\n".join(part.text for part in spans)
        named = Named(replace(self._article, text=text), self._words, self._given)
        byline = (self._article.byline or "").lower()
        return [name for name in named.names() if name.lower() not in byline]

    def _spoken_with(self, spans: Sequence[Span]) -> Span | None:
        """Whom an article spoke with, if that is one alone, by any name: 'We sat down with X Y'."""
        found = [
            Span(part.start + match.start(2), part.start + match.end(2), match[2])
            for part in spans
            for match in _WITH.finditer(part.text)
            if match[1].lower() in self._layout.interviews and self._may_be_person(match[2])
        ]
        told = {word for part in spans for word in _WORDS.findall(part.text.lower())}
        if not found and not told.isdisjoint(self._words.pronouns):  # 'X Y runs it. We met her'
            found = [
                Span(part.start + match.start(1), part.start + match.end(1), match[1])
                for part in spans
                for match in _OPENS.finditer(part.text)
                if self._may_be_person(match[1])
            ]
        return found[0] if len({each.text for each in found}) == 1 else None

    def _may_be_person(self, name: str) -> bool:
        """Whether a name that no list knows may be a person's: no outlet's, no 'The Board'."""
        words = self._words
        first, *rest = name.lower().split()
        others = (words.outlet_words, words.determiners, words.prepositions, words.conjunctions)
        outlet = rest[-1] in words.outlet_words or is_listed(name)
        return not outlet and not among(first, *others)


def unlabelled(
    article: Article, introduction: Introduction, layout: Layout, *, taken: Container[int]
) -> tuple[Span | None, list[Asked]] | None:
    """The person who answers questions that have no labels, with the answers; None without any.

    Where an article does not say who that is, the page that it cites has to have the interview.
    """
    asked = list(_asked(article, taken))
    if len(asked) < _FEWEST_QUESTIONS:
        return None
    person = introduction.interviewee(asked[0].block)
    if person is None and introduction.cited(asked[0].block) is None:
        return None
    questions = " ".join(_question(article, each.block) for each in asked)
    if layout.addresses.isdisjoint(word.lower() for word in _WORDS.findall(questions)):
        return None
    if person is None:
        return None, asked
    last = person.text.split()[-1]
    named = re.compile(rf"\b{re.escape(last)}\b")
    if any(named.search(part.text) for each in asked for part in each.contents):
        return None
    return person, asked


def _question(article: Article, number: int) -> str:
    """The line of a block that asks, '' where its first line does not."""
    block = article.blocks[number]
    text = article.text
    if block.kind not in _ASKS or all(
        text.find(sign, block.start, block.end) < 0 for sign in "?？"
    ):
        return ""
    match = _ASKED.match(text, block.start, block.end)
    if match is None or len(match[0].split()) > _LONGEST_QUESTION or match[0][0] in "“„«\"'‘":
        return ""
    return match[0]


def _asked(article: Article, taken: Container[int]) -> Iterator[Asked]:
    blocks = article.blocks
    asking = [n for n in range(len(blocks)) if n not in taken and _question(article, n)]
    kinds = Counter(blocks[n].kind for n in asking)  # a heading of the article asks, too
    questions = [n for n in asking if blocks[n].kind is kinds.most_common(1)[0][0]]
    for at, number in enumerate(questions):
        own = blocks[number].start + len(_question(article, number))
        contents = [span(article, own, blocks[number].end)]
        until = questions[at + 1] if at + 1 < len(questions) else number + 2
        further = []
        for behind in range(number + 1, min(until, len(blocks))):
            if blocks[behind].kind not in _PROSE or behind in taken:
                break
            further.append(behind)
        if at + 1 < len(questions) and len(further) > _FURTHER:
            further = []
        if contents[0].text and at + 1 == len(questions):
            further = []  # the end of the last answer is not told
        contents += [span(article, blocks[n].start, blocks[n].end) for n in further]
        said = tuple(part for part in contents if part.text)
        if said:
            yield Asked(number, said, frozenset((number, *further)))
