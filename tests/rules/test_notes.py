"""What is said of notes that are missing, doubtful or never cited."""

from dataclasses import replace

from audit.model import Facts, Note, NoteMark, Span
from audit.rules import judge
from tests.rules.made import ARTICLE


def told(notes: tuple[Note, ...], marks: tuple[NoteMark, ...]) -> list[tuple[str, str]]:
    facts = Facts(replace(ARTICLE, notes=notes, marks=marks), (), ())
    return [(finding.rule, finding.message) for finding in judge(facts)]


FIRST = Note("1", "Gazette", Span(0, 7, "Gazette"), ("https://gazette.example/a",))
SECOND = replace(FIRST, label="2", text="Post")


def test_a_mark_without_a_note_and_a_note_without_a_mark() -> None:
    found = told(
        (FIRST, SECOND), (NoteMark(3, 0, "1"), NoteMark(5, None, "7"), NoteMark(6, None, "7"))
    )
    assert [rule for rule, _ in found] == ["note-missing", "note-uncited"]
    assert "“7”" in found[0][1]
    assert "Note 2, “Post”," in found[1][1]


def test_marks_in_an_article_without_notes_are_told_once() -> None:
    found = told((), tuple(NoteMark(at, None, str(at)) for at in range(20)))
    assert [rule for rule, _ in found] == ["note-missing"]
    assert "“0”, “1”" in found[0][1]
    assert "“19”" not in found[0][1]


def test_a_doubtful_mark_accuses_neither_entry() -> None:
    other = replace(FIRST, label="3")
    found = told(
        (FIRST, FIRST, other), (NoteMark(1, None, "1", is_ambiguous=True), NoteMark(2, 2, "3"))
    )
    assert [rule for rule, _ in found] == ["note-missing"]
    assert "more than one" in found[0][1]


def test_a_list_that_nothing_cites_is_further_reading() -> None:
    assert not told((FIRST, SECOND), ())
    assert not told((FIRST, replace(SECOND, group=1)), (NoteMark(3, 0, "1"),))
