"""What the tests of extraction share: an article from a line of text, and its attributions in short."""

from audit import extract, read_article
from audit.model import Attribution, AttributionKind


def attributions(text: str, *, format: str = "text") -> tuple[Attribution, ...]:  # noqa: A002 — as in the API
    return extract(read_article(text.encode(), format=format))


def quoted(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """(speaker, words) of every quotation, those of nobody too."""
    return [
        (
            attribution.speaker.text if attribution.speaker else None,
            tuple(span.text for span in attribution.contents),
        )
        for attribution in attributions(text)
        if attribution.kind is not AttributionKind.INDIRECT
    ]


def stated(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """(speaker, words) of every indirect statement."""
    return [
        (
            attribution.speaker.text if attribution.speaker else None,
            tuple(span.text for span in attribution.contents),
        )
        for attribution in attributions(text)
        if attribution.kind is AttributionKind.INDIRECT
    ]
