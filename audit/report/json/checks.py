"""The attributions of ``report.json`` with their checks: spans, places, differences, passages."""

from collections.abc import Mapping
from typing import Any

from audit.model import (
    Article,
    Attribution,
    AttributionCheck,
    Outlet,
    Page,
    PartCheck,
    Place,
    Post,
    QuoteCheck,
    Selector,
    Span,
)
from audit.report.json.discovered import search_object
from audit.report.passages import article_passage, source_passage
from audit.report.places import spans, where

SCORE_DIGITS = 4  # so that the last bits of a float never make two reports differ


def untold_object(article: Article, said: Attribution) -> dict[str, Any]:
    """A sentence that was compared with nothing."""
    return {"id": said.id, "contents": [_span(article, span) for span in said.contents]}


def attribution_object(
    article: Article, check: AttributionCheck, pages: Mapping[str, Page | None]
) -> dict[str, Any]:
    """One attribution, and what came of it."""
    attribution = check.attribution
    return {
        **said_object(article, attribution),
        "passage": article_passage(article, spans(attribution)),
        "standing": check.standing,
        "verdict": check.verdict,
        "reason": check.reason,
        "source_id": check.source_id,
        "found_elsewhere": check.found_elsewhere,
        "notes": list(check.notes),
        "missing": [
            {
                "kind": missing.fact.kind,
                "span": _span(article, missing.fact.span),
                "nearest": missing.nearest,
            }
            for missing in check.missing
        ],
        "closest": [
            {**_place(sentence.place), "text": sentence.text} for sentence in check.closest
        ],
        "parts": [part_object(part, pages) for part in check.parts],
        "searched": list(check.searched),
        "search": search_object(check.search) if check.search else None,
    }


def said_object(article: Article, attribution: Attribution) -> dict[str, Any]:
    """One attribution as the article has it, before anything was compared."""
    return {
        "id": attribution.id,
        "kind": attribution.kind,
        "contents": [_span(article, span) for span in attribution.contents],
        "cue": _span(article, attribution.cue),
        "speaker": _span(article, attribution.speaker),
        "speaker_name": attribution.speaker_name,
        "speaker_title": attribution.speaker_title,
        "name_is_written": attribution.name_is_written,
        "outlet": _outlet(attribution.outlet) if attribution.outlet else None,
        "outlet_span": _span(article, attribution.outlet_span),
        "via": _span(article, attribution.via),
        "url": attribution.url,
        "cited": list(attribution.cited),
        "post": _post(attribution.post) if attribution.post else None,
        "within": attribution.within,
        "inside": attribution.inside,
        "facts": [
            {"kind": fact.kind, "span": _span(article, fact.span)} for fact in attribution.facts
        ],
    }


def _span(article: Article, span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    place = where(article, span.start)
    return {
        "start": span.start,
        "end": span.end,
        "text": span.text,
        "line": place.line,
        "paragraph": place.paragraph,
    }


def _outlet(outlet: Outlet) -> dict[str, Any]:
    return {
        "name": outlet.name,
        "domains": list(outlet.domains),
        "country": outlet.country,
        "kind": outlet.kind,
    }


def _post(post: Post) -> dict[str, Any]:
    return {
        "service": post.service,
        "author": post.author,
        "handle": post.handle,
        "date": post.date,
        "permalink": post.permalink,
        "truncated": post.truncated,
        "links": list(post.links),
        "media": list(post.media),
    }


def part_object(part: PartCheck, pages: Mapping[str, Page | None]) -> dict[str, Any]:
    """One part of an attribution, the passage of its source beside it."""
    page = pages.get(part.source_id) if part.source_id else None
    return {
        "source_id": part.source_id,
        "passage": source_passage(page, part),
        **check_object(part.check),
    }


def check_object(check: QuoteCheck) -> dict[str, Any]:
    """One quotation against one source."""
    return {
        "quote": check.quote,
        "verdict": check.verdict,
        "reason": check.reason,
        "weight": check.weight,
        "score": round(check.score, SCORE_DIGITS),
        "start": check.start,
        "end": check.end,
        "zone": check.zone,
        "fragments": [_place(place) for place in check.parts],
        "places": [_place(place) for place in check.places],
        "diff": [
            {
                "op": run.op,
                "quote": run.quote,
                "source": run.source,
                "marked": run.marked,
                "kind": run.kind,
                "weight": run.weight,
            }
            for run in check.diff
        ],
        "folds": list(check.folds),
        "edits": list(check.edits),
        "cautions": list(check.cautions),
        "said_by": check.said_by,
        "selector": _selector(check.selector) if check.selector else None,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"start": place.start, "end": place.end, "zone": place.zone}


def _selector(selector: Selector) -> dict[str, Any]:
    return {
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "directive": selector.directive,
    }
