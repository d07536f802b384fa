"""quote-language-differs: quotation and source are in two languages; nothing was compared."""

from collections.abc import Iterator

from audit.model import Facts, Finding, NotCompared, Severity, SourceRecord
from audit.rules.facts import all_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import clip, page_name, quoted

_LONGEST_TAG = 20  # characters of a language tag


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in all_parts(facts):
        if part.check.reason is NotCompared.LANGUAGE_DIFFERS:
            yield RULE.on_part(
                f"{quoted(part.check.quote)} is in another language than {page_name(record)}{_which(record)},"
                " so they were not compared. Have the translation read beside the source.",
                check,
                part,
            )


def _which(record: SourceRecord | None) -> str:
    """The language that a page says it is in."""
    language = record.page.language if record is not None and record.page is not None else None
    return f" (its language: {clip(language, _LONGEST_TAG)})" if language else ""


RULE = Rule(
    id="quote-language-differs",
    summary="A quotation is in another language than its source, so they could not be compared",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "A translation has other words than its original, and is not wrong for it. Have somebody read both who"
        " knows the languages; say in the article that the words are translated. Example: “We will rebuild the"
        " school”, linked to a page in Ukrainian."
    ),
    links=(
        "https://www.rfc-editor.org/info/bcp47",
        "https://www.bbc.com/editorialguidelines/guidelines/accuracy",
    ),
    find=_find,
)
