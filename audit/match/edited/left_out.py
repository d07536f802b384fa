"""What the marks of a quotation leave out or replace, and whether the meaning may turn on it."""

import re
from collections.abc import Iterator, Sequence

from audit.languages.comparison.comparing import Comparing
from audit.languages.comparison.turning import turning
from audit.match.edited.align import Alignment, words_between
from audit.match.edited.marks import Gap, Mark, Marked
from audit.match.folding.fold import fold
from audit.match.prepared.source import Prepared
from audit.model import Caution, Place

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]{0,3}\s|\n")
_SAID_BETWEEN = re.compile(
    r",?[\"”’»]\s{1,3}(?P<said>[^\"“”«»\n]{2,60})(?<!\.)\s{1,3}[\"“„‘«]\s?(?=\w)"
)
_OPENS = re.compile(r"[\"“„«»”:]|(?<!\w)['‘]|[’'](?!\w)")
_CLOSED = frozenset('"”»“')  # the speech ends with the sentence
_CLAUSES = re.compile(r"[,;–—]|\s-\s")
_PAUSES = re.compile(r"[,;:–—]|\s-\s")
_PARTS = frozenset(",;–—-")
_ASKS = re.compile(r"[!?\s\"”’]{0,2}\?")
_NEXT_WORD = re.compile(r"[ \u00a0]{1,2}([^\W\d_]{2,20})\b")
_TAG = re.compile(r"[ \u00a0]?[,–—-]{1,2}[ \u00a0]?[¿]?([^,.;:!?\n\"“”«»]{2,24})\?")
_ANY_MARK = re.compile(r"[\"“”«»„]")
_FIRST_WORD = re.compile(r"[^\W\d_]{1,40}")
_ASIDE = re.compile(r"(?:,|\s?[–—]|\s-{1,2})\s?(?=\w)")
_WHOLE_ASIDE = re.compile(
    r"\s{0,2}(?:\(([^()\n]{1,200})\)|[–—-]{1,2}([^–—\n]{1,200}?)[–—-]{1,2})\s{0,2}"
)
_FEWEST_OF_ASIDE = 4  # words: "(I did not)", '– not' are none
_MOST_DENIED = 6  # words behind a claim that deny it
_MOST_OF_CLAUSE = 3  # words of a clause that the quotation goes on with: 'dass wir'
_MOST_BEHIND = 10  # words of an afterthought
_LAST_WORD = re.compile(r"[^\W\d_]{1,40}$")
_LEAD_WORD = re.compile(r"([^\W\d_]{1,40})\.?[ \u00a0-]$")
_LONGEST_WORD = 40  # characters
_BESIDE = 4  # characters behind a passage in which its question mark stands
_REACH = 400  # characters before and after the passage within which its sentence is looked at
_FIRST_WORDS = 80  # characters in which the words stand that may turn a sentence
_WORDS_BEFORE = 6  # of the sentence before an ellipsis at the start
_FAR = 60  # words that one ellipsis may leave out unremarked


def cautions_of_marks(prepared: Prepared, marked: Marked, found: Alignment) -> Iterator[Caution]:
    """What an editor should know of an alignment's gaps; a caution may come twice."""
    text = prepared.page.text
    spans = found.spans
    for index, gaps in enumerate(marked.gaps[1:-1]):
        end, start = spans[index][1], spans[index + 1][0]
        left_out = text[prepared.end(end) : prepared.start(start)]
        if not _is_aside(left_out):
            head, tail = _torn_sentences(left_out)
            torn = [*_words(head), *_words(tail)]
            yield from _cautions(gaps, torn, torn, prepared.vocabulary)
        if words_between(prepared, end, start) > _FAR:
            yield Caution.FRAGMENTS_FAR_APART
    before = text_before(prepared, prepared.start(spans[0][0]))
    yield from _cautions(marked.gaps[0], _words(before)[-_WORDS_BEFORE:], (), prepared.vocabulary)
    after = text_after(prepared, prepared.end(spans[-1][1]))
    yield from _cautions(marked.gaps[-1], (), _words(after)[:1], prepared.vocabulary)


def _is_aside(left_out: str) -> bool:
    """Whether what was left out is all of an aside: a clause between two dashes, or in brackets.

    It turns nothing: 'on advisers – I am not making that up – and they still …'.
    """
    aside = _WHOLE_ASIDE.fullmatch(left_out)
    return aside is not None and len(_words(aside[1] or aside[2])) >= _FEWEST_OF_ASIDE


def cautions_of_sentence(prepared: Prepared, quote: str, hull: Place) -> Iterator[Caution]:
    """What the sentence around a passage makes of its words."""
    if _is_turned(prepared, hull.start, hull.end):
        yield Caution.TURNED_AFTER
    if _is_turned_before(prepared, hull.start, hull.end):
        yield Caution.TURNED_BEFORE
    if _is_asked(prepared, quote, hull.start, hull.end):
        yield Caution.QUESTION


def _is_turned(prepared: Prepared, start: int, end: int) -> bool:
    """Whether the words behind a passage of the page's text turn the sentence that it begins.

    What stands between two halves of one quotation, 'she said', is passed over.
    """
    after = prepared.page.text[end : end + _REACH]
    if _is_negated_behind(prepared, end, after):
        return True
    aside = _ASIDE.match(after)
    if aside:
        behind = [word.lower() for word in _words(_SENTENCE_END.split(after[aside.end() :])[0])]
        known = turning(prepared.language)
        if known.is_corrected(behind):
            return True
        if known.lays_to_others(behind[:_MOST_BEHIND], prepared.vocabulary.pronouns):
            return True
        if len(behind) == 1 and behind[0] in known.final_negations:  # '… in spring — not'
            return True
        if known.claims_behind(behind) and _is_in_speech(prepared, end):
            return True
    said = _SAID_BETWEEN.match(after)
    if said:
        after = after[said.end() :]
    elif ended := _SENTENCE_END.match(after):
        return _is_disowned(prepared, ended[0], after[ended.end() :])
    sentence = _SENTENCE_END.split(after, maxsplit=1)[0]
    if len(sentence) > _FIRST_WORDS:
        sentence = sentence[:_FIRST_WORDS].rpartition(" ")[0]
    if turning(prepared.language).turns_by_its_rest([word.lower() for word in _words(sentence)]):
        return True
    following = _words(sentence)[:2]
    if following[:1] == ["only"]:
        del following[0]
    if not following or following[0].lower() not in prepared.vocabulary.turns:
        return False
    begun = [*_words(text_before(prepared, start)), *_words(prepared.page.text[start:end])]
    return not turning(prepared.language).pairs([word.lower() for word in begun])


def _is_disowned(prepared: Prepared, end: str, behind: str) -> bool:
    """Whether the next sentence of the same speech lays the words to others."""
    if not _CLOSED.isdisjoint(end) or "\n" in end:
        return False
    sentence = _ANY_MARK.split(_SENTENCE_END.split(behind, maxsplit=1)[0], maxsplit=1)[0]
    clauses = [[word.lower() for word in _words(part)] for part in _PAUSES.split(sentence)]
    vocabulary = prepared.vocabulary
    return turning(prepared.language).is_disowned(
        list(filter(None, clauses)), vocabulary.small, vocabulary.conjunctions
    )


def _is_negated_behind(prepared: Prepared, end: int, after: str) -> bool:
    """Whether a negation of the same clause stands right behind the words that end at an offset."""
    following = _NEXT_WORD.match(after)
    last = _LAST_WORD.search(prepared.page.text, max(end - _LONGEST_WORD, 0), end)
    if following is None or last is None:
        return False
    return turning(prepared.language).turns_behind(last[0].lower(), following[1].lower())


def _is_turned_before(prepared: Prepared, start: int, end: int) -> bool:
    """Whether the words before a passage of the page's text turn the sentence that they begin."""
    before = text_before(prepared, start)
    if _is_qualified(prepared, start):
        return True
    opened = _OPENS.split(before)
    pieces = [piece for piece in opened if _words(piece)]
    if not pieces:
        return False
    lead = pieces[-1]
    clauses = [piece for piece in _CLAUSES.split(lead) if _words(piece)]
    known = turning(prepared.language)
    clause = [word.lower() for word in _words(clauses[-1])]
    begun = clause[:1] if len(clause) <= _MOST_OF_CLAUSE else clause
    if len(clauses) > 1 and known.that.issuperset(begun):  # 'wir sagten nie, dass wir …'
        clause = [*(word.lower() for word in _words(clauses[-2])), *begun]
    words = [word.lower() for word in _words(lead)]
    following = [word.lower() for word in _words(text_after(prepared, end))[:_MOST_DENIED]]
    if known.denies_behind(words, following):
        return True
    is_beside = lead is opened[-1]  # nothing opens between it and the words
    if is_beside and _is_cited_or_conditional(prepared, lead, clauses[-1], end):
        return True
    is_apart = lead.rstrip()[-1:] in _PARTS
    asks = _ASKS.match(prepared.page.text[end : end + _BESIDE])
    is_question = asks is not None and is_beside  # not 'She said: “Who will pay?”'
    return known.turns(words, clause, is_apart=is_apart, is_asked=is_question)


def _is_cited_or_conditional(prepared: Prepared, lead: str, clause: str, end: int) -> bool:
    """Whether what leads to words in a speech has another say them, or a condition begin so."""
    known = turning(prepared.language)
    said_by = _words(clause)
    is_anothers = known.cites_another(said_by) or known.lays_to_critics(said_by)
    if is_anothers and _is_in_speech(prepared, end):
        return True
    begins = lead.lstrip()[:1].isupper() and ";" not in lead
    return begins and _words(lead)[0].lower() in known.inverted  # 'Had I known'


def _is_in_speech(prepared: Prepared, end: int) -> bool:
    """Whether marks close behind a passage that do not open before: it stands in a speech."""
    text = prepared.page.text
    mark = _ANY_MARK.search(text, end, end + _REACH)
    if mark is None:
        return False
    return mark[0] in "”»" or (mark[0] == "“" and "„" in text[max(end - _REACH, 0) : end])


def _is_qualified(prepared: Prepared, start: int) -> bool:
    """Whether a word right before a passage takes from its first: 'nearly' from 'all'.

    So 'Lt.' from 'Gov.', whose point ends no sentence.
    """
    text = prepared.page.text
    first = _FIRST_WORD.match(text, start)
    lead = _LEAD_WORD.search(text, max(start - _LONGEST_WORD, 0), start)
    if first is None or lead is None:
        return False
    return turning(prepared.language).is_qualified([lead[1].lower()], first[0].lower())


def _is_asked(prepared: Prepared, quote: str, start: int, end: int) -> bool:
    """Whether a passage is a whole question at the source, and the quotation is none."""
    after = prepared.page.text[end : end + _BESIDE]
    if "?" in quote:
        return False
    if not _ASKS.match(after):
        return _is_tagged(prepared, end)
    lead = [word.lower() for word in _words(_OPENS.split(text_before(prepared, start))[-1])]
    if turning(prepared.language).asks(lead):
        return True
    return prepared.vocabulary.conjunctions.issuperset(lead)


def _is_tagged(prepared: Prepared, end: int) -> bool:
    """Whether a tag makes a question of the words that end at an offset: '…, will it?'."""
    tag = _TAG.match(prepared.page.text, end)
    if tag is None:
        return False
    return turning(prepared.language).is_tag([word.lower() for word in _words(tag[1])])


def text_before(prepared: Prepared, start: int) -> str:
    """The beginning of the sentence in which an offset of the page's text stands."""
    before = prepared.page.text[max(start - _REACH, 0) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    return before[ends[-1] :] if ends else before


def text_after(prepared: Prepared, end: int) -> str:
    """The rest of the sentence in which an offset of the page's text stands."""
    after = prepared.page.text[end : end + _REACH]
    match = _SENTENCE_END.search(after)
    return after[: match.start()] if match else after


def _torn_sentences(text: str) -> tuple[str, str]:
    """Of a text left out: the rest of its first sentence, and the start of its last one.

    Whole sentences between the two are left out without tearing any.
    """
    ends = [(match.start(), match.end()) for match in _SENTENCE_END.finditer(text)]
    return (text[: ends[0][0]], text[ends[-1][1] :]) if ends else (text, "")


def _cautions(
    gaps: Sequence[Gap],
    may_negate: Sequence[str],
    may_turn: Sequence[str],
    vocabulary: Comparing,
) -> Iterator[Caution]:
    kinds = {gap.mark for gap in gaps}
    negated = any(map(vocabulary.is_negation, may_negate))
    put_in = [word for gap in gaps if gap.mark is Mark.WORDS for word in _words(gap.content)]
    if Mark.WORDS in kinds and any(map(vocabulary.is_negation, put_in)) != negated:
        yield Caution.BRACKETS_CHANGE_NEGATION
    if Mark.ELLIPSIS in kinds:
        if negated:
            yield Caution.ELLIPSIS_DROPS_NEGATION
        if any(word.lower() in vocabulary.conditions for word in may_turn):
            yield Caution.ELLIPSIS_DROPS_CONDITION


def _words(text: str) -> list[str]:
    return fold(text).words.split()
