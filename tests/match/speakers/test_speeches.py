"""Pages that are one person's words throughout, and block quotations that nobody introduces."""

import pytest

from audit.match.prepared.source import prepare
from audit.match.speakers.speeches import is_own_speech
from audit.model import Place, Zone
from audit.page import source_text

SAID = "We are not asking for charity from anybody in this hall."


def is_own(heading: str, body: str, speaker: str, said: str = SAID) -> bool:
    html = f"<html lang=en><title>{heading}</title><main><h1>{heading}</h1><p>{body}</p></main>"
    page = prepare(source_text(html.encode(), "text/html"))
    start = page.page.text.index(said)
    return is_own_speech(page, Place(start, start + len(said), Zone.MAIN), speaker)


@pytest.mark.parametrize(
    "heading",
    [
        "Remarks by Minister Adaeze Obi at the climate summit",
        "Adaeze Obi's speech in full",
        "Full text: statement of Adaeze Obi",
        "Open letter from Adaeze Obi to the United Nations",
    ],
)
def test_the_title_of_a_speech_says_whose_it_is(heading: str) -> None:
    body = f"Thank you, Chair. {SAID} The fund holds two billion dollars."
    assert is_own(heading, body, "Adaeze Obi")
    assert not is_own(heading, body, "Tunde Bello")


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Remarks by Minister Adaeze Obi", f"I met Tunde Bello. “{SAID}” he told me."),
        ("Remarks by Minister Adaeze Obi", f"Moderator: {SAID}"),
        ("Adaeze Obi threatens to leave the talks", f"Thank you. {SAID}"),
        ("Remarks at the climate summit", f"Thank you, Chair. {SAID}"),
    ],
)
def test_what_a_page_gives_to_somebody_else_or_to_nobody(heading: str, body: str) -> None:
    assert not is_own(heading, body, "Adaeze Obi")


def test_who_writes_a_page_says_its_words() -> None:
    page = prepare(
        source_text(
            f"<main><h1>The fund is empty</h1><p>By Adaeze Obi</p><p>{SAID}</p></main>".encode(),
            "text/html",
        )
    )
    start = page.page.text.index(SAID)
    assert is_own_speech(page, Place(start, start + len(SAID), Zone.MAIN), "Adaeze Obi")


@pytest.mark.parametrize("speaker", ["Hallam", "Mrs Justice Hallam", "Grace Hallam"])
def test_what_stands_below_a_judges_name_is_hers(speaker: str) -> None:
    numbered = f"2. I have heard both sides. {SAID}"
    body = f"Mrs Justice Hallam:</p><p>1. The claim is of 3 February.</p><p>{numbered}"
    assert is_own("R (Osei) v Northgate Council", body, speaker)
    assert not is_own("R (Osei) v Northgate Council", body, "Lord Marsh")
    quoted = body.replace(SAID, f"The claimant said: “{SAID}”")
    assert not is_own("R (Osei) v Northgate Council", quoted, speaker)
