"""Finds statements with a figure that stand beside what an article cites.

'Lumen cut its forecast, it said in [a filing](url). Sales fell 4.2 percent.' Whether the filing has
the second sentence, too, nobody says. So it is tied to no page: it is held against all that the
article cites, and only a sentence that tells plainly the same is held against its figure.

'The office [found](url) that receipts were “not kept” in 37 cases' is somebody's: what is quoted is
a part of what they say, and the figure is another.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from audit.extract.claims import Claim, span
from audit.extract.engine import Reading
from audit.extract.layout.figures import has_figure
from audit.extract.layout.frames import Frames
from audit.extract.links.told_here import is_told_here
from audit.extract.places import links_between, text_outside
from audit.extract.sentences import Sentence, Token
from audit.extract.stretches import Stretches
from audit.languages.extraction.layout import Layout
from audit.languages.extraction.linking import Linking
from audit.model import Article, AttributionKind, Block, BlockKind, Link, LinkRole, Span

_FEWEST_WORDS = 4  # of a statement
_BEHIND = 2  # characters between a statement and who is cited behind it
_LONGEST_SUBJECT = 3  # tokens of 'the same report'
_WORD = re.compile(r"\w[\w’'.&-]*")
_CLAUSE = re.compile(r"[,;:—–](?=\s)|[()]")
_ADDRESS = re.compile(r"(?:https?://|www\.|(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}/)", re.IGNORECASE)
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_EDGES = " \t\n\u00a0.,;:!?…–—-"


def figures_beside(
    article: Article,
    reading: Reading,
    known: tuple[Layout, Linking],
    claims: Sequence[Claim],
    tells_figure: Callable[[Sequence[Span]], bool],
) -> Iterator[Claim]:
    """A claim of nobody for each sentence with a figure that nothing ties to a source.

    It is numbered to no sentence, so that nothing there is taken for its source. One of a document
    that was named before is that document's. Of a sentence in which somebody says something, it is
    what stands beside those words. ``tells_figure`` says of parts whether they tell a figure or a
    date.
    """
    if not article.links and not article.marks:
        return
    said = {number for claim in claims for number in claim.sentences}
    taken = Stretches(_told(claims))
    frames = Frames(article, claims, reading.words)
    for number, sentence in enumerate(reading.sentences):
        if not _is_prose(article, sentence):
            continue
        start, end = sentence.tokens[0].start, sentence.tokens[-1].end
        alone = number not in said and not _cites(article, start, end)
        told = _told_by_document(sentence, reading, known) if alone else None
        if told is None and not _is_beside_a_source(article, sentence):
            continue
        parts = frames.told(_untold(article, sentence, taken))
        if not (_is_long_enough(parts) and _tells_number(parts, tells_figure)):
            continue
        if is_told_here(article, start, end, ()):
            continue
        if told is not None:
            yield _by_document(article, number, sentence, parts, told)
            continue
        for apart in _parted(article, parts):
            if _tells_number(apart, tells_figure):
                yield Claim(AttributionKind.INDIRECT, apart, None, None, sentence.block)


def _told(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """What claims say, and who is cited beside it: 'It shut, according to X, and lost 40'."""
    for claim in claims:
        yield from ((part.start, part.end) for part in claim.contents)
        cue, speaker = claim.cue, claim.speaker
        if claim.kind is not AttributionKind.INDIRECT or cue is None or speaker is None:
            continue
        first = min(cue.start, speaker.start)
        if claim.contents[0].end <= first <= claim.contents[0].end + _BEHIND:
            yield first, max(cue.end, speaker.end)


def _by_document(
    article: Article, number: int, sentence: Sentence, parts: list[Span], told: tuple[int, int]
) -> Claim:
    """The claim of a document that tells what a sentence does: ``told`` has it and its verb."""
    first, verb = (sentence.tokens[at] for at in told)
    if told[0]:  # '…, the judgment records'
        end = sentence.tokens[told[0] - 2].end
        parts = [span(article, sentence.tokens[0].start, end)]
    speaker = span(article, first.start, sentence.tokens[told[1] - 1].end)
    cue = span(article, verb.start, verb.end)
    return Claim(AttributionKind.INDIRECT, parts, cue, speaker, sentence.block, [number])


def _untold(article: Article, sentence: Sentence, taken: Stretches) -> list[Span]:
    """The parts of a sentence that are in no claim and in no quotation marks, less their edges."""
    parts: list[list[Token]] = [[]]
    for token in sentence.tokens:
        if token.quote >= 0 or next(taken.overlapping(token.start, token.end), None) is not None:
            parts.append([])
        else:
            parts[-1].append(token)
    found = []
    for part in filter(None, parts):
        first = next((token for token in part if token.text not in {",", ";", ":"}), part[0])
        start = first.start
        words = article.text[start : part[-1].end]
        kept = words.rstrip(_EDGES)
        if _WORD.search(kept):
            found.append(span(article, start, start + len(kept)))
    asks = sentence.tokens[-1].text in {"?", ":"}
    return [] if asks else [_behind_colon(article, part) for part in found]


def _parted(article: Article, parts: list[Span]) -> Iterator[list[Span]]:
    """The parts of a sentence, those before and behind a semicolon apart if each tells enough."""
    if len(parts) == 1:
        at = parts[0].text.find("; ") + 1
        split = [
            span(article, parts[0].start, parts[0].start + at - 1),
            span(article, parts[0].start + at, parts[0].end),
        ]
        if at and all(_is_long_enough([each]) for each in split):
            yield from ([each] for each in split)
            return
    yield parts


def _behind_colon(article: Article, part: Span) -> Span:
    """What a colon leads up to, where that is a statement: 'The paper did its sums: three …'."""
    _, colon, behind = part.text.partition(": ")
    told = len(_WORD.findall(behind)) >= _FEWEST_WORDS
    return span(article, part.end - len(behind), part.end) if colon and told else part


def _is_long_enough(parts: Sequence[Span]) -> bool:
    return sum(len(_WORD.findall(part.text)) for part in parts) >= _FEWEST_WORDS


def _tells_number(parts: Sequence[Span], tells_figure: Callable[[Sequence[Span]], bool]) -> bool:
    """Whether parts of a sentence have a figure, in digits or in words, or a date."""
    return has_figure(" ".join(part.text for part in parts)) or tells_figure(parts)


def _told_by_document(
    sentence: Sentence, reading: Reading, known: tuple[Layout, Linking]
) -> tuple[int, int] | None:
    """Where a document that was named before tells, and its verb: 'The document lists 46 pieces'.

    It may do so behind what it tells: '…, the judgment records'.
    """
    layout, linking = known
    tokens = sentence.tokens

    def tells(at: int) -> bool:
        return tokens[at].low in layout.shows or tokens[at].low in reading.words.say

    if tokens[0].low in linking.definite:
        for at, token in enumerate(tokens[1:_LONGEST_SUBJECT], 1):
            if token.low in linking.documents and at + 1 < len(tokens):
                return (0, at + 1) if tells(at + 1) else None
    *_, comma, first, noun, verb = (-1, -1, -1, -1, *range(len(tokens) - 1))
    if comma > 0 and tokens[comma].text == "," and tokens[first].low in linking.definite:
        return (first, verb) if tokens[noun].low in linking.documents and tells(verb) else None
    return None


def _is_beside_a_source(article: Article, sentence: Sentence) -> bool:
    """Whether the paragraph cites something, or, where it does not, the one above."""
    block = article.blocks[sentence.block]
    if _cites(article, block.start, block.end):
        return True
    above = article.blocks[sentence.block - 1] if sentence.block else None
    return above is not None and above.kind in _KINDS and _cites(article, above.start, above.end)


def _is_prose(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence is one of a text: no address is written out, as in a post or a credit.

    A line that is but a link is none either.
    """
    if article.blocks[sentence.block].kind not in _KINDS:
        return False
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    links = links_between(article, start, end)
    if links and not _says_beside(article, article.blocks[sentence.block], links):
        return False
    return all(_ADDRESS.match(article.text, link.start, link.end) is None for link in links)


def _says_beside(article: Article, block: Block, links: Sequence[Link]) -> bool:
    """Whether a block has a word beside its links: not '[Harbour video](url), 41:07'."""
    at = block.start
    for link in links:
        if any(char.isalpha() for char in article.text[at : link.start]):
            return True
        at = link.end
    return any(char.isalpha() for char in article.text[at : block.end])


def _cites(article: Article, start: int, end: int) -> bool:
    if any(link.role is LinkRole.SOURCE for link in links_between(article, start, end)):
        return True
    first = bisect_right(article.marks, start, key=lambda mark: mark.at)
    return first < len(article.marks) and article.marks[first].at <= end + 1


def figures_around(article: Article, reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """A statement of the same speaker for each phrase that a figure stands beside in its clause."""
    by_cue = defaultdict[tuple[int, int], list[Claim]](list)
    for claim in claims:
        if claim.cue is not None and claim.sentences and claim.speaker is not None:
            by_cue[claim.cue.start, claim.cue.end].append(claim)
    for saying in by_cue.values():
        if any(claim.kind is not AttributionKind.MIXED for claim in saying):
            continue
        first = saying[0]
        numbers = {number for claim in saying for number in claim.sentences}
        if len(numbers) == 1:
            yield from _around(article, reading.sentences[min(numbers)], saying, first)


def _around(
    article: Article, sentence: Sentence, saying: Sequence[Claim], first: Claim
) -> Iterator[Claim]:
    parts = sorted(
        (content for claim in saying for content in claim.contents), key=lambda s: s.start
    )
    assert first.cue is not None
    start, end = parts[0].start, parts[-1].end
    sentence_start, sentence_end = sentence.tokens[0].start, sentence.tokens[-1].end
    signs = [
        sign
        for sign in _CLAUSE.finditer(article.text, sentence_start, sentence_end)
        if not any(part.start <= sign.start() < part.end for part in parts)
    ]
    begins = max((sign.end() for sign in signs if sign.end() <= start), default=sentence_start)
    ends = min((sign.start() for sign in signs if sign.start() >= end), default=sentence_end)
    if begins <= first.cue.start < ends:
        return  # the figure may be of who says it: 'told 300 guests that it was “over”'
    whole = span(article, begins, ends)
    has_more = has_figure(text_outside(article, begins, ends, parts))
    if has_more and len(_WORD.findall(whole.text)) >= _FEWEST_WORDS:
        yield Claim(
            AttributionKind.INDIRECT,
            [whole],
            first.cue,
            first.speaker,
            first.block,
            list(first.sentences),
            meant=first.meant,
            cited=first.cited,
            carried=first.carried,
        )
