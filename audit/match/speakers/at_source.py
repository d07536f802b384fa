"""Who says at the source the words that were found there, and what that makes of a check."""

from audit.match.cautions.namesakes import with_namesake
from audit.match.prepared.source import Prepared
from audit.match.speakers.said_by import with_other_voice, with_voice
from audit.match.speakers.voices import as_voices
from audit.model import ExtractPage, QuoteCheck, Verdict, Weight

FAIR = frozenset({Verdict.VERBATIM, Verdict.EDITED})
_PLAINLY_NEAR = 0.7  # of a score, in which 1 is all words in order
_FEWEST_NEAR = 6  # words of a quotation


def with_speaker(
    check: QuoteCheck,
    prepared: Prepared,
    speaker: str | None,
    extract: ExtractPage,
    *,
    named: bool,
    written: str = "",
) -> QuoteCheck:
    """A check with who says the words at the source; see ``verify_quote``."""
    if has_the_words(check):
        voices = as_voices(extract(prepared.page))
        check = with_voice(check, prepared, speaker, voices, named=named, written=written)
        if speaker is not None and named and has_the_words(check):
            check = with_namesake(check, prepared, speaker)
    elif speaker is not None and named and _is_plainly_near(check):
        check = with_other_voice(check, prepared, speaker, as_voices(extract(prepared.page)))
    return check


def has_the_words(check: QuoteCheck) -> bool:
    """Whether a source has the words, if in another style: '12-hour' is 'twelve-hour'."""
    is_styled = check.verdict is Verdict.ALTERED and check.weight is Weight.STYLE
    return check.verdict in FAIR or is_styled


def _is_plainly_near(check: QuoteCheck) -> bool:
    """Whether the words of a source differ, and are plainly those that the quotation is of."""
    return (
        check.verdict is Verdict.ALTERED
        and check.score >= _PLAINLY_NEAR
        and len(check.quote.split()) >= _FEWEST_NEAR
    )
