"""note-missing: a mark cites a note or reference that the article lists not at all, or twice."""

from collections.abc import Iterator

from audit.model import Facts, Finding, NoteMark, Severity
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import quoted

_MOST_NAMED = 8


def _find(facts: Facts) -> Iterator[Finding]:
    article = facts.article
    missing = _labels(
        mark
        for mark in article.marks
        if mark.note is None and not (mark.is_ambiguous or mark.says_unsourced)
    )
    if missing and not article.notes:
        named = ", ".join(quoted(label) for label in missing[:_MOST_NAMED])
        yield RULE.finding(
            f"The article cites notes ({named}{' …' if len(missing) > _MOST_NAMED else ''}) and lists none, so"
            " nothing is known of the sources meant."
        )
        return
    for label in missing:
        yield RULE.finding(
            f"The article cites {quoted(label)}, and no note or reference that it lists is called so.",
            words=label,
        )
    for label in _labels(mark for mark in article.marks if mark.is_ambiguous):
        yield RULE.finding(
            f"The article cites {quoted(label)}, and more than one note or reference that it lists fits: none"
            " was taken for the source.",
            words=label,
        )


def _labels(marks: Iterator[NoteMark]) -> list[str]:
    """What the marks say, each once, in the order of the text."""
    return list(dict.fromkeys(mark.label for mark in marks))


RULE = Rule(
    id="note-missing",
    summary="A mark cites a note or a reference that is not listed, or that several entries fit",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    help=(
        "A footnote, a number in brackets or an author and a year stands for an entry of the article's own list,"
        " and there is none, or two. Words with such a mark are compared with no page on its account. Add the"
        " entry, or tell the two apart. Example: “… in spring” [7], and the list of sources ends at 6; (Lee 2024),"
        " and the references have 2024a and 2024b."
    ),
    links=("https://www.bbc.com/editorialguidelines/guidelines/accuracy",),
    find=_find,
)
