"""What is kept of a page that was read, as JSON has it, and the wary way back."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from audit.match.speakers.voices import name_of
from audit.model import Attribution, AttributionKind, Page, PageBlock, Span, Zone

_TEXTS = ("title", "language", "why_not_whole")
_ZONES = {zone.value: zone for zone in Zone}
_FLAGS = ("whole", "for_subscribers", "sparse")


def page_as_json(page: Page) -> Any:
    """A page of text; None for one that has more: a post, a recording, the sheets of a PDF."""
    if page.post is not None or page.times or page.sheets or page.voices or page.heard:
        return None
    return {
        "text": page.text,
        "blocks": [(block.start, block.end, block.zone) for block in page.blocks],
        "seams": page.seams,
        **{name: getattr(page, name) for name in (*_TEXTS, *_FLAGS)},
    }


def page_of_json(told: Any, url: str | None) -> Page:
    """The way back.

    Raises:
        ValueError: It is no page, as for the other errors.
        TypeError: The same.
        LookupError: The same.
    """
    text = _a(str, told["text"])
    blocks = tuple(PageBlock(start, end, _ZONES[zone]) for start, end, zone in told["blocks"])
    seams = tuple(told["seams"])
    _refuse_disorder((offset for block in blocks for offset in (block.start, block.end)), text)
    _refuse_disorder(seams, text)
    named: dict[str, Any] = {name: _a(bool, told[name]) for name in _FLAGS}
    for name in _TEXTS:
        named[name] = None if told[name] is None else _a(str, told[name])
    if named["why_not_whole"] is None:
        raise ValueError
    return Page(text, blocks, url=url, seams=seams, **named)


def voices_alone(attributions: Iterable[Attribution]) -> Sequence[Attribution]:
    """Attributions with nothing but who says it, and where, in their order.

    Without those of nobody.
    """
    return [
        Attribution(
            said.id,
            AttributionKind.DIRECT,
            said.contents,
            speaker_name=name,
            name_is_written=said.name_is_written,
        )
        for said in attributions
        if (name := name_of(said))
    ]


def voices_as_json(voices: Sequence[Attribution]) -> Any:
    """Voices as ``voices_alone`` gives them."""
    return [
        (
            said.id,
            said.speaker_name,
            said.name_is_written,
            [(span.start, span.end) for span in said.contents],
        )
        for said in voices
    ]


def voices_of_json(told: Any, text: str) -> Sequence[Attribution]:
    """The way back; see ``page_of_json``."""
    found = []
    for identity, name, is_written, places in told:
        for start, end in places:
            _refuse_disorder((start, end), text)
        found.append(
            Attribution(
                _a(str, identity),
                AttributionKind.DIRECT,
                tuple(Span(start, end, text[start:end]) for start, end in places),
                speaker_name=_a(str, name),
                name_is_written=_a(bool, is_written),
            )
        )
    return found


def _a(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError
    return value


def _refuse_disorder(offsets: Iterable[int], text: str) -> None:
    """Refuses offsets that do not ascend from within a text to within it."""
    for first, second in pairwise((0, *offsets, len(text))):
        if type(second) is not int or first > second:
            raise ValueError
