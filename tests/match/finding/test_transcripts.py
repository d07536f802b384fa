"""Transcripts: notes, time codes, labels and other speakers' turns are passed over and named."""

import pytest

from audit.match import verify_quote
from audit.match.passed_over.transcripts import blanked
from audit.model import Caution, QuoteCheck, Verdict

TRANSCRIPT = """\
MAYOR LUND: Good evening. (APPLAUSE) We lost nine people last night, and we will [inaudible] not forget them.
[00:04:10] The water is going down.
REPORTER: How fast?
MAYOR LUND: Slowly. It will take a week.
REPORTER: Will the bridge hold?
MAYOR LUND: It has held for a hundred years.
"""


def check(quote: str, source: str = TRANSCRIPT) -> QuoteCheck:
    return verify_quote(quote, source)


@pytest.mark.parametrize(
    ("quote", "names"),
    [
        ("Good evening. We lost nine people last night", {"stage-notes"}),
        ("we will not forget them. The water is going down.", {"stage-notes", "time-codes"}),
        (
            "The water is going down. Slowly. It will take a week.",
            {"speaker-labels", "other-turns"},
        ),
        (
            "It will take a week. It has held for a hundred years.",
            {"speaker-labels", "other-turns"},
        ),
    ],
)
def test_what_was_not_spoken_is_passed_over_and_named(quote: str, names: set[str]) -> None:
    found = check(quote)
    assert found.verdict is Verdict.VERBATIM
    assert set(found.folds) == names
    assert found.start is not None
    assert found.end is not None
    assert TRANSCRIPT[found.start : found.end].startswith(quote[:8])
    assert Caution.TWO_SPEAKERS not in found.cautions


def test_the_words_of_two_speakers_are_two_speakers_words() -> None:
    found = check("Will the bridge hold? It has held for a hundred years.")
    assert found.verdict is Verdict.VERBATIM
    assert Caution.TWO_SPEAKERS in found.cautions
    found = check("It will take a week … Will the bridge hold?")
    assert found.verdict is Verdict.EDITED
    assert Caution.TWO_SPEAKERS in found.cautions


def test_a_change_is_seen_through_the_notes() -> None:
    assert check("Good evening. We lost ten people last night").verdict is Verdict.ALTERED
    assert check("we will forget them. The water is going down.").verdict is Verdict.ALTERED
    assert check("The water is going down. Slowly. It will take a month.").verdict is (
        Verdict.ALTERED
    )


@pytest.mark.parametrize(
    "text",
    [
        "the council (the one in Vell) met at 10:30 (15:00 GMT)",
        "Note: this is what they said\nPrice: five pounds",
        "the music (by a local band) played on",
        "[a] [the] (in) words in brackets",
    ],
)
def test_words_in_brackets_are_no_notes(text: str) -> None:
    assert blanked(text) == text
    assert check(text, text).verdict is Verdict.VERBATIM
    shorter = text.replace("(the one in Vell) ", "").replace("(by a local band) ", "")
    if shorter != text:
        assert check(shorter, text).verdict is Verdict.ALTERED


def test_two_halves_around_she_said_are_one_quotation() -> None:
    source = "“We did not want this strike,” said Ines Calloway, “and we will not end it now.”"
    found = check("We did not want this strike, and we will not end it now", source)
    assert found.verdict is Verdict.VERBATIM
    assert "said-between" in found.folds
    changed = check("We did not want this strike, and we will end it now", source)
    assert changed.verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    ("source", "turned"),
    [
        ("“We will rebuild the school if the money lasts,” he said.", True),
        ("“We will rebuild the school, but only in brick,” he said.", True),
        ("“We will rebuild the school,” he said, “unless it rains.”", True),
        ("“We will rebuild the school, only if it is cheap,” he said.", True),
        ("“We will rebuild the school,” he said. But nobody believed him.", False),
        ("“We will rebuild the school. If it rains we will wait,” he said.", False),
        ("“We will rebuild the school and the church,” he said.", False),
    ],
)
def test_words_that_turn_the_sentence_are_a_caution(source: str, *, turned: bool) -> None:
    found = check("We will rebuild the school", source)
    assert found.verdict is Verdict.VERBATIM
    assert (Caution.TURNED_AFTER in found.cautions) is turned


@pytest.mark.parametrize(
    "mark",
    [
        "(see Lee & Day, 2020, p. 3; Roy et al. 2019)",
        "(vgl. Möller und Kern, 2018, S. 41)",
        "(zie Bos en Jansen, 2021, blz. 4)",
        "(cfr. Rossi e Bianchi, 2019, pag. 12)",
        "(véase García y otros, 2020, pág. 7)",
        "(voir Lefèvre et coll., 2017)",
    ],
)
def test_the_sources_of_a_paper_are_no_words_in_any_language(mark: str) -> None:
    found = check(
        "They lose the evening trade within a year",
        f"They lose the evening trade {mark} within a year of it.",
    )
    assert found.verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    "words",
    ["(in March 2024)", "(not all, said the 12)", "(Im März 2024)", "(and not before May 2021)"],
)
def test_other_words_in_brackets_stay(words: str) -> None:
    found = check(
        "They lose the evening trade within a year",
        f"They lose the evening trade {words} within a year of it.",
    )
    assert found.verdict is not Verdict.VERBATIM
