"""Tells which outlet carried the words of a claim.

Named as the source, told them, or credited for them.
"""

from bisect import bisect_left
from collections.abc import Sequence

from audit.extract.claims import Carried, Claim
from audit.extract.english.quotations.clause import Parsed
from audit.extract.outlets.gazetteer import triggers
from audit.extract.outlets.mentions import Mention, carrier, credit, find_all_mentions, was_told
from audit.extract.places import links_between
from audit.extract.sentences import Token
from audit.extract.shared_sentences import Reach, is_within
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_naming import naming_words
from audit.languages.extraction.english_small_words import small_words
from audit.model import Article, Outlet, OutletKind, Span

_SENTENCES_BACK = 10  # to the name of 'the newspaper'
_NEAR = 3  # sentences back to the name of 'the court'


class Carriers:
    """The outlets that an article names, sentence by sentence."""

    def __init__(self, article: Article, parsed: Sequence[Parsed], words: Lexicon) -> None:
        self._article = article
        self._parsed = parsed
        self._words = words
        self._mentions = find_all_mentions((sentence.tokens for sentence in parsed), words)

    def of(self, claim: Claim, reach: Reach) -> Carried | None:
        """The outlet that carried a claim's words, None where no outlet did."""
        if claim.named is None:
            return None
        numbers = list(dict.fromkeys(claim.sentences))
        for number in numbers:
            found = self._in_sentence(claim, claim.named, number, reach)
            if found is not None:
                return self._carried(number, found)
        again = (
            self._named_before(claim, numbers)
            or self._reporting(claim, numbers)
            or self._institution_again(claim.named, numbers[0])
        )
        if again is not None:
            return again
        behind = numbers[-1] + 1
        if behind < len(self._parsed) and self._parsed[behind].block == claim.block:
            found = credit(self._tokens(behind), self._mentions[behind])
            if found is not None:
                return self._carried(behind, found)
        return None

    def _in_sentence(
        self, claim: Claim, speaker: Span, number: int, reach: Reach
    ) -> Mention | None:
        tokens, mentions = self._tokens(number), self._mentions[number]
        for mention in mentions:
            if _names_speaker(tokens, mention, speaker):
                return mention
        if claim.cue is not None and claim.cue.text.lower() in self._words.quoted_as:
            for mention in mentions:
                if mention.end < len(tokens) and tokens[mention.end].low in self._words.quotes:
                    return mention  # 'the Atlantic quoted Lee as saying'
        others = [
            mention
            for mention in mentions
            if not _inside(tokens, mention, speaker)
            and is_within(tokens[mention.start].start, reach)
        ]
        if not others:
            return None
        cue_end = _index_at(tokens, claim.cue.end) if claim.cue is not None else len(tokens)
        return carrier(tokens, others, cue_end)

    def _named_before(self, claim: Claim, numbers: Sequence[int]) -> Carried | None:
        """'told the newspaper': the one that was named last before."""
        if claim.cue is None or claim.cue.text.lower() not in triggers().told:
            return None
        for number in numbers:
            tokens = self._tokens(number)
            at = _index_at(tokens, claim.cue.end)
            if at + 1 >= len(tokens) or tokens[at].low != "the":
                continue
            noun = tokens[at + 1]
            if noun.start < claim.cue.start or noun.low not in self._words.outlet_nouns:
                continue
            before = self._last_before(number, claim.cue.start)
            if before is not None and not self._another_is_linked(number, before):
                return Carried(before.outlet, Span(noun.start, noun.end, noun.text), was_told=True)
        return None

    def _reporting(self, claim: Claim, numbers: Sequence[int]) -> Carried | None:
        """'…, the paper reported': the one that was named last before, in another sentence."""
        for number in numbers:
            tokens = self._tokens(number)
            for at in range(1, len(tokens) - 1):
                noun = tokens[at]
                if noun.low not in self._words.outlet_nouns or tokens[at - 1].low != "the":
                    continue
                before = self._last_before(number - 1, claim.contents[0].start)
                reports = tokens[at + 1].low in triggers().reports
                if reports and number and before is not None:
                    span = Span(noun.start, noun.end, noun.text)
                    return Carried(before.outlet, span, was_told=False)
        return None

    def _institution_again(self, speaker: Span, number: int) -> Carried | None:
        """'the Court' after 'the International Court of Justice': an institution by its head noun.

        Not where the article names another one by that noun, or says it without a capital far from
        the name.
        """
        article, _, noun = speaker.text.partition(" ")
        if article.lower() != "the" or not noun.isalpha():
            return None
        if noun.lower() in naming_words().of_no_group_again:
            return None
        found: Mention | None = None
        for at in range(number + 1):
            own = [each for each in self._mentions[at] if _head_of(each.outlet) == noun.lower()]
            if self._is_of_another(at, noun.capitalize(), own):
                return None
            is_near = noun[0].isupper() or at >= number - _NEAR
            for mention in own:
                starts = self._tokens(at)[mention.start].start
                if not is_near or starts >= speaker.start:
                    continue
                if found is not None and found.outlet != mention.outlet:
                    return None
                found = mention
        return Carried(found.outlet, speaker, was_told=False) if found is not None else None

    def _is_of_another(self, number: int, noun: str, own: Sequence[Mention]) -> bool:
        """Whether a sentence has a name with that noun that is none of these: 'the High Court'."""
        tokens = self._tokens(number)
        inside = {at for mention in own for at in range(mention.start, mention.end)}
        return any(
            tokens[at].text == noun and tokens[at - 1].text[:1].isupper()
            for at in range(1, len(tokens))
            if at not in inside and tokens[at - 1].low != "the"
        )

    def _last_before(self, number: int, offset: int) -> Mention | None:
        for at in range(number, max(number - _SENTENCES_BACK, -1), -1):
            for mention in reversed(self._mentions[at]):
                institution = mention.outlet.kind is OutletKind.INSTITUTION
                if self._tokens(at)[mention.start].start < offset and not institution:
                    return mention
        return None

    def _another_is_linked(self, number: int, mention: Mention) -> bool:
        """Whether a paragraph links to something before a sentence, and the outlet is not in it.

        '…,” she said in [an interview with KALD](url). “…,” she told the station': no earlier one.
        """
        tokens, block = self._tokens(number), self._parsed[number].block
        first = bisect_left(self._parsed, block, key=lambda each: each.block)
        within = any(
            each is mention for at in range(first, number + 1) for each in self._mentions[at]
        )
        start = self._article.blocks[block].start
        return not within and bool(links_between(self._article, start, tokens[0].start))

    def _tokens(self, number: int) -> list[Token]:
        return self._parsed[number].tokens

    def _carried(self, number: int, mention: Mention) -> Carried:
        tokens = self._tokens(number)
        start, end = tokens[mention.start].start, tokens[mention.end - 1].end
        name = Span(start, end, self._article.text[start:end])
        return Carried(mention.outlet, name, was_told(tokens, mention))


def _head_of(outlet: Outlet) -> str:
    """The noun that an institution's name is about: 'court', 'bank'; empty for other outlets."""
    if outlet.kind is not OutletKind.INSTITUTION:
        return ""
    words = outlet.name.lower().split()
    ends = [at for at, word in enumerate(words) if at and word in naming_words().inside_groups]
    return words[(ends or [len(words)])[0] - 1] if len(words) > 1 else ""


def _names_speaker(tokens: Sequence[Token], mention: Mention, speaker: Span) -> bool:
    """Whether the speaker is the outlet itself ('the BBC'), not its editor."""
    start, end = tokens[mention.start].start, tokens[mention.end - 1].end
    if start <= speaker.start and speaker.end <= end:
        return True  # 'Doctors' of 'Doctors Without Borders'
    if not _inside(tokens, mention, speaker):
        return False
    at = mention.start - (mention.start > 0 and tokens[mention.start - 1].low == "the") - 1
    if at > 0 and tokens[at].low in small_words().credits and _inside(tokens, mention, speaker):
        return True  # 'an analysis by the Post'
    length = mention.end - mention.start
    return len(speaker.text.split()) - length <= 1 and end == speaker.end


def _inside(tokens: Sequence[Token], mention: Mention, speaker: Span) -> bool:
    return speaker.start <= tokens[mention.start].start < speaker.end


def _index_at(tokens: Sequence[Token], offset: int) -> int:
    return next((i for i, token in enumerate(tokens) if token.start >= offset), len(tokens))
