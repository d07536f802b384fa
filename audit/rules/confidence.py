"""How sure a finding is, where what it rests on is less sure than its rule usually is."""

from audit.model import AttributionCheck, AttributionKind, Caution, Confidence, PartCheck, Standing

_SUREST_FIRST = tuple(Confidence)
_FEWEST_WORDS = 6
_LEAST_ALIKE = 0.7  # of a score, in which 1 is all words in order
_TIED = frozenset({Standing.LINKED, Standing.SUPPLIED})


def of_part(usual: Confidence, check: AttributionCheck, part: PartCheck) -> Confidence:
    """That of a finding on one part of a quotation.

    One or two words are found by chance: low. Where neither a link nor the sources file ties the
    words to the page, or nobody is named for them, it may be another's words that are near: medium,
    unless they are plainly the same but for what differs.
    """
    if Caution.SHORT in part.check.cautions:
        return Confidence.LOW
    is_tied = check.standing in _TIED and not check.found_elsewhere
    is_somebodys = check.attribution.kind is not AttributionKind.UNATTRIBUTED
    if (is_tied and is_somebodys) or _are_plainly_the_same(part):
        return usual
    return max(usual, Confidence.MEDIUM, key=_SUREST_FIRST.index)


def _are_plainly_the_same(part: PartCheck) -> bool:
    """Whether so many words are those of the source that they are no others which are near."""
    return len(part.check.quote.split()) >= _FEWEST_WORDS and part.check.score >= _LEAST_ALIKE


def of_credit(check: AttributionCheck, part: PartCheck) -> Confidence:
    """That of a finding on who says the words: by names on both sides, or by a pronoun.

    The source names who says them there. Low where the article's speaker was read from a pronoun
    or from what stands around the words, medium where the source is that of another outlet.
    """
    said = check.attribution
    if not part.check.said_by:
        return Confidence.MEDIUM
    if said.speaker_name is None or not said.name_is_written:
        return Confidence.LOW
    return of_part(Confidence.HIGH, check, part)
