"""``report.json`` read back: what an earlier audit said, as the nouns it was written from.

The file may come from anybody: its shape is checked, its size bounded, and nothing in it is opened here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from audit.errors import ReadError
from audit.model import (
    Archive,
    Attribution,
    Capture,
    Hop,
    NotCompared,
    Outcome,
    Outlet,
    Pairing,
    Source,
    Standing,
    Style,
    Verdict,
)
from audit.report.json import SCHEMA_ID

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LARGEST = 200_000_000  # bytes
_MOST_OF_A_BODY = 1_000_000_000  # bytes: the most that a run may be told to keep


@dataclass(frozen=True, slots=True)
class ToldCapture:
    """A capture as a report tells of it: without its body, which had ``length`` bytes."""

    capture: Capture
    length: int


@dataclass(frozen=True, slots=True)
class ToldCheck:
    """What a report says of one attribution; ``parts`` are the objects of its JSON."""

    attribution: Attribution
    verdict: Verdict
    reason: NotCompared | None
    source_id: str | None
    found_elsewhere: bool
    parts: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class ToldSource:
    """A source, what came back for it, and for the short link that led to it."""

    source: Source
    capture: ToldCapture
    trail: ToldCapture | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says. ``article_sha256`` is of the article's bytes, ``own`` its capture."""

    path: Path
    tool_version: str
    style: Style
    article_path: str | None
    article_url: str | None
    article_sha256: str
    article_published: str | None
    own: ToldCapture | None
    checks: tuple[ToldCheck, ...]
    pairings: tuple[Pairing, ...]
    sources: tuple[ToldSource, ...]
    archives: tuple[Archive, ...]


def load_report(path: Path) -> Told:
    """Reads a ``report.json``.

    Raises:
        ReadError: The file cannot be read, or is no report of this version's schema.
    """
    tree = _tree(path)
    if not isinstance(tree, dict) or tree.get("schema") != SCHEMA_ID:
        raise ReadError(f"{path}: not a report of citeaudit: give the report.json of an audit")
    from pydantic import ValidationError  # noqa: PLC0415 — pydantic is slow to import

    try:
        report = _shape().model_validate(tree)
    except ValidationError as error:
        where = "/".join(str(step)[:40] for step in error.errors(include_url=False)[0]["loc"])
        raise ReadError(
            f"{path}: not as a report of this version is written, at {where}: run the audit again"
        ) from None
    told = _told(path, report)
    known = {source.source.id for source in told.sources}
    if any(not known.issuperset(pairing.source_ids) for pairing in told.pairings):
        raise ReadError(f"{path}: it names a source that it does not have: run the audit again")
    if len(known) != len(told.sources) or len(told.pairings) != len(
        {pairing.attribution_id for pairing in told.pairings}
    ):
        raise ReadError(f"{path}: it uses one id for two things: run the audit again")
    return told


def _tree(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise ReadError(f"{path} cannot be read ({error.strerror}): check the path") from None
    if len(data) > _LARGEST:
        raise ReadError(f"{path} is larger than {_LARGEST // 1_000_000} MB: is it the right file?")
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise ReadError(f"{path}: not a report of citeaudit: it is not JSON") from None


def _shape() -> Any:
    """The part of the schema that is read back, as a pydantic model; other keys are passed over."""
    from pydantic import BaseModel, Field  # noqa: PLC0415 — pydantic is slow to import

    text = Annotated[str, Field(max_length=1_000_000)]

    class Answer(BaseModel):
        final_url: text
        hops: tuple[Hop, ...]
        outcome: Outcome
        reason: text
        status: int | None
        content_type: text | None
        sha256: text | None
        length: Annotated[int, Field(ge=0, le=_MOST_OF_A_BODY)]
        record_id: text | None
        fetched_at: text | None
        archived_at: text | None
        saved_as: text | None
        canonical: text | None
        file: text | None

    class Asked(Answer):
        url: text

    class Cited(Answer):
        id: text
        url: text
        words_at: text
        standing: Standing
        outlet: text | None
        trail: Asked | None

    class Checked(BaseModel):
        id: text
        standing: Standing
        verdict: Verdict
        reason: NotCompared | None
        source_id: text | None
        found_elsewhere: bool
        paired_with: tuple[text, ...]
        parts: tuple[dict[str, Any], ...]

    class Tool(BaseModel):
        version: text

    class About(BaseModel):
        path: text | None
        url: text | None
        sha256: text
        published: text | None
        capture: Asked | None

    class Report(BaseModel):
        schema_: Literal["urn:citeaudit:schema:report:1"] = Field(alias="schema")
        tool: Tool
        style: Style
        article: About
        attributions: tuple[Attribution, ...]
        checked: tuple[Checked, ...] = Field(alias="attributions")
        sources: tuple[Cited, ...]
        archives: tuple[Archive, ...]

    return Report


def _told(path: Path, report: Any) -> Told:
    own = report.article.capture
    return Told(
        path=path,
        tool_version=report.tool.version,
        style=report.style,
        article_path=report.article.path,
        article_url=report.article.url,
        article_sha256=report.article.sha256,
        article_published=report.article.published,
        own=_capture(own, own.url) if own is not None else None,
        checks=tuple(
            ToldCheck(
                attribution,
                one.verdict,
                one.reason,
                one.source_id,
                one.found_elsewhere,
                one.parts,
            )
            for attribution, one in zip(report.attributions, report.checked, strict=True)
        ),
        pairings=tuple(Pairing(one.id, one.standing, one.paired_with) for one in report.checked),
        sources=tuple(_source(one) for one in report.sources),
        archives=report.archives,
    )


def _source(one: Any) -> ToldSource:
    outlet = Outlet(one.outlet) if one.outlet is not None else None
    source = Source(one.id, one.url, one.words_at, one.standing, outlet, one.file)
    trail = _capture(one.trail, one.trail.url) if one.trail is not None else None
    return ToldSource(source, _capture(one, one.words_at), trail)


def _capture(one: Any, url: str) -> ToldCapture:
    capture = Capture(
        url=url,
        outcome=one.outcome,
        final_url=one.final_url,
        hops=one.hops,
        status=one.status,
        content_type=one.content_type,
        sha256=one.sha256,
        record_id=one.record_id,
        fetched_at=one.fetched_at,
        archived_at=one.archived_at,
        saved_as=one.saved_as,
        canonical=one.canonical,
        reason=one.reason,
        file=one.file,
    )
    return ToldCapture(capture, one.length)
