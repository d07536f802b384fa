"""Reads interviews and transcripts: 'Fischer: …', 'Q: … A: …', 'LEE (14:20): …'.

Few lines with a colon are somebody's words ('Heat: …', 'Price: …'). A label is taken for a speaker
only where turns take turns: one asks, or a name comes again and questions stand between.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from audit.extract.claims import Claim, span
from audit.extract.layout.inner_turns import lines_of
from audit.extract.layout.interviews import Introduction, unlabelled
from audit.extract.named import Named, is_surname
from audit.extract.outlets.gazetteer import known_names
from audit.languages.common import CommonWords, among
from audit.languages.extraction.layout import Layout
from audit.model import Article, AttributionKind, BlockKind, Span

_CLOCK = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?"
_TURN = re.compile(
    rf"(?:(?P<before>{_CLOCK})[ \t–—-]{{1,4}})?"
    r"(?P<label>[^\W\d_](?:[^\n:()\[\]?!]{0,48}[^\s:()\[\]?!])?)"
    r"(?:[ \t](?=\([^\d(])\((?P<role>[^\n()]{2,60})\))?"
    rf"(?:[ \t]{{0,2}}(?P<after>{_CLOCK}))?[ \u00a0\u202f]?(?::|：)(?=\s|\Z|[“„«\"])"
    r"|(?P<letter>[^\W\d_])\.(?=\s)"
)
_WORDS = re.compile(r"[\w&’'-]+")
_MOST_WORDS = 4  # of a name
_FURTHER = 6  # paragraphs of one answer
_FEWEST_TURNS = 2
_FEWEST_SAID = 4  # words of a turn where nothing but names tells of turns
_STAGE = re.compile(r"[\[(][^\n]{0,200}[\])]")  # '(BEGIN VIDEO CLIP)', '[laughs]'
_MARKED = '“„«"»'
_TURNS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class _Turn:
    """Words behind a label; ``block`` is the number of theirs, ``clocked``: a time is set."""

    label: Span
    start: int
    end: int
    block: int
    clocked: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What one says in a turn: a span for each paragraph. ``name`` is set where a label is none.

    ``is_named``: the label is a person's name, no office ('The Chair').
    """

    contents: tuple[Span, ...]
    label: Span | None
    name: Span | None
    block: int
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The answers of an article's interviews, and the numbers of the blocks that interviews take.

    ``url`` is the page that the sentence above the first turn cites for all of them.
    """

    answers: tuple[Answer, ...] = ()
    blocks: frozenset[int] = frozenset()
    url: str | None = None


def find_dialogue(
    article: Article,
    words: CommonWords,
    layout: Layout,
    given: Container[str],
    *,
    taken: frozenset[int],
) -> Dialogue:
    """The interview in an article but for the blocks ``taken``; empty where it has none."""
    reader = _Reader(article, words, layout, given, taken)
    introduction = reader.introduction
    turns = reader.turns()
    if len(turns) >= _FEWEST_TURNS:
        return reader.dialogue(turns)
    found = unlabelled(article, introduction, layout, taken=taken)
    if found is None:
        return Dialogue()
    person, asked = found
    answers = tuple(Answer(each.contents, None, person, each.block) for each in asked)
    blocks = frozenset[int]().union(*(each.blocks for each in asked))
    return Dialogue(answers, blocks, introduction.cited(asked[0].block))


def claims_of(dialogue: Dialogue) -> Iterator[Claim]:
    """A claim for every answer."""
    for answer in dialogue.answers:
        speaker = (answer.label or answer.name) if answer.name is not None else None
        claim = Claim(AttributionKind.DIRECT, list(answer.contents), None, speaker, answer.block)
        claim.meant = answer.name if speaker is not None else None
        claim.labelled = answer.is_named
        claim.cited = (dialogue.url,) if dialogue.url is not None else ()
        yield claim


def is_anothers(claim: Claim, words: CommonWords) -> bool:
    """Whether a claim inside a turn is of words that its speaker quotes from somebody named."""
    if claim.kind not in {AttributionKind.DIRECT, AttributionKind.MIXED}:
        return False
    cue, speaker = claim.cue, claim.speaker
    return (
        cue is not None
        and cue.text != ":"
        and speaker is not None
        and speaker.text.lower() not in words.pronouns
    )


def _label(line: re.Match[str]) -> re.Match[str] | None:
    """The label that a line may begin with; most lines lack what ends one."""
    text = line[0]
    if not (":" in text or "：" in text or text[1:2] == "."):
        return None
    return _TURN.match(line.string, line.start(), line.end())


class _Reader:
    def __init__(
        self,
        article: Article,
        words: CommonWords,
        layout: Layout,
        given: Container[str],
        taken: frozenset[int],
    ) -> None:
        self.introduction = Introduction(article, words, layout, given)
        self._full_labels, self._opens = frozenset[str](), ""
        self._of_labels = frozenset[int]()  # blocks that begin with a label that comes again
        self._article = article
        self._words = words
        self._layout = layout
        self._given = given
        self._taken = taken

    @cached_property
    def _named(self) -> Named:
        return Named(self._article, self._words, self._given)

    def turns(self) -> list[_Turn]:
        """The lines that begin with a label whose words are somebody's, in order."""
        found = list(self._labelled())
        if len(found) < _FEWEST_TURNS:
            return []
        self._opens = found[0].label.text
        self._full_labels = frozenset(self._written_in_full(found))
        times = Counter(_key(turn) for turn in found)
        repeated = (turn for turn in found if times[_key(turn)] > 1)
        self._of_labels = frozenset(map(self._label_block, repeated))
        asked = any(self._asks(turn) for turn in found)
        clocks = sum(turn.clocked for turn in found)
        spoken = asked or clocks >= _FEWEST_TURNS
        if not spoken and not self._is_minuted(found):
            return []
        return [turn for turn in found if self._speaks(turn, times, asked=asked)]

    def _is_minuted(self, found: Sequence[_Turn]) -> bool:
        """Whether names alone are labels: one comes again, with questions or another between.

        Without a question, what each says has to be sentences: '**Ann Lee:** 4' is a list's.
        """
        names = [turn for turn in found if self._is_name(turn)]
        lasts = Counter(_key(turn).split()[-1] for turn in names)
        again = [turn for turn in names if lasts[_key(turn).split()[-1]] > 1]
        if not again:
            return False
        if "?" in self._article.text[again[0].start : again[-1].start]:
            return True
        between = [turn for turn in found if names[0].start <= turn.start <= names[-1].start]
        said = (self._article.text[turn.start : turn.end].split() for turn in names)
        return (
            len(lasts) > 1
            and len(names) == len(between)
            and all(len(words) >= _FEWEST_SAID for words in said)
        )

    def dialogue(self, turns: Sequence[_Turn]) -> Dialogue:
        """The answers of turns, with the paragraphs that go on with them."""
        first = turns[0]
        labelled = any(not self._asks(turn) for turn in turns)
        interviewee = self.introduction.interviewee(
            self._label_block(first)
        ) or self._only_one_asked(turns)
        both = any(self._asks(turn) for turn in turns) or len({_key(turn) for turn in turns}) > 1
        answers: list[Answer] = []
        blocks = {turn.block for turn in turns}
        unsaid: set[int] = set()
        url = self.introduction.cited(self._label_block(first))
        for number, turn in enumerate(turns):
            following = turns[number + 1] if number + 1 < len(turns) else None
            further = self._further(turn, following) if both else []
            if self._asks(turn):
                if labelled:
                    continue
                label, contents = None, further
                if following is None:  # the end of the last answer is not told
                    contents = self._next_paragraph(turn)
                name = interviewee
            else:
                label, contents = turn.label, [span(self._article, turn.start, turn.end), *further]
                named = self.introduction.initials.get(turn.label.text, turn.label)
                name = interviewee if self._answers(turn) else named
            contents = [part for part in contents if part.text]
            if name is None and url is None:
                unsaid.update(self._blocks_of(turn, contents))
                continue  # who answers is not told: the sentences are read as any are
            blocks.update(self._blocks_of(turn, contents))
            if contents:
                is_named = name is label is not None and self._is_name(turn)
                answers.append(Answer(tuple(contents), label, name, turn.block, is_named))
        return Dialogue(tuple(answers), frozenset(blocks - unsaid) if answers else frozenset(), url)

    def _only_one_asked(self, turns: Sequence[_Turn]) -> Span | None:
        """The one person whom an article names above questions to 'you' and answers by 'I'."""
        if not any(self._answers(turn) for turn in turns):
            return None
        said = {asks: set[str]() for asks in (True, False)}
        for turn in turns:
            words = self._article.text[turn.start : turn.end].lower()
            said[self._asks(turn)].update(_WORDS.findall(words))
        if self._layout.addresses.isdisjoint(said[True]) or self._layout.oneself.isdisjoint(
            said[False]
        ):
            return None  # the questions of a page that informs
        return self.introduction.only_one(self._label_block(turns[0]))

    def _written_in_full(self, found: Sequence[_Turn]) -> Iterator[str]:
        """The last names of labels of two names or three that come again: 'Ann Lee: …', 'Lee: …'.

        Those that the article's sentences tell of by the same words come again too.
        """
        labels = {turn.label.text for turn in found}
        yield from self._interviewed(found)
        at = {turn.label.start for turn in found}
        for label in sorted(labels):
            written = label.split()
            if not 1 < len(written) < _MOST_WORDS or not label.istitle():
                continue
            told = re.finditer(rf"\b{re.escape(label)}\b(?!\s?:)", self._article.text)
            if written[-1] in labels or any(match.start() not in at for match in told):
                yield written[-1].casefold()

    def _interviewed(self, found: Sequence[_Turn]) -> Iterator[str]:
        """The surname that alone is a label, with questions between, and that a full name has."""
        turns, text = [turn for turn in found if not self._asks(turn)], self._article.text
        labels = {turn.label.text for turn in turns}
        asked = all("?" in text[one.end : two.start] for one, two in pairwise(turns))
        if asked and len(labels) == 1 and len(turns) >= _FEWEST_TURNS:
            yield from (each.casefold() for each in labels if is_surname(each, text))

    def _labelled(self) -> Iterator[_Turn]:
        article = self._article
        for number, block in enumerate(article.blocks):
            if block.kind not in _TURNS or number in self._taken:
                continue
            opened: _Turn | None = None
            for line in lines_of(article.text, block, self._layout):
                if self._is_lone_label(line, block.end):
                    label = span(article, line.start(), line.end())
                    opened = self._below(
                        _Turn(label, line.end(), line.end(), number, clocked=False)
                    )
                    continue
                match = _label(line)
                if match is None or not self._may_label(match):
                    continue
                if opened is not None:
                    yield replace(opened, end=line.start())
                clocked = bool(match["before"] or match["after"])
                opened = _Turn(self._label(match), match.end(), block.end, number, clocked)
                if line.end() == block.end and not article.text[match.end() : block.end].strip():
                    opened = self._below(opened)
            if opened is not None:
                yield opened

    def _is_lone_label(self, line: re.Match[str], end: int) -> bool:
        """Whether a line is a letter for who asks or answers, and all that its block has left."""
        word = line[0].rstrip(".")
        if _WORDS.fullmatch(word) is None or line.end() != end:
            return False
        return among(word.lower(), self._layout.asks, self._layout.answers)

    def _label(self, match: re.Match[str]) -> Span:
        """Who speaks, as a line has it."""
        if match["letter"]:
            return Span(*match.span("letter"), match["letter"])
        if match["role"] and not self._is_person(match["label"]):
            return Span(*match.span("role"), match["role"])  # 'The Chair (Ms Ostrova):'
        return Span(*match.span("label"), match["label"] or "")

    def _below(self, turn: _Turn) -> _Turn | None:
        """A label in a block of its own, with the words of the next: ``<dt>Q</dt><dd>…``."""
        below = turn.block + 1
        blocks = self._article.blocks
        if below >= len(blocks) or blocks[below].kind not in _TURNS or below in self._taken:
            return None
        return replace(turn, start=blocks[below].start, end=blocks[below].end, block=below)

    def _may_label(self, match: re.Match[str]) -> bool:
        text = match["label"] or match["letter"]
        written = _WORDS.findall(text)
        if match["letter"] and not among(text.lower(), self._layout.asks, self._layout.answers):
            return False
        behind = self._article.text[match.end() : match.end() + 2].strip()
        if behind[:1] and behind[0] in _MARKED:
            return False  # quoted words are read as such
        return 0 < len(written) <= _MOST_WORDS and text[0].isupper()

    def _asks(self, turn: _Turn) -> bool:
        """Whether a turn is a question: by its label, or an outlet's or the author's own."""
        written = turn.label.text.split()
        if turn.label.text.lower() in self._layout.asks:
            return True
        if "?" not in self._article.text[turn.start : turn.end]:
            return False
        if turn.label.text == self._opens and self._opens in self.introduction.initials:
            return self._article.text[turn.start : turn.end].rstrip().endswith("?")
        outlets = known_names().get(written[0], ())
        if written[-1].lower() in self._words.outlet_words:
            return True  # 'Echo: Will you resign?'
        byline = (self._article.byline or "").lower().split()
        return written[-1].lower() in byline or any(
            name.words == tuple(written) for name in outlets
        )

    def _answers(self, turn: _Turn) -> bool:
        return turn.label.text.lower() in self._layout.answers

    def _is_name(self, turn: _Turn) -> bool:
        text = turn.label.text
        if among(text.split()[0].lower(), self._layout.callouts, self._layout.credits):
            return False
        if text in self.introduction.initials or self._is_person(text):
            return True
        return text.split()[-1].casefold() in self._full_labels and text.istitle()

    def _is_person(self, label: str) -> bool:
        return self._named.is_person(label.title() if label.isupper() else label)

    def _speaks(self, turn: _Turn, times: Counter[str], *, asked: bool) -> bool:
        if self._asks(turn) or turn.clocked or self._is_name(turn):
            return True
        if self._answers(turn):
            return asked
        low = turn.label.text.lower()
        plain = low.split()[0] in self._layout.callouts or low in self._layout.credits
        capitals = all(word[0].isupper() for word in turn.label.text.split())
        return asked and capitals and not plain and times[_key(turn)] > 1

    def _further(self, turn: _Turn, following: _Turn | None) -> list[Span]:
        """The paragraphs between two turns, which go on with the first."""
        if following is None or following.block - turn.block - 1 > _FURTHER:
            return []
        own = self._label_block(following)
        other = (number for number in range(turn.block + 1, own) if number in self._of_labels)
        between = range(turn.block + 1, next(other, own))
        blocks = self._article.blocks
        if any(blocks[n].kind not in _TURNS or n in self._taken for n in between):
            return []
        said = [span(self._article, blocks[n].start, blocks[n].end) for n in between]
        return [part for part in said if not _STAGE.fullmatch(part.text)]

    def _label_block(self, turn: _Turn) -> int:
        """The number of the block that a label stands in, which may be the one above its words."""
        above = turn.block - 1
        in_own = turn.label.start >= self._article.blocks[turn.block].start
        return turn.block if in_own else above

    def _next_paragraph(self, turn: _Turn) -> list[Span]:
        below = turn.block + 1
        blocks = self._article.blocks
        if below >= len(blocks) or blocks[below].kind is not BlockKind.PARAGRAPH:
            return []
        return [span(self._article, blocks[below].start, blocks[below].end)]

    def _blocks_of(self, turn: _Turn, contents: Sequence[Span]) -> Iterator[int]:
        yield self._label_block(turn)
        for part in contents:
            paragraph = self._article.paragraph(part.start)
            if paragraph is not None:
                yield paragraph - 1


def _key(turn: _Turn) -> str:
    return turn.label.text.casefold()
