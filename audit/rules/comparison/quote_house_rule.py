"""quote-house-rule: a quotation is printed as the guide of the chosen house advises against."""

import re
from collections.abc import Iterator

from audit.model import (
    AttributionKind,
    EditMark,
    Facts,
    Finding,
    PartCheck,
    PrintedAs,
    Severity,
    Verdict,
)
from audit.rules.facts import all_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import quoted

_THERE = frozenset({Verdict.VERBATIM, Verdict.EDITED})
_TIGHT = re.compile(r"[^\s.…\[(](?:…|\.{3})|(?:…|\.{3})[^\s.…\])]")
_FEW_WORDS = 2


def _find(facts: Facts) -> Iterator[Finding]:
    if not facts.house:
        return
    for check, part, _ in all_parts(facts):
        if part.check.verdict not in _THERE:
            continue
        printed = _printed(part, is_mixed=check.attribution.kind is AttributionKind.MIXED)
        for line in facts.house:
            if not line.is_allowed and not line.printed.isdisjoint(printed):
                guide = f" ({line.guide})" if line.guide else ""
                yield RULE.on_part(f"{quoted(part.check.quote)}: {line.rule}{guide}", check, part)


def _printed(part: PartCheck, *, is_mixed: bool) -> frozenset[PrintedAs]:
    """What of how a quotation is printed a house may have a rule on."""
    quote, edits = part.check.quote, part.check.edits
    found = set()
    if EditMark.BRACKETS in edits:
        is_square = "[" in quote
        found.add(PrintedAs.SQUARE_BRACKETS if is_square else PrintedAs.ROUND_BRACKETS)
    if EditMark.ELLIPSIS in edits and _TIGHT.search(quote):
        found.add(PrintedAs.TIGHT_ELLIPSIS)
    if is_mixed and len(quote.split()) <= _FEW_WORDS:
        found.add(PrintedAs.FRAGMENT)
    return frozenset(found)


RULE = Rule(
    id="quote-house-rule",
    summary="A quotation is printed in a way that the guide of the chosen house advises against",
    severity=Severity.NOTE,
    confidence=Confidence.HIGH,
    help=(
        "The words are the source's; the rule is on brackets, ellipses or fragments, as the published guide of"
        " the house has it that ‘style’ names, or a [[house]] line of the settings. Without either nothing is said."
        " Example: the style is the AP's, which asks for a space on either side of an ellipsis, and the article"
        " has “we came...we saw”."
    ),
    links=("https://writingexplained.org/ap-style/ap-style-quotes",),
    find=_find,
)
