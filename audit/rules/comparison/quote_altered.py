"""quote-altered: a quotation and its source differ, and no mark says so."""

from collections.abc import Iterator

from audit.model import (
    DiffKind,
    Facts,
    Finding,
    PartCheck,
    Severity,
)
from audit.rules.facts import altered_parts, is_out_of_order, is_splice, kinds, severity_of
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import differences, page_name, quoted

_TOLD = frozenset({DiffKind.NUMBER, DiffKind.NEGATION})


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in altered_parts(facts):
        if _is_told(part):
            continue  # other rules say more of these
        what = differences(part.check.diff) or "the words stand in another order"
        yield RULE.on_part(
            f"{quoted(part.check.quote)} was compared with {page_name(record)} and differs: {what}.",
            check,
            part,
            severity_of(part),
        )


def _is_told(part: PartCheck) -> bool:
    """Whether a rule of its own tells what was changed."""
    return is_splice(part) or is_out_of_order(part) or not _TOLD.isdisjoint(kinds(part))


RULE = Rule(
    id="quote-altered",
    summary="A quotation differs from its source, and no ellipsis or bracket says so",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    help=(
        "The passage was found at the source with other words. Typography is never counted; a"
        " changed, added or dropped word, number or sign is. Restore the words of the source, or mark"
        " the change: an ellipsis for words left out, square brackets for words put in. A change of a"
        " word that carries meaning is an error, one of grammar, of an ending or a hedge a warning, one of"
        " style (a contraction, a filler left out, a spelled figure) a note. Example: the source has “we"
        " closed the school”, the article “we sold the school”."
    ),
    links=(
        "https://www.spj.org/spj-code-of-ethics/",
        "https://www.theguardian.com/guardian-observer-style-guide-q",
    ),
    find=_find,
)
