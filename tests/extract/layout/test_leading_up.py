"""Lines above a block quotation without a verb of saying, and what they say of the words below."""

import pytest

from audit.model import AttributionKind
from tests.extract.layout.test_block_quotes import ABOVE, BELOW, PAGE, WORDS, quoted

PAGES = {
    "de": "Das Gericht hat gestern über die Brücke und ihre Kosten geurteilt.\n\n{}\n\n> Die Brücke bleibt zu, und das noch lange.\n\nDer Rat tagt am Dienstag und wird über alles noch einmal sprechen.",
    "fr": "Le tribunal a tranché hier au sujet du pont et de son coût.\n\n{}\n\n> Le pont reste fermé, et pour longtemps encore.\n\nLe conseil se réunit mardi et en parlera de nouveau.",
    "es": "El tribunal habló ayer sobre el puente y sobre lo que cuesta.\n\n{}\n\n> El puente sigue cerrado, y lo estará mucho tiempo.\n\nEl consejo se reúne el martes y hablará otra vez de todo.",
    "pt": "O tribunal falou ontem sobre a ponte e sobre o que ela custa.\n\n{}\n\n> A ponte continua fechada, e por muito tempo ainda.\n\nO conselho reúne-se na terça e falará de novo de tudo.",
    "ru": "Суд вчера вынес решение о мосте и о том, сколько он стоит.\n\n{}\n\n> Мост остаётся закрытым, и это надолго.\n\nСовет соберётся во вторник и снова всё обсудит.",
}


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Lee put it this way:", "Ann Lee"),
        ("In Lee's words:", "Ann Lee"),
        ("In Lee's own words:", "Ann Lee"),
        ("In the words of Ann Lee:", "Ann Lee"),
        ("Lee ends:", "Ann Lee"),
        ("The letter goes on:", "the letter"),
        ("From the ruling:", "the ruling"),
        ("The key passage of the ruling:", "the ruling"),
        ("The ruling is clear:", "the ruling"),
        ("The memo opens with a warning:", "the memo"),
        ("As engineer Teun Brouwer put it:", "Teun Brouwer"),
        ("In a memo to staff, engineer Teun Brouwer was blunt:", "Teun Brouwer"),
        ("In a memo to staff, Teun Brouwer did not mince words:", "Teun Brouwer"),
        ("Here’s Ann Lee on the radio:", "Ann Lee"),
        ("Here, again, is Ann Lee, the mayor:", "Ann Lee"),
        ("This is Teun Brouwer in the Courier:", "Teun Brouwer"),
        ("Here is how Ann Lee describes it:", "Ann Lee"),
        ("Ann Lee opened the letter:", "the letter"),
        ("Ann Lee received this email:", "this email"),
    ],
)
@pytest.mark.parametrize("written", ["markdown", "html"])
def test_the_words_below_are_of_whom_or_what_the_line_names(
    line: str, speaker: str, written: str
) -> None:
    text = f"{ABOVE}{line}\n\n> {WORDS}{BELOW}"
    if written == "html":
        text = PAGE.format(f"<p>{line}</p><blockquote><p>{WORDS}</p></blockquote>")
    [said] = quoted(text, written)
    assert (said.kind, said.speaker_name) == (AttributionKind.DIRECT, speaker)


@pytest.mark.parametrize(
    ("language", "line", "speaker"),
    [
        ("de", "Die dpa meldete:", "dpa"),
        ("de", "Das Gericht urteilte:", "Das Gericht"),
        ("de", "Im Urteil steht der Satz:", "Urteil"),
        ("fr", "La lettre se termine ainsi :", "La lettre"),
        ("es", "El tribunal dictaminó:", "El tribunal"),
        ("es", "En la carta se lee:", "la carta"),
        ("pt", "Segundo a sentença:", "a sentença"),
        ("ru", "Суд постановил:", "Суд"),
    ],
)
def test_they_are_so_in_other_languages(language: str, line: str, speaker: str) -> None:
    [said] = quoted(f"---\nlang: {language}\n---\n\n{PAGES[language].format(line)}")
    assert (said.kind, said.speaker_name) == (AttributionKind.DIRECT, speaker)


@pytest.mark.parametrize(
    "line",
    [
        "The recipe is simple:",
        "Shopping list:",
        "Here is the list for Kelmouth:",
        "This is The Board in June:",
        "Here is what you need:",
        "The weather was as follows:",
        "In other words:",
        "Three things follow:",
        "Then came the sentence that analysts have been repeating:",
        "There is a line that the people I know say to each other:",
    ],
)
def test_other_lines_name_nobody(line: str) -> None:
    [said] = quoted(f"{ABOVE}{line}\n\n> {WORDS}{BELOW}")
    assert (said.kind, said.speaker) == (AttributionKind.UNATTRIBUTED, None)


@pytest.mark.parametrize("line", ["The key passage:", "One line stands out:"])
def test_a_passage_is_of_the_document_that_was_linked_before(line: str) -> None:
    above = "Lee sent [a letter](https://x.example/l). It is short."
    [said] = quoted(f"{above}\n\n{line}\n\n> {WORDS}{BELOW}")
    assert (said.kind, said.url) == (AttributionKind.DIRECT, "https://x.example/l")
    [_, said] = quoted(
        f"Lee lives in [Kelmouth](https://x.example/l).\n\n{line}\n\n> {WORDS}{BELOW}"
    )
    assert (said.kind, said.url) == (AttributionKind.UNATTRIBUTED, None)


def test_a_word_for_a_place_stands_for_the_document_before() -> None:
    text = PAGES["de"].format("Das Gutachten des Amtes ist deutlicher. Dort heißt es:")
    [said] = quoted(f"---\nlang: de\n---\n\n{text}")
    assert said.speaker_name == "Gutachten"


def test_a_note_on_the_line_is_for_the_words_below() -> None:
    note = "\n\n[^1]: The log, https://x.example/log.\n"
    [said] = quoted(f"{ABOVE}Her log has one entry:[^1]\n\n> {WORDS}{BELOW}{note}")
    assert (said.kind, said.cited) == (AttributionKind.DIRECT, ("https://x.example/log",))


def test_a_label_inside_a_quotation_names_who_says_the_rest() -> None:
    turns = f"> Ms Lee: {WORDS}\n>\n> Really.\n>\n> Judge Carl Oduya: Are you sure?"
    assert [(said.speaker_name, len(said.contents)) for said in quoted(f"{ABOVE}{turns}{BELOW}")] == [
        ("Ann Lee", 2),
        ("Carl Oduya", 1),
    ]  # fmt: skip
    [said] = quoted(f"{ABOVE}> Opening hours: nine to five, and never on Sunday.{BELOW}")
    assert said.speaker is None
