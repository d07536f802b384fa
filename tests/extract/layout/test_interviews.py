"""Interviews whose people no list of given names has, and those whose turns have no labels."""

import pytest

from tests.extract.layout.test_dialogue import said
from tests.extract.said import attributions

ABOVE = "We sat down with Mayor Ann Lee for an interview about the bridge.\n\n"
BELOW = "\n\n## The vote\n\nThe council meets on Tuesday."
ASKED = (
    ("Why is the bridge closed?", "Because it is not safe."),
    ("Do you know until when?", "Until spring."),
    ("And then?", "Then we will see."),
)
ANSWERS = [("Ann Lee", [answer]) for _, answer in ASKED]


def laid_out(turn: str) -> str:
    return "\n\n".join(turn.format(*each) for each in ASKED)


@pytest.mark.parametrize("turn", ["**{}**\n\n{}", "### {}\n\n{}", "*{}*\n\n{}", "{}\n\n{}"])
def test_what_stands_below_questions_without_labels_is_the_interviewees(turn: str) -> None:
    assert said(ABOVE + laid_out(turn) + BELOW) == ANSWERS


@pytest.mark.parametrize(
    "turn",
    [
        "<p><strong>{}</strong></p><p>{}</p>",
        "<h3>{}</h3><p>{}</p>",
        "<p><em>{}</em></p><p>{}</p>",
        "<p><b>{}</b><br>{}</p>",
    ],
)
def test_they_are_so_in_html(turn: str) -> None:
    page = f"<html lang='en'><article><p>{ABOVE}</p>{laid_out(turn)}<h2>The vote</h2><p>The council meets.</p></article>"
    assert said(page, "html") == ANSWERS


@pytest.mark.parametrize(
    ("above", "turn"),
    [
        ("The bridge is closed.\n\n", "### {}\n\n{}"),
        ("Ann Lee and Bob Roe gave an interview.\n\n", "### {}\n\n{}"),
        (ABOVE, "### {}\n\nLee says: {}"),
    ],
)
def test_headings_that_ask_are_no_interview(above: str, turn: str) -> None:
    found = attributions(above + laid_out(turn) + BELOW, format="markdown")
    assert all(each.cue is not None for each in found)


def test_questions_that_speak_to_nobody_are_headings() -> None:
    text = laid_out("### {}\n\n{}").replace("Do you know until when?", "Until when?")
    assert said(ABOVE + text + BELOW) == []


FULL = "What follows has been cut; the [full transcript](https://x.example/{}) is here.\n\n"
OTHERS = "Ann Lee keeps the bridge, which Bob Roe calls “a ruin”.\n\n"


@pytest.mark.parametrize(
    ("address", "speaker"), [("transcripts/lee-full", "Ann Lee"), ("transcripts/4711", None)]
)
def test_the_page_that_has_the_interview_tells_that_it_is_one_and_of_whom(
    address: str, speaker: str | None
) -> None:
    for below in (BELOW, "\n\n## And the council?\n\nIt did not want to talk."):
        text = OTHERS + FULL.format(address) + laid_out("**{}**\n\n{}") + below
        found = [each for each in attributions(text, format="markdown") if each.cited]
        assert [(each.speaker_name, each.contents[0].text) for each in found] == [
            (speaker, answer) for _, answer in ASKED
        ]
    page = (
        f"<html lang='en'><article><p>Ann Lee and Bob Roe met.</p><p>The <a href='https://x.example/"
        f"{address}'>full transcript</a> is here.</p>{laid_out('<p><b>{}</b></p><p>{}</p>')}</article>"
    )
    found = [each for each in attributions(page, format="html") if each.cited]
    assert [each.speaker_name for each in found] == [speaker] * len(ASKED)


NAMELESS = (
    "{}Sunniva Vraal:{} Is it safe?",
    "{}Amadou Oke:{} It is not.",
    "{}Vraal:{} Until when?",
    "{}Oke:{} Until spring.",
)


@pytest.mark.parametrize("marks", [("**", "**"), ("", "")])
def test_labels_that_come_again_by_the_last_name_are_people(marks: tuple[str, str]) -> None:
    text = "\n\n".join(turn.format(*marks) for turn in NAMELESS)
    assert said(f"A talk about the bridge.\n\n{text}{BELOW}") == [
        ("Sunniva Vraal", ["Is it safe?"]),
        ("Amadou Oke", ["It is not."]),
        ("Sunniva Vraal", ["Until when?"]),
        ("Amadou Oke", ["Until spring."]),
    ]


def test_labels_that_come_again_without_a_question_are_no_people() -> None:
    text = "Key Facts: It is old.\n\nKey Facts: It is closed.\n\nFacts: It is long."
    assert said(f"The bridge.\n\n{text}{BELOW}") == []


@pytest.mark.parametrize(
    ("introduction", "pages"),
    [
        ("Amadou Oke spoke to Sunniva Vraal on [The Long View](https://radio.example/212).", 1),
        ("Amadou Oke spoke to us; [listen](https://radio.example/212/interview).", 1),
        ("Amadou Oke, author of [Rivers](https://books.example/rivers), spoke to us.", 0),
        ("Amadou Oke measures [the Orsa](https://orsa.example/). He spoke to us.", 0),
    ],
)
def test_an_interview_is_tied_to_the_page_on_which_it_was_given(
    introduction: str, pages: int
) -> None:
    turns = "\n\n".join(turn.format("**", "**") for turn in NAMELESS)
    found = attributions(f"{introduction}\n\n{turns}{BELOW}", format="markdown")
    quotations = [each for each in found if each.contents[0].text.startswith("It is not")]
    assert [len(each.cited) for each in quotations] == [pages]


def test_initials_stand_for_whom_the_introduction_gives_them() -> None:
    marked = (
        "*The baker Lena Ortiz (LO) spoke to Sam Hale (SH).*\n\n**SH:** Who buys?\n\n**LO:** Who would "
        "not?\n\n**SH:** And why?\n\n**LO:** They like the smell of it."
    )
    page = (
        '<html lang="de"><p>Der Bäcker Uwe Harms (UH) im Gespräch mit Lea Brandt (LB).</p><p><b>LB:</b> '
        "Wer kauft?</p><p><b>UH:</b> Wer nicht?</p><p><b>LB:</b> Und warum?</p><p><b>UH:</b> Es riecht "
        "nach früher.</p></html>"
    )
    for form, text, name in (("markdown", marked, "Lena Ortiz"), ("html", page, "Uwe Harms")):
        found = attributions(text, format=form)
        assert [each.speaker_name for each in found] == [name, name]


def test_initials_of_institutions_label_no_answers() -> None:
    text = (
        "The World Health Organization (WHO) counts.\n\nWHO: 12 cases\n\nUK: 3 cases\n\nWHO: 4 dead"
    )
    assert attributions(text, format="markdown") == ()
