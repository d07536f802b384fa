"""Who says the words in the source, and when that is somebody else."""

from collections.abc import Sequence

import pytest

from audit.extract import extract
from audit.match import verify_quote
from audit.match.speakers.voices import Voices, VoicesOfPage, name_of
from audit.model import (
    Article,
    Attribution,
    AttributionKind,
    Block,
    BlockKind,
    Caution,
    Format,
    Page,
    PageBlock,
    Span,
    Verdict,
    Weight,
    Zone,
)
from audit.pages import extract_page

SAID = "This is the route that the engineers recommended to us in the spring"


def voices(page: Page) -> Sequence[Attribution]:
    block = Block(0, len(page.text), BlockKind.PARAGRAPH)
    return extract(Article(page.text, (block,), (), (), Format.TEXT, ""))


def verdict(speaker: str, source: str) -> Verdict:
    return verify_quote(SAID, source, speaker=speaker, extract=voices).verdict


def test_a_different_named_person_is_misattributed_and_named() -> None:
    source = f"“{SAID},” councillor Piet Moreau said."
    found = verify_quote(SAID, source, speaker="Ruth Pemberley", extract=voices)
    assert found.verdict is Verdict.MISATTRIBUTED
    assert found.said_by == "Piet Moreau"


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("Our 12 crews work on without a break", "Our twelve crews work on without a break"),
        ("We do not want a strike that lasts", "We don’t want a strike that lasts"),
        ("We recognise the licences of last May", "We recognize the licenses of last May"),
    ],
)
def test_another_style_does_not_hide_who_says_the_words(words: str, there: str) -> None:
    source = f"“{there},” councillor Piet Moreau said."
    found = verify_quote(words, source, speaker="Ruth Pemberley", extract=voices)
    assert (found.verdict, found.said_by) == (Verdict.MISATTRIBUTED, "Piet Moreau")
    own = verify_quote(words, source, speaker="Piet Moreau", extract=voices)
    assert (own.verdict, own.said_by) == (Verdict.ALTERED, "Piet Moreau")


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("Our twelve crews work on without a break", "Our thirty crews work on without a break"),
        (
            "We do want a strike that lasts all winter",
            "We do not want a strike that lasts all winter",
        ),
    ],
)
def test_words_that_differ_are_told_and_who_says_them_there(words: str, there: str) -> None:
    source = f"“{there},” councillor Piet Moreau said."
    found = verify_quote(words, source, speaker="Ruth Pemberley", extract=voices)
    assert (found.verdict, found.weight) == (Verdict.ALTERED, Weight.SERIOUS)
    assert (found.said_by, Caution.OTHER_NAME in found.cautions) == ("Piet Moreau", True)
    own = verify_quote(words, source, speaker="Piet Moreau", extract=voices)
    assert Caution.OTHER_NAME not in own.cautions


def test_other_words_that_are_only_near_are_nobodys() -> None:
    source = "“Our crews dig all winter and without any help from the town,” councillor Piet Moreau said."
    words = "Our twelve crews dug without a break in winter"
    found = verify_quote(words, source, speaker="Ruth Pemberley", extract=voices)
    assert found.said_by is None


def test_two_of_one_given_name_are_told_apart_by_the_letter_behind_it() -> None:
    found = verify_quote(SAID, f"“{SAID},” Laura B. said.", speaker="Laura C.", extract=voices)
    assert (found.verdict, found.said_by) == (Verdict.MISATTRIBUTED, "Laura B.")


@pytest.mark.parametrize(
    ("speaker", "source"),
    [
        ("Piet Moreau", f"“{SAID},” councillor Piet Moreau said."),
        ("Moreau", f"“{SAID},” councillor Piet Moreau said."),
        ("Piet Moreau", f"“{SAID},” Mr. Moreau said."),
        ("Taliban", f"“{SAID},” Taliban spokesperson Zabihullah Mujahid said."),
        ("the city council", f"“{SAID},” councillor Piet Moreau said."),
        ("Ruth Pemberley", f"“{SAID},” she said."),
        ("Ruth Pemberley", f"“{SAID},” the spokesman said."),
        ("Ruth Pemberley", f"“{SAID}.”"),
        (
            "Ruth Pemberley",
            f"Ruth Pemberley was there. “{SAID},” Piet Moreau said she had told him.",
        ),
        ("Zabiullah Mujahed", f"“{SAID},” Zabihullah Mujahid said."),
        ("Laura C.", f"“{SAID},” Laura Chen said."),
        ("Laura Chen", f"“{SAID},” Laura C. said."),
    ],
)
def test_one_voice_an_unknown_voice_or_doubt_never_accuses(speaker: str, source: str) -> None:
    assert verdict(speaker, source) is Verdict.VERBATIM


def test_one_voice_in_two_places_is_that_of_the_place_that_leaves_doubt() -> None:
    source = (
        f"“{SAID},” councillor Piet Moreau said.\n\n"
        f"Ruth Pemberley listened to Piet Moreau. “{SAID},” he said again."
    )
    found = verify_quote(SAID, source, speaker="Ruth Pemberley", extract=voices)
    assert len(found.places) == len(source.split("\n\n"))
    assert found.verdict is Verdict.VERBATIM
    assert found.said_by == "Piet Moreau"


def test_a_place_of_nobody_beside_the_speaker_leaves_doubt() -> None:
    source = (
        f"In the hall, Ruth Pemberley wanted to know if “{SAID}.”\n\n"
        f"“{SAID}, you ask?” councillor Piet Moreau said."
    )
    found = verify_quote(SAID, source, speaker="Ruth Pemberley", extract=voices)
    assert found.verdict is Verdict.VERBATIM


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("„", "“"), ("« ", " »")])
def test_what_a_turn_quotes_is_not_said_by_whose_turn_it_is(opening: str, closing: str) -> None:
    source = (
        "LENA ORT: How was the last quarter for you?\n\n"
        f"DIEGO RAMOS: The coach came over to me. He said, {opening}{SAID}.{closing} So I did it.\n\n"
        "LENA ORT: Was that a surprise?\n\n"
        f"DIEGO RAMOS: I said {opening}yes{closing} to him, and I will be ready for it.\n\n"
    )
    assert verdict("Will Smith", source) is Verdict.VERBATIM
    other = verify_quote("I will be ready for it", source, speaker="Will Smith", extract=voices)
    assert other.verdict is Verdict.MISATTRIBUTED


def test_a_text_without_paragraphs_leaves_the_speaker_uncertain() -> None:
    filler = "It rained all day in the town and the river rose. " * 300
    source = f"{filler}“{SAID},” Piet Moreau said. {filler}"
    assert verdict("Ann Lee", source) is Verdict.VERBATIM


def test_the_voice_of_a_passage_is_that_of_the_words_around_it() -> None:
    said = [
        Attribution(
            f"a{at}",
            AttributionKind.DIRECT,
            (Span(at, at + 8, "It rains"),),
            speaker_name="Ann Lee",
        )
        for at in range(0, 1000, 10)
    ]
    said.append(
        Attribution("long", AttributionKind.DIRECT, (Span(500, 506, "It rai"),), speaker_name="Al")
    )
    found = Voices(said)
    for at, name in ((0, "a0"), (500, "a500"), (990, "a990")):
        voice = found.of(at, at + 8)
        assert voice is not None
        assert voice.id == name
    assert found.of(8, 10) is None
    assert found.of(6, 19) is said[1]
    assert found.of(4, 20) is None  # half of the passage


@pytest.mark.parametrize(
    ("named", "source"),
    [
        (False, f"“{SAID},” Piet Moreau said."),
        (True, f"Piet Moreau spoke before Jan Hals did. “{SAID},” he said."),
        (True, f"Piet Moreau spoke for his lawyer. “{SAID}.”"),
        (True, f"Piet Moreau spoke first.\nIt was late. “{SAID},” he said."),
    ],
)
def test_a_name_behind_a_pronoun_cautions_and_never_accuses(named: bool, source: str) -> None:  # noqa: FBT001
    found = verify_quote(SAID, source, speaker="Ruth Pemberley", named=named, extract=voices)
    assert (found.verdict, found.cautions) == (Verdict.VERBATIM, (Caution.OTHER_NAME,))
    assert found.said_by == "Piet Moreau"


@pytest.mark.parametrize(
    "source",
    [
        f"Piet Moreau spoke first. “{SAID},” he said.",
        f"It rained.\nThe engineer, Piet Moreau, stayed calm. “{SAID}.” Ann Lee left.",
        f"On the stairs sat Piet Moreau, 83. In 1996 he drew the plans. “{SAID},” he said.",
    ],
)
def test_a_pronoun_in_a_paragraph_that_names_one_person_alone_is_that_person(source: str) -> None:
    found = verify_quote(SAID, source, speaker="Ruth Pemberley", extract=of_lines)
    assert (found.verdict, found.said_by) == (Verdict.MISATTRIBUTED, "Piet Moreau")
    assert Caution.OTHER_NAME in found.cautions  # which makes a warning of it


TRANSCRIPT = (
    "The Chair (Ms Ostrova): Would you drive over the bridge?\nMr Kelder (Roads Board): I do, twice"
    f" a week.\nMs Ostrova: {SAID}.\nMr Kelder: I was not asked to be reassuring.\nMr Dahlin: Who is"
    " to blame?"
)


def of_lines(page: Page) -> Sequence[Attribution]:
    blocks, at = [], 0
    for line in page.text.split("\n"):
        blocks.append(Block(at, at + len(line), BlockKind.PARAGRAPH))
        at += len(line) + 1
    return extract(Article(page.text, tuple(blocks), (), (), Format.TEXT, ""))


@pytest.mark.parametrize(
    ("speaker", "verdict"),
    [
        ("Ruben Kelder", Verdict.MISATTRIBUTED),
        ("Pia Ostrova", Verdict.VERBATIM),
        ("Ostrova", Verdict.VERBATIM),
        ("the committee", Verdict.VERBATIM),
    ],
)
def test_the_labels_of_a_transcript_tell_who_says_what(speaker: str, verdict: Verdict) -> None:
    found = verify_quote(SAID, TRANSCRIPT, speaker=speaker, extract=of_lines)
    assert found.verdict is verdict
    assert found.said_by is None or "Ostrova" in found.said_by


def test_an_office_in_a_label_is_nobody_else() -> None:
    page = TRANSCRIPT.replace("Ms Ostrova:", "The Chair:")
    found = verify_quote(SAID, page, speaker="Pia Ostrova", extract=of_lines)
    assert found.verdict is Verdict.VERBATIM


_MENU = "Email Print said: Share this story"
_TOLD = f"“{SAID},” councillor Piet Moreau said."
_COMMENT = "“Nobody asked the people who live beside the river,” a reader wrote below."


def of_page() -> tuple[Page, list[Page]]:
    """A page with a menu, an article and a comment, and a list for those that voices are sought on."""
    parts = ((_MENU, Zone.NAVIGATION), (_TOLD, Zone.MAIN), (_COMMENT, Zone.COMMENTS))
    text = "\n".join(words for words, _ in parts)
    blocks = tuple(
        PageBlock(text.index(words), text.index(words) + len(words), zone) for words, zone in parts
    )
    return Page(text, blocks), []


@pytest.mark.parametrize(
    ("words", "said_by", "read"),
    [
        (SAID, "Piet Moreau", [{Zone.MAIN}]),
        (_MENU, None, [{Zone.NAVIGATION, Zone.MAIN, Zone.COMMENTS}]),
        ("who live beside the river", "a reader", [{Zone.NAVIGATION, Zone.MAIN, Zone.COMMENTS}]),
    ],
)
def test_only_what_a_passage_stands_in_is_searched_for_voices(
    words: str, said_by: str | None, read: list[set[Zone]]
) -> None:
    page, pages = of_page()

    def noted(part: Page) -> Sequence[Attribution]:
        pages.append(part)
        return extract_page(part)

    said = VoicesOfPage(page, noted)
    start = page.text.index(words)
    for _ in range(2):
        found = said.of(start, start + len(words))
        assert (name_of(found) if found is not None else None) == said_by
    assert [{block.zone for block in part.blocks} for part in pages] == read


HEARING = f"""SENATOR HALVORSEN: When did you first learn that the scanners were switched off?
COMMISSIONER REYES: I learned it on the fourth of March, and not from my own staff.
SENATOR HALVORSEN: From whom did you learn it, then?
SENATOR ABARA: {SAID}.
COMMISSIONER REYES: It is correct that the north gate was not scanned.
SENATOR HALVORSEN: We will take a recess of ten minutes.
"""


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Halvorsen", Verdict.MISATTRIBUTED),
        ("Senator Halvorsen", Verdict.MISATTRIBUTED),
        ("Reyes", Verdict.MISATTRIBUTED),
        ("Abara", Verdict.VERBATIM),
        ("Larkspur", Verdict.VERBATIM),  # nobody there: a place, for all that can be told
    ],
)
def test_a_surname_of_somebody_who_speaks_in_the_source_is_a_person(
    speaker: str, expected: Verdict
) -> None:
    blocks, at = [], 0
    for line in HEARING.splitlines():
        blocks.append(PageBlock(at, at + len(line), Zone.MAIN))
        at += len(line) + 1
    source = Page(HEARING, tuple(blocks))
    found = verify_quote(SAID, source, speaker=speaker, extract=extract_page)
    assert found.verdict is expected


@pytest.mark.parametrize(
    ("named", "there"),
    [
        ("José Peña", "Jose Pena"),
        ("Łukasz Żak", "Lukasz Zak"),
        ("Søren Bøe", "Soren Boe"),
        ("Ana Núñez", "Ana Nunez"),
    ],
)
def test_a_name_without_its_marks_is_the_same(named: str, there: str) -> None:
    for ours, theirs in ((named, there), (there, named)):
        source = f"“{SAID},” said {theirs}."
        assert verify_quote(SAID, source, speaker=ours, extract=voices).verdict is Verdict.VERBATIM
