"""What several sources, and the several parts of an attribution, amount to."""

from collections.abc import Sequence

from audit.match.reader import Reader
from audit.model import (
    CLOSEST_FIRST,
    WORST_FIRST,
    Attribution,
    AttributionCheck,
    PartCheck,
    QuoteCheck,
    Standing,
)


def best_of(
    attribution: Attribution, source_ids: Sequence[str], reader: Reader
) -> tuple[str, tuple[QuoteCheck, ...]]:
    """The source that has the words best, all parts together."""
    compared = [(source_id, reader.parts(attribution, source_id)) for source_id in source_ids]

    def rank(pair: tuple[str, tuple[QuoteCheck, ...]]) -> tuple[list[int], float]:
        ranks = sorted((CLOSEST_FIRST.index(part.verdict) for part in pair[1]), reverse=True)
        return ranks, -sum(part.score for part in pair[1])

    return min(compared, key=rank)


def checked(
    attribution: Attribution,
    standing: Standing,
    parts: Sequence[QuoteCheck],
    source_id: str,
) -> AttributionCheck:
    """The check of an attribution whose parts were compared with one source: the worst counts."""
    worst = min(parts, key=lambda part: WORST_FIRST.index(part.verdict))
    return AttributionCheck(
        attribution,
        standing,
        worst.verdict,
        worst.reason,
        tuple(PartCheck(part, source_id) for part in parts),
        source_id,
    )
