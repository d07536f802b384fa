"""An article's sources as comparing needs them: each made ready, each quotation tried, once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from audit.match.glance import may_have
from audit.match.prepared.blanks import with_blanks
from audit.match.prepared.quotation import Quotation
from audit.match.prepared.source import Prepared, prepare
from audit.match.speakers.said_by import with_voice
from audit.match.speakers.voices import (
    Voices,
    VoicesOfPage,
    is_named_beside,
    name_of,
    speaks_as_outlet,
)
from audit.match.verify import not_there, verify_quote
from audit.model import (
    Attribution,
    ExtractPage,
    HouseStyle,
    Keep,
    NotCompared,
    Page,
    Place,
    QuoteCheck,
    SourceRecord,
    Standing,
    Style,
    Verdict,
    Zone,
)

_ASIDE = frozenset({Zone.COMMENTS, Zone.RELATED, Zone.NAVIGATION})
_FEWEST_WORDS = 20  # of a text; with fewer, what is the text was not told
_THERE = frozenset({Verdict.VERBATIM, Verdict.EDITED, Verdict.MISATTRIBUTED})


class Reader:
    """Holds each source folded and searched for voices once, and compares quotations with it."""

    def __init__(
        self,
        records: Mapping[str, SourceRecord],
        extract: ExtractPage,
        style: Style | HouseStyle,
        begin: Callable[[str], None],
        written_in: str | None = None,
        *,
        keep: Keep | None = None,
    ) -> None:
        self.records = records
        self._begin = begin
        self._extract = extract
        self._style = style
        self._keep = keep
        self._written_in = written_in
        self._prepared: dict[str, Prepared] = {}
        self._articles: dict[str, Prepared] = {}
        self._quotations: dict[str, tuple[Quotation, ...]] = {}
        self._said: dict[str, Voices] = {}
        self._parts: dict[tuple[str, str], tuple[QuoteCheck, ...]] = {}
        self._lacking: dict[tuple[str, str], tuple[QuoteCheck, ...]] = {}
        self._asked: defaultdict[str, set[str]] = defaultdict(set)

    @cached_property
    def with_page(self) -> list[str]:
        """All readable sources, in their order: an article may have very many that are not."""
        return self.readable(self.records)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {source_id: place for place, source_id in enumerate(self.records)}

    def readable(self, ids: Iterable[str]) -> list[str]:
        """Those of the sources that have a page."""
        return [source_id for source_id in ids if self.records[source_id].page is not None]

    def searched(self, attribution: Attribution) -> tuple[str, ...]:
        """The sources in whose pages the words were looked for, in the order of sources."""
        return tuple(
            source_id
            for source_id in sorted(self._asked[attribution.id], key=self._places.__getitem__)
            if any(map(_was_tried, self._tried(attribution, source_id)))
        )

    def all_lack(self, attribution: Attribution) -> bool:
        """Whether the words were looked for in a page read whole, and stand in no page searched.

        A word or two that stand somewhere by chance are there, if not as anybody's words.
        """
        tried = [
            source_id
            for source_id in self.searched(attribution)
            if self.records[source_id].source.standing is not Standing.DISCOVERED
        ]
        return any(map(self.is_whole, tried)) and not any(
            part.verdict in _THERE
            for source_id in tried
            for part in self._tried(attribution, source_id)
        )

    def is_whole(self, source_id: str) -> bool:
        """Whether all of a source's page was read."""
        page = self.records[source_id].page
        return page is not None and page.whole

    def parts(self, attribution: Attribution, source_id: str) -> tuple[QuoteCheck, ...]:
        """A check for each part of an attribution against one readable source, worked out once."""
        key = attribution.id, source_id
        if key not in self._parts:
            self._asked[attribution.id].add(source_id)
            self._parts[key] = tuple(
                verify_quote(
                    quotation,
                    self.page(source_id),
                    speaker=_credited(attribution),
                    named=attribution.name_is_written,
                    written=attribution.speaker.text if attribution.speaker else "",
                    style=self._style,
                    extract=lambda page: self._voices(source_id, page),
                )
                for quotation in self._quoted(attribution)
            )
        return self._parts[key]

    def may_have(self, attribution: Attribution, source_id: str) -> bool:
        """Whether a readable source may have a part of an attribution, or nearly: a quick look.

        One that plainly has not counts as searched.
        """
        key = attribution.id, source_id
        if key in self._parts:
            return True
        if key not in self._lacking:
            prepared, quoted = self.page(source_id), self._quoted(attribution)
            if any(may_have(quotation, prepared) for quotation in quoted):
                return True
            self._asked[attribution.id].add(source_id)
            self._lacking[key] = tuple(not_there(quotation, prepared, 0.0) for quotation in quoted)
        return False

    def _tried(self, attribution: Attribution, source_id: str) -> tuple[QuoteCheck, ...]:
        """What came of looking for an attribution in a source; nothing where nobody looked."""
        key = attribution.id, source_id
        return self._parts.get(key) or self._lacking.get(key, ())

    def _quoted(self, attribution: Attribution) -> tuple[Quotation, ...]:
        """The parts of an attribution made ready once, for all sources."""
        if attribution.id not in self._quotations:
            self._quotations[attribution.id] = tuple(
                Quotation(content.text, self._written_in) for content in attribution.contents
            )
        return self._quotations[attribution.id]

    def page(self, source_id: str) -> Prepared:
        """A readable source folded, for work with it that begins now."""
        self._begin(source_id)
        if source_id not in self._prepared:
            page = self.records[source_id].page
            assert page is not None
            self._prepared[source_id] = prepare(page, self._keep)
        return self._prepared[source_id]

    def article(self, source_id: str) -> Prepared:
        """A readable source less what stands around its text: menus, comments, other articles.

        A figure of theirs is none of the text's. Offsets are those of the page.
        """
        if source_id not in self._articles:
            whole = self.page(source_id)
            text = _without_asides(whole.page)
            short = len(text.split()) < _FEWEST_WORDS
            self._articles[source_id] = (
                whole
                if short or text == whole.page.text
                else prepare(replace(whole.page, text=text), self._keep)
            )
        return self._articles[source_id]

    def said_by(self, source_id: str, part: QuoteCheck) -> str | None:
        """Who says the passage of a part in a source, where the source tells."""
        page = self.records[source_id].page
        if part.said_by is not None or page is None or part.start is None or part.end is None:
            return part.said_by
        said = self._voices(source_id, page).of(part.start, part.end)
        return name_of(said) if said is not None else None

    def stated_by_another(
        self, attribution: Attribution, source_id: str, place: Place
    ) -> str | None:
        """Who says at a passage what an article has somebody else state; None where nobody surely.

        Held against the article as the speaker of a quotation is.
        """
        speaker, page = _credited(attribution), self.page(source_id)
        if speaker is None or not attribution.name_is_written:
            return None
        if is_named_beside(speaker, page.page, place.start, place.end):
            return None  # worked out without reading who speaks on the page
        words = page.page.text[place.start : place.end]
        there = QuoteCheck(words, Verdict.VERBATIM, places=(place,))
        voices = self._voices(source_id, page.page)
        found = with_voice(there, page, speaker, voices, named=True)
        return found.said_by if found.verdict is Verdict.MISATTRIBUTED else None

    def _voices(self, source_id: str, page: Page) -> Voices:
        if source_id not in self._said:
            self._said[source_id] = VoicesOfPage(page, self._extract)
        return self._said[source_id]


def _without_asides(page: Page) -> str:
    """A page's text with spaces in place of what stands around its article."""
    asides = ((block.start, block.end) for block in page.blocks if block.zone in _ASIDE)
    return with_blanks(page.text, asides)


def _credited(attribution: Attribution) -> str | None:
    """The person or group that the article has say the words.

    None where an outlet does: it reports what others say, and on its own page they say it.
    """
    name = name_of(attribution)
    return None if name is None or speaks_as_outlet(attribution) else name


def _was_tried(part: QuoteCheck) -> bool:
    """Whether a page was searched: not in another language, nor for too many words."""
    return part.verdict is not Verdict.NOT_COMPARED or part.reason is NotCompared.SOURCE_NOT_WHOLE
