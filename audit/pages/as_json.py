"""What is kept of a page that was read, as JSON has it, and the wary way back."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from audit.match.speakers.voices import name_of, speaks_as_outlet
from audit.model import Attribution, AttributionKind, Outlet, Page, PageBlock, Span, Zone

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
    """Attributions with nothing but who says it, and where both stand, in their order.

    The outlet of one is kept where it is the one who says it. Those of nobody are left out.
    """
    return [_voice_alone(said, name) for said in attributions if (name := name_of(said))]


def _voice_alone(said: Attribution, name: str) -> Attribution:
    outlet = said.outlet if speaks_as_outlet(said) else None
    return Attribution(
        said.id,
        AttributionKind.DIRECT,
        said.contents,
        speaker=said.speaker,
        speaker_name=name,
        name_is_written=said.name_is_written,
        outlet=Outlet(outlet.name) if outlet is not None else None,
        outlet_span=said.outlet_span if outlet is not None else None,
    )


def voices_as_json(voices: Sequence[Attribution]) -> Any:
    """Voices as ``voices_alone`` gives them."""
    return [
        (
            said.id,
            said.speaker_name,
            said.name_is_written,
            [_ends(span) for span in said.contents],
            _ends(said.speaker),
            said.outlet.name if said.outlet is not None else None,
            _ends(said.outlet_span),
        )
        for said in voices
    ]


def _ends(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span is not None else None


def voices_of_json(told: Any, text: str) -> Sequence[Attribution]:
    """The way back; see ``page_of_json``."""
    found = []
    for identity, name, is_written, places, speaker, outlet, outlet_place in told:
        found.append(
            Attribution(
                _a(str, identity),
                AttributionKind.DIRECT,
                tuple(_span(place, text) for place in places),
                speaker=_span(speaker, text) if speaker is not None else None,
                speaker_name=_a(str, name),
                name_is_written=_a(bool, is_written),
                outlet=Outlet(_a(str, outlet)) if outlet is not None else None,
                outlet_span=_span(outlet_place, text) if outlet_place is not None else None,
            )
        )
    return found


def _span(place: Any, text: str) -> Span:
    start, end = place
    _refuse_disorder((start, end), text)
    return Span(start, end, text[start:end])


def _a(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError
    return value


def _refuse_disorder(offsets: Iterable[int], text: str) -> None:
    """Refuses offsets that do not ascend from within a text to within it."""
    for first, second in pairwise((0, *offsets, len(text))):
        if type(second) is not int or first > second:
            raise ValueError
