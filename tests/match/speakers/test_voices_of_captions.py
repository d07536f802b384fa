"""Who says what in a recording whose captions name the voices."""

import pytest

from audit.match import verify_quote
from audit.model import Verdict
from audit.page import source_text
from audit.pages import extract_page

MEETING = """WEBVTT

00:01.000 --> 00:05.000
<v Cllr Brid Foley>The crane is on the list, and it has always been there,

00:05.000 --> 00:09.000
<v Cllr Brid Foley>and I am tired of being asked for its number.

00:10.000 --> 00:14.000
<v Cathal Doyle>It is number thirty-one.
<v Orla Keane>We have waited for it since February.

00:20.000 --> 00:24.000
Nobody knows who calls out from the back of the hall.
"""


@pytest.mark.parametrize(
    ("words", "speaker", "verdict", "said_by"),
    [
        ("I am tired of being asked for its number", "Brid Foley", "verbatim", "Cllr Brid Foley"),
        ("I am tired of being asked for its number", "Cathal Doyle", "misattributed", "Cllr Brid Foley"),
        ("I am tired of being asked for its number", "the council", "verbatim", "Cllr Brid Foley"),
        ("We have waited for it since February", "Orla Keane", "verbatim", "Orla Keane"),
        ("We have waited for it since February", "Cathal Doyle", "misattributed", "Orla Keane"),
        ("Nobody knows who calls out from the back", "Cathal Doyle", "verbatim", None),
    ],
)  # fmt: skip
def test_the_voice_of_the_words_is_held_against_the_speaker_that_the_article_names(
    words: str, speaker: str, verdict: str, said_by: str | None
) -> None:
    page = source_text(MEETING.encode(), "text/vtt")
    check = verify_quote(words, page, speaker=speaker, extract=extract_page)
    assert (check.verdict, check.said_by) == (Verdict(verdict), said_by)


def test_two_voices_in_one_cue_are_two_turns() -> None:
    page = source_text(MEETING.encode(), "text/vtt")
    assert [(voice.name, page.text[voice.start : voice.end].strip()) for voice in page.voices][
        1:
    ] == [
        ("Cathal Doyle", "It is number thirty-one."),
        ("Orla Keane", "We have waited for it since February."),
    ]


def test_captions_without_voices_say_nothing_of_who_speaks() -> None:
    plain = MEETING.replace("<v Cllr Brid Foley>", "Note: ")
    plain = plain.replace("<v Cathal Doyle>", "").replace("<v Orla Keane>", "")
    assert source_text(plain.encode(), "text/vtt").voices == ()
