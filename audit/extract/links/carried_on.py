"""Carries a link on to what the same speaker says beside it: '…,” she [wrote](url). “…”'."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from audit.extract.claims import Claim
from audit.extract.links.named_again import short_of
from audit.extract.links.occasions import is_another_occasion
from audit.extract.links.told_here import is_told_here
from audit.extract.places import links_between
from audit.extract.sentences import Sentence
from audit.languages.common import CommonWords, among
from audit.languages.extraction.linking import Linking
from audit.languages.extraction.own_reporting import told_words
from audit.model import Article, Attribution, AttributionKind, LinkRole, OutletKind

_LONGEST_LABEL = 40  # characters behind a name before its words
_FAR = 2  # sentences, at most, back to what the same speaker said last


class CarriedOn:
    """Gives attributions without a link that of the sentence beside theirs.

    Only where the same speaker goes on, and the sentence has neither a link, a note or an outlet of
    its own, nor says that the author was told the words. Notes are for the words before them alone.
    """

    def __init__(
        self, article: Article, sentences: Sequence[Sentence], words: CommonWords, known: Linking
    ) -> None:
        self._article = article
        self._sentences = sentences
        self._words = words
        self._known = known

    def over(self, said: Sequence[tuple[Claim, Attribution]]) -> Iterator[Attribution]:
        """The attributions in their order, each with the link that is carried on to it."""
        tied: dict[int, list[Attribution]] = {}
        ordered = sorted(range(len(said)), key=lambda number: _place(said[number][1]))
        spoken: dict[int, set[str | None]] = {}
        for claim, attribution in said:
            for sentence in self._numbers(claim):
                spoken.setdefault(sentence, set()).add(attribution.speaker_name)
        done: dict[int, Attribution] = {}
        around: list[Attribution] = []
        for number in ordered:
            claim, attribution = said[number]
            if not attribution.cited and claim.sentences:
                attribution = self._from_before(claim, attribution, tied, spoken)
            if not attribution.cited:
                attribution = _with_reporters_link(claim, attribution, around)
            if attribution.kind is AttributionKind.INDIRECT and attribution.cited:
                around.append(attribution)
            done[number] = attribution
            if attribution.cited and attribution.speaker_name is not None:
                for last in self._numbers(claim)[-1:]:
                    tied.setdefault(last, []).append(attribution)
        for number, behind in pairwise(ordered):
            claim = said[number][0]
            if not done[number].cited and claim.sentences:
                done[number] = self._from_behind(claim, done[number], said[behind][0], done[behind])
        yield from (done[number] for number in range(len(said)))

    def _numbers(self, claim: Claim) -> list[int]:
        """The numbers of a claim's sentences; of an answer in an interview that of its end."""
        if claim.sentences or claim.cue is not None or claim.kind is not AttributionKind.DIRECT:
            return sorted(claim.sentences)
        at = claim.contents[-1].end - 1
        number = bisect_right(self._sentences, at, key=lambda each: each.tokens[0].start) - 1
        return [number] if number >= 0 else []

    def _from_before(
        self,
        claim: Claim,
        attribution: Attribution,
        tied: Mapping[int, Sequence[Attribution]],
        said: Mapping[int, set[str | None]],
    ) -> Attribution:
        """With the link of the sentence before, in the same paragraph or, where it adds, above.

        Sentences in which nobody says anything may stand between. ``said`` are the names of who
        speaks in those with words.
        """
        first = min(claim.sentences)
        last = next((first - far for far in range(1, _FAR + 1) if first - far in said), first - 1)
        earlier = tied.get(last)
        told = claim.cue is not None and claim.cue.text.lower().split()[-1] in told_words()
        if last < first - 1 and told:
            return attribution  # somebody else: 'she told neighbours'
        if not earlier or not self._may_be_carried(claim, attribution):
            return attribution
        own, above = self._sentences[first].block, self._sentences[last].block
        if own != above and not (own - above == 1 and self._adds(claim)):
            return attribution
        begins = self._article.blocks[above].start
        start = self._sentences[first].tokens[0].start
        linked = {
            link.url
            for link in links_between(self._article, begins, start)
            if link.role is LinkRole.SOURCE
        }
        for before in reversed(earlier):
            same = self._is_one(before, attribution) or self._it_adds(claim)
            same = same or (own == above and len(said[last]) == 1 and self._they_add(claim))
            same = same or (own == above and self._is_their_document(claim, earlier))
            same = same or (own == above and self._is_same_source(claim, earlier))
            near = linked.issuperset(before.cited)
            near = near or (before.cue is None and not linked)  # of an interview, linked above it
            if same and before.contents[0].start >= begins and near:
                return replace(attribution, cited=before.cited, url=before.url)
        return attribution

    def _from_behind(
        self, claim: Claim, attribution: Attribution, adding: Claim, following: Attribution
    ) -> Attribution:
        """With the link of what is added to it: '…,” Lee said. “…,” she added in [a letter]'."""
        if not (following.cited and adding.sentences and adding.named and self._adds(adding)):
            return attribution
        last, first = max(claim.sentences), min(adding.sentences)
        beside = first - last in {0, 1} and (
            self._sentences[first].block == self._sentences[last].block
        )
        same = following.speaker_name == attribution.speaker_name or among(
            adding.named.text.lower(), self._words.pronouns, self._known.anaphors
        )
        if not beside or not same or not self._may_be_carried(claim, attribution):
            return attribution
        return replace(attribution, cited=following.cited, url=following.url)

    def _is_one(self, before: Attribution, now: Attribution) -> bool:
        """Whether who speaks is who spoke before: 'Police', 'the health office … the office'."""
        first, then = before.speaker_name, now.speaker_name
        if first is None or then is None or first == then:
            return first == then
        names = [self._without_genitive(short_of(name, self._known)) for name in (first, then)]
        if names[0] == names[1]:
            return True
        named = then.lower().split()
        again = len(named) > 1 and named[0] in self._known.definite and " " not in names[1]
        written = short_of(before.speaker.text, self._known) if before.speaker is not None else ""
        if again and written.startswith(f"{names[1]} "):
            return True  # 'la maire Anne Gill … la maire'
        ends = f" {names[0]}".endswith(f" {names[1]}") or (
            bool(self._known.institution_ends) and names[0].endswith(names[1])
        )
        ends = ends or self._is_head(names[1], names[0])
        return again and ends and among(names[1], self._known.institutions)

    def _is_head(self, noun: str, name: str) -> bool:
        """Whether a name is of such an institution for something: 'European Court of Justice'."""
        words = name.lower().split()
        at = words.index(noun.lower()) if noun.lower() in words[:-1] else -1
        return at >= 0 and among(words[at + 1], self._words.prepositions)

    def _without_genitive(self, name: str) -> str:
        """A name less the ending of 'des Amts', where a language declines so."""
        return name.removesuffix("s") if self._known.institution_ends else name

    def _it_adds(self, claim: Claim) -> bool:
        """Whether what spoke before, no person, says more: 'the bulletin said. …, it added'."""
        named = claim.named
        return (
            named is not None and named.text.lower() in self._known.anaphors and self._adds(claim)
        )

    def _they_add(self, claim: Claim) -> bool:
        """Whether a pronoun goes on: 'a-t-elle ajouté', where one alone spoke before."""
        named = claim.named
        pronoun = named is not None and among(named.text.lower(), self._words.pronouns)
        return pronoun and self._adds(claim)

    def _is_same_source(self, claim: Claim, earlier: Sequence[Attribution]) -> bool:
        """Whether 'the same source' is the one that the sentence before names."""
        named = claim.named
        again = named is not None and named.text.lower() in self._known.told_paper
        return again and len({each.cited for each in earlier}) == 1

    def _is_their_document(self, claim: Claim, earlier: Sequence[Attribution]) -> bool:
        """Whether 'her statement' is what the one person before wrote: 'Lee [wrote](url) that'."""
        named = claim.named
        owner, *rest = named.text.lower().split() if named is not None else [""]
        if owner not in self._known.possessives or not (
            rest and among(rest[-1], self._known.documents)
        ):
            return False
        alone = len({each.speaker_name for each in earlier}) == 1
        return alone and all(
            each.outlet is None
            and each.cue is not None
            and among(each.cue.text.lower().split()[-1], self._known.gives, self._known.shown)
            for each in earlier
        )

    def _adds(self, claim: Claim) -> bool:
        """Whether somebody goes on: by the verb, or by a word behind the name: 'Lee again: “…”'."""
        if claim.cue is not None and any(
            word in self._known.goes_on for word in claim.cue.text.lower().split()
        ):
            return True
        if claim.named is None or not claim.contents:
            return False
        label = self._article.text[claim.named.end : claim.contents[0].start]
        words = label[:_LONGEST_LABEL].lower().split()
        return (
            ":" in label[:_LONGEST_LABEL]
            and words[:1] != []
            and words[0].strip(",:") in self._known.goes_on
        )

    def _may_be_carried(self, claim: Claim, attribution: Attribution) -> bool:
        """Whether somebody says the words in sentences that have no source of their own."""
        first, last = min(claim.sentences), max(claim.sentences)
        if attribution.speaker_name is None or _is_by_outlet(attribution):
            return False
        start = self._sentences[first].tokens[0].start
        end = self._sentences[last].tokens[-1].end
        if links_between(self._article, start, end):
            return False
        if any(start < mark.at <= end + 1 for mark in self._article.marks):
            return False
        opening = self._sentences[first]
        if not self._adds(claim) and is_another_occasion(opening, self._words, self._known):
            return False
        return not is_told_here(self._article, start, end, claim.contents)


def _is_by_outlet(attribution: Attribution) -> bool:
    """Whether an outlet carried the words; 'the Court' is an institution that says its own."""
    outlet = attribution.outlet
    is_itself = attribution.outlet_span == attribution.speaker
    return outlet is not None and not (is_itself and outlet.kind is OutletKind.INSTITUTION)


def _place(attribution: Attribution) -> tuple[int, int]:
    """Where an attribution stands; one around others comes first."""
    return attribution.contents[0].start, -attribution.contents[-1].end


def _with_reporters_link(
    claim: Claim, attribution: Attribution, around: Sequence[Attribution]
) -> Attribution:
    """The link of who reports that somebody says the words: '“…,” Lee said, [a paper wrote]'."""
    if claim.cue is None or not around:
        return attribution
    reported = around[-1].contents[0]
    start, end = attribution.contents[0].start, max(attribution.contents[-1].end, claim.cue.end)
    if reported.start <= min(start, claim.cue.start) and end <= reported.end:
        return replace(attribution, cited=around[-1].cited, url=around[-1].url)
    return attribution
