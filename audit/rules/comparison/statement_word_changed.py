"""statement-word-changed: the source's sentence has all words of a statement but a telling one."""

from collections.abc import Iterator, Sequence

from audit.model import AttributionCheck, FactKind, Facts, Finding, Missing, Severity
from audit.rules.facts import ComparedWords
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted, speaker_of


def _find(facts: Facts) -> Iterator[Finding]:
    records = {record.source.id: record for record in facts.sources}
    compared = ComparedWords(facts)
    for check in facts.checks:
        record = records.get(check.source_id) if check.source_id else None
        for missing in check.missing:
            span = missing.fact.span
            if missing.fact.kind is not FactKind.WORD or compared.has(span):
                continue
            yield RULE.finding(
                _message(missing, check, page_name(record)),
                words=span.text,
                attribution_id=check.attribution.id,
                source_id=check.source_id,
                confidence=Confidence.LOW if check.found_elsewhere else None,
            )


def _message(missing: Missing, check: AttributionCheck, there: str) -> str:
    """What a page has in the place of a word, of a name, or of who says it."""
    ours, theirs = quoted(missing.fact.span.text), quoted(missing.nearest)
    names = missing.fact.span.text.split(), missing.nearest.split()
    if _share_first(*names):
        return f"{ours} is not in {there}, which has {theirs}: the first name is the same, the last is another."
    if missing.fact.span == check.attribution.speaker:
        credited = quoted(speaker_of(check.attribution) or "")
        return (
            f"A sentence of {there} that has the words as the article has them is said by {theirs}; the"
            f" article credits {credited}."
        )
    if _are_namesakes(*names):
        return f"{ours} is not in {there}, which has {theirs}: the last name is the same, the first is another."
    return f"{ours} stands as {theirs} in a sentence of {there} that tells the same."


def _share_first(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two names in full share the first, and not the last."""
    return _are_full(ours, theirs) and ours[0] == theirs[0] and ours[-1] != theirs[-1]


def _are_namesakes(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two names in full share the last."""
    return _are_full(ours, theirs) and ours[-1] == theirs[-1]


def _are_full(*names: Sequence[str]) -> bool:
    """Whether words are names in full: not 'will reopen' and 'will not reopen'."""
    return all(len(words) > 1 and all(word[0].isupper() for word in words) for words in names)


RULE = Rule(
    id="statement-word-changed",
    summary="The source has the sentence of a statement with another person, the opposite or a negation in it",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "A statement without quotation marks was taken over from the source nearly word for word, and one word"
        " of it is another: the name of somebody else whom the page names, the opposite ('opened' for 'closed'),"
        " or a 'not' that one of the two has; or the page names somebody else who says it. Read the sentence"
        " named beside it. Other words may be changed freely: they are not looked at. Of a statement in words of"
        " its own it is told that the page has the contrary of what is done ('backed' for 'would oppose'), another"
        " day of the week, or the person by one of two names and by another one for the other."
        " Example: the article has “Cruz will vote against the bill in March”, the source the same of Rubio."
    ),
    links=("https://www.bbc.com/editorialguidelines/guidelines/accuracy",),
    find=_find,
)
