"""Words that nobody is named for, held against the page that the article ties them to."""

from pathlib import Path

import pytest

from tests.end_to_end.test_tied_links import FORMS, GAZETTE, audited
from tests.end_to_end.web import Answer, page

SAID = "sent in good faith and before any decision had been taken"
PAGE = page("Letters", [f"The letters were {SAID}, the firm wrote.", "It rained all day."] * 3)
RAIN = page("Rain", ["It rained all day in the harbour, and the fair was called off."] * 5)
NOTE = f"[^1]: The Gazette, {GAZETTE}"
MARKED = "It is known that the letters were “%s”[^1] and the shops are closed."
AT_THE_END = "It is known that the letters were “%s” and the shops are closed.[^1]"
LINKED = "It is known that the letters were {“%s”|" + GAZETTE + "} and the shops are closed."


def checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, there: str, form: str = "md"
) -> tuple[str, set[str]]:
    """The verdict on the words, and the rules that speak of them."""
    paragraphs = [text, NOTE] if "[^1]" in text else [text]
    _, report, _ = audited(tmp_path, capsys, paragraphs, [Answer(GAZETTE, there)], form)
    [said] = [each for each in report["attributions"] if each["kind"] == "unattributed"]
    found = {each["rule"] for each in report["findings"] if each["attribution_id"] == said["id"]}
    return said["verdict"], found - {"quote-unattributed"}


@pytest.mark.parametrize("text", [MARKED, AT_THE_END, LINKED])
def test_words_that_stand_there_are_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert checked(tmp_path, capsys, text % SAID, PAGE) == ("verbatim", set())


@pytest.mark.parametrize("text", [MARKED, AT_THE_END, LINKED])
def test_words_that_were_changed_are_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    changed = SAID.replace("before", "after")
    assert checked(tmp_path, capsys, text % changed, PAGE) == ("altered", {"quote-altered"})


@FORMS
def test_words_that_a_link_stands_on_and_that_are_not_there_are_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    found = checked(tmp_path, capsys, LINKED % SAID, RAIN, form)
    assert found == ("not-compared", {"quote-not-in-cited"})


@pytest.mark.parametrize(
    ("text", "rules"), [(MARKED % SAID, {"quote-not-in-cited"}), (AT_THE_END % SAID, set())]
)
def test_a_note_right_behind_words_is_for_them_and_one_at_the_end_may_not_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, rules: set[str]
) -> None:
    assert checked(tmp_path, capsys, text, RAIN) == ("not-compared", rules)


@pytest.mark.parametrize("words", ["zombie firms", "the good faith"])
def test_a_turn_of_phrase_is_not_held_against_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    assert checked(tmp_path, capsys, MARKED % words, RAIN) == ("not-compared", set())


@FORMS
@pytest.mark.parametrize(
    ("words", "there", "found"),
    [
        (SAID, PAGE, ("verbatim", set())),
        (SAID.replace("before", "after"), PAGE, ("altered", {"quote-altered"})),
        (SAID, RAIN, ("not-compared", set())),
    ],
)
def test_words_in_a_sentence_without_a_link_are_held_against_those_of_its_paragraph(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    form: str,
    words: str,
    there: str,
    found: tuple[str, set[str]],
) -> None:
    text = f"There is {{a tract|{GAZETTE}}} on it. It is known that the letters were “{words}”."
    assert checked(tmp_path, capsys, text, there, form) == found
