"""The words of an article that no source is known for, and what a search for one would look for."""

from collections.abc import Sequence
from dataclasses import replace

from audit.discover import wanted, what_is_sent
from audit.errors import InternalError
from audit.extract.outlets.mentions import outlets_named
from audit.listing import attributions_in, attributions_of
from audit.model import (
    Article,
    Attribution,
    AttributionCheck,
    AttributionKind,
    Capture,
    NotCompared,
    Outcome,
    Standing,
    Supplied,
    Verdict,
)
from audit.pipeline import Job
from audit.resolve import resolve
from audit.workers import GivenUp, Workers, compute

_QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED, AttributionKind.POST})


def unlinked_of(
    given: str | bytes, format_name: str | None, supplied: Sequence[Supplied], workers: Workers
) -> tuple[Article, tuple[Attribution, ...]]:
    """An article, and the attributions that neither a link nor the sources file ties to a source.

    Args:
        given: The path of the article, or its bytes.
        format_name: What it is written in, None where that is to be told by name and content.
        supplied: What the sources file has.
        workers: One of them reads it.

    Raises:
        ReadError: It cannot be read or has no text.
        InternalError: It could not be read, by a fault of ours or a bound.
    """
    article, attributions = attributions_of(given, format_name, workers)
    resolution = resolve(article, attributions, supplied, _asks_nobody)
    unlinked = {
        pairing.attribution_id
        for pairing in resolution.pairings
        if pairing.standing is Standing.UNLINKED
    }
    return article, tuple(
        attribution
        for attribution in attributions
        if attribution.id in unlinked and names_a_source(attribution)
    )


def names_a_source(attribution: Attribution) -> bool:
    """Whether words are quoted, or an outlet is named for them: a source is to be expected."""
    return attribution.kind in _QUOTED or attribution.outlet is not None


def searches_of(job: Job, workers: Workers) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """What a search for sources would look for in the article of a job.

    Each is the words, the addresses of sites and feeds that would be asked for, and the words
    that the user's search service would be sent.

    Raises:
        ReadError: It cannot be read or has no text.
        InternalError: It could not be read, by a fault of ours or a bound.
    """
    bare = replace(job, archive_keys=None, search_key=None)
    try:
        found: tuple[tuple[str, tuple[str, ...], str], ...] = compute(workers, _searches, bare)
    except GivenUp as given_up:
        name = job.input if isinstance(job.input, str) else "standard input"
        raise InternalError.of(name, given_up.why) from given_up
    return found


def _searches(job: Job) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    article, attributions = attributions_in(job.input, job.format)
    resolution = resolve(article, attributions, job.supplied, _asks_nobody)
    settings = job.settings.discovery
    checks = [
        AttributionCheck(said, pairing.standing, Verdict.NOT_COMPARED, NotCompared.NO_SOURCE)
        for said, pairing in zip(attributions, resolution.pairings, strict=True)
        if pairing.standing is Standing.UNLINKED
        or (pairing.standing is Standing.UNATTRIBUTED and not pairing.source_ids)
    ]
    return tuple(
        (each.quotation, each.asked, what_is_sent(each, settings))
        for each in wanted(article, checks, settings, outlets_named)
    )


def _asks_nobody(url: str) -> Capture:
    return Capture(url, Outcome.NOT_ARCHIVED, url)
