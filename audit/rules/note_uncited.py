"""note-uncited: an entry of the article's notes or references that nothing in its text cites."""

from collections.abc import Iterator

from audit.model import Facts, Finding, Note, Severity
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import LONGEST_QUOTED, clip, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    article = facts.article
    cited = {mark.note for mark in article.marks if mark.note is not None}
    doubtful = {mark.label for mark in article.marks if mark.note is None}
    lists = {article.notes[number].group for number in cited}
    for number, note in enumerate(article.notes):
        if number not in cited and note.group in lists and note.label not in doubtful:
            yield RULE.finding(
                f"{_named(note)} is listed, and nothing in the article cites it.",
                words=clip(f"{note.label} {note.text}", LONGEST_QUOTED),
            )


def _named(note: Note) -> str:
    return f"Note {note.label}, {quoted(note.text)}," if note.label else quoted(note.text)


RULE = Rule(
    id="note-uncited",
    summary="A note or a reference is listed and nothing in the article cites it",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    help=(
        "Other entries of the same list are cited. A sentence may have lost its mark when it was edited, or the"
        " entry stayed when the sentence went. Lists that nothing cites at all, as of further reading, are not"
        " meant. Example: the sources are numbered 1 to 6, and the text cites 1 to 5."
    ),
    links=("https://www.bbc.com/editorialguidelines/guidelines/accuracy",),
    find=_find,
)
