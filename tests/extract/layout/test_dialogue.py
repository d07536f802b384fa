"""Interviews and transcripts: the answers are that person's words, and other labels are nobody's."""

import pytest

from audit.model import AttributionKind
from tests.extract.said import attributions

ABOVE = "We sat down with Ann Lee, the mayor of Kelmouth, for an interview about the bridge.\n\n"
BELOW = "\n\nThe council meets on Tuesday."
PAGE = (
    "<html lang='en'><body><article><p>We sat down with Ann Lee, the mayor of Kelmouth, for an"
    " interview about the bridge, which took an hour and was cut for length.</p>{}<p>The council"
    " meets on Tuesday to hear of the cost, and how long it will take to mend it.</p></article></body></html>"
)
WHY, SAFE, WHEN, SPRING = (
    "Why is the bridge closed?",
    "Because it is not safe.",
    "Until when?",
    "Until spring.",
)


def said(text: str, written: str = "markdown") -> list[tuple[str | None, list[str]]]:
    found = attributions(text, format=written)
    assert all(attribution.kind is AttributionKind.DIRECT for attribution in found)
    return [
        (attribution.speaker_name, [span.text for span in attribution.contents])
        for attribution in found
    ]


@pytest.mark.parametrize(
    "turns",
    [
        f"Q: {WHY}\n\nA: {SAFE}\n\nQ: {WHEN}\n\nA: {SPRING}",
        f"**Q.** {WHY}\n\n**A.** {SAFE}\n\n**Q.** {WHEN}\n\n**A.** {SPRING}",
        f"**{WHY}**\n\n**Lee:** {SAFE}\n\n**{WHEN}**\n\n**Lee:** {SPRING}",
        f"**BBC:** {WHY}\n\n**Ann Lee:** {SAFE}\n\n**BBC:** {WHEN}\n\n**Lee:** {SPRING}",
        f"**Port Gazette:** {WHY}\n\n**Ann Lee:** {SAFE}\n\n**Port Gazette:** {WHEN}\n\n**Lee:** {SPRING}",
        f"Interviewer: {WHY}\n\nLEE: {SAFE}\n\nInterviewer: {WHEN}\n\nLEE: {SPRING}",
        f"**Q: {WHY}**\n\n{SAFE}\n\n**Q: {WHEN}**\n\n{SPRING}",
    ],
)
def test_the_answers_of_an_interview_are_the_interviewees(turns: str) -> None:
    assert said(ABOVE + turns + BELOW) == [("Ann Lee", [SAFE]), ("Ann Lee", [SPRING])]


@pytest.mark.parametrize(
    "turns",
    [
        f"<p><strong>Q.</strong> {WHY}</p><p><strong>A.</strong> {SAFE}</p>",
        f"<dl><dt>Q</dt><dd>{WHY}</dd><dt>A</dt><dd>{SAFE}</dd></dl>",
        f"<dl><dt>Interviewer:</dt><dd>{WHY}</dd><dt>Lee:</dt><dd>{SAFE}</dd></dl>",
        f"<p>Q: {WHY}<br>A: {SAFE}</p>",
        f"<p><b>BBC:</b> {WHY}</p><p><b>Lee:</b> {SAFE}</p>",
    ],
)
def test_they_are_so_in_html(turns: str) -> None:
    assert said(PAGE.format(turns), "html") == [("Ann Lee", [SAFE])]


def test_they_are_so_in_plain_text() -> None:
    text = f"{ABOVE}Q: {WHY}\nA: {SAFE}\nQ: {WHEN}\nA: {SPRING}\n"
    assert said(text, "text") == [("Ann Lee", [SAFE]), ("Ann Lee", [SPRING])]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (("Karin Roth, Bürgermeisterin von Kelm, im Gespräch über die Brücke und die Kosten, die nicht"
         " ohne sind.\n\nFrage: Warum?\n\nAntwort: Sie ist nicht sicher."), "Karin Roth"),
        (("Karin Roth, Bürgermeisterin von Kelm, im Gespräch über die Brücke und die Kosten, die nicht"
         " ohne sind.\n\n**AFP:** Warum?\n\n**Roth:** Sie ist nicht sicher."), "Karin Roth"),
        (("Entretien avec la maire Claire Roy, qui a fermé le pont et qui n’en est pas fière.\n\n"
         "Question : Pourquoi ?\n\nRoy : Il n’est pas sûr."), "Claire Roy"),
        (("Entrevista con la alcaldesa Elena Vega, que ha cerrado el puente y no está contenta.\n\n"
         "P: ¿Por qué?\n\nR: No es seguro."), "Elena Vega"),
        (("Entrevista com a prefeita Ana Lima, que fechou a ponte e não está nada contente.\n\n"
         "P: Por quê?\n\nR: Não é segura."), "Ana Lima"),
        (("Интервью с мэром города, которое дала Анна Линд, и это было не так уж давно.\n\n"
         "Вопрос: Почему?\n\nЛинд: Он не безопасен."), "Анна Линд"),
    ],
)  # fmt: skip
def test_they_are_so_in_every_language(text: str, speaker: str) -> None:
    [(name, _)] = said(text)
    assert name == speaker


def test_paragraphs_between_two_turns_go_on_with_the_first() -> None:
    text = f"{ABOVE}Q: {WHY}\n\nA: {SAFE}\n\nI wish it were.\n\nQ: {WHEN}\n\nA: {SPRING}{BELOW}"
    assert said(text) == [("Ann Lee", [SAFE, "I wish it were."]), ("Ann Lee", [SPRING])]


@pytest.mark.parametrize(
    "turn", ["{} (14:20): {}", "{} [00:14:20]: {}", "[14:20] {}: {}", "14:20 – {}: {}"]
)
def test_a_clock_is_no_part_of_a_name(turn: str) -> None:
    first = turn.format("John Smith", "I never saw the letter.")
    text = f"The hearing began.\n\n{first}\n\n{turn.format('Ann Lee', 'Nor did I.')}{BELOW}"
    assert said(text) == [
        ("John Smith", ["I never saw the letter."]),
        ("Ann Lee", ["Nor did I."]),
    ]


def test_the_page_named_above_a_transcript_is_that_of_its_words() -> None:
    text = (
        "From the [transcript](https://x.example/t) of the hearing:\n\nJOHN SMITH (14:20): I never"
        " saw it.\n\nANN LEE (14:21): Did you sign it?"
    )
    found = attributions(text, format="markdown")
    assert {attribution.url for attribution in found} == {"https://x.example/t"}
    assert len(found) == 2


@pytest.mark.parametrize(
    "above", ["The bridge is closed.\n\n", "An interview with Ann Lee and Bob Roe.\n\n"]
)
def test_answers_are_nobodys_where_not_one_person_is_introduced(above: str) -> None:
    assert said(f"{above}Q: {WHY}\n\nA: {SAFE}{BELOW}") == []


def test_the_one_person_of_the_headline_answers() -> None:
    text = f"# Report\n\n## Q&A with Mayor Ann Lee\n\nBob Roe and Joe Wu are away.\n\nQ: {WHY}\n\nA: {SAFE}"
    assert said(text + BELOW) == [("Ann Lee", [SAFE])]


@pytest.mark.parametrize(
    "text",
    [
        "Make the bread.\n\n**Heat:** Low for an hour.\n\n**Time:** Two hours.\n\n**Yield:** 2.",
        "Eat well.\n\nPortion Fix Containers: 1 Green\n\nPortion Fix Containers: 2 Red\n",
        "The drills.\n\nPros: Light.\n\nCons: Loud. Why?\n\nPros: Cheap.\n\nCons: Ugly.",
        "The film.\n\nAnn Lee: director\n\nBob Roe: writer\n\nAnn Lee: producer",
        "14:20: The mayor speaks.\n\n14:30: The mayor has spoken. What next?",
        "Ann Lee: an obituary. Why did she go?\n\nThe mayor was ninety.",
    ],
)
def test_other_labels_are_no_people(text: str) -> None:
    assert list(attributions(text, format="markdown")) == []


@pytest.mark.parametrize(
    "last",
    [
        "**Ann Lee:** I always say that we are a good bridge.",
        "**Lee:** We shall mend it before the summer.",
    ],
)
def test_names_that_take_turns_speak_without_a_question(last: str) -> None:
    turns = [
        "From: Council",
        "**Ann Lee:** The bridge is not safe.",
        "**Tom Holm:** The council has no money for it.",
        last,
    ]
    found = said("\n\n".join(turns) + BELOW)
    assert [name for name, _ in found] == ["Ann Lee", "Tom Holm", "Ann Lee"]


@pytest.mark.parametrize(
    "lines",
    [
        ["**Ann Lee:** 4", "**Tom Holm:** 7", "**Ann Lee:** 9"],  # a list
        ["**Ann Lee:** The bridge is not safe.", "**Tom Holm:** The council has no money."],
        ["**Ann Lee:** It is not safe at all.", "Price: 4", "**Ann Lee:** It is closed until May."],
    ],
)
def test_names_in_a_list_do_not(lines: list[str]) -> None:
    assert said("\n\n".join(lines) + BELOW) == []


_ASKED = "Did you leave?"


@pytest.mark.parametrize(
    "line",
    [
        f"Q. {_ASKED} A. I never moved, Mr. Sayles. Q. Why not? A. My boots were wet.",
        f"Q: {_ASKED} A: I never moved, Mr. Sayles. Q: Why not? A: My boots were wet.",
        f"Q. {_ASKED}\nA. I never moved, Mr. Sayles. Q. Why not? A. My boots were wet.",
    ],
)
def test_turns_may_follow_each_other_in_a_line(line: str) -> None:
    assert said(f"Testimony of Dana Pruitt, 4 March.\n\n{line}", "text") == [
        ("Dana Pruitt", ["I never moved, Mr. Sayles."]),
        ("Dana Pruitt", ["My boots were wet."]),
    ]


def test_initials_in_a_line_are_no_turns() -> None:
    line = "Q. Did you see Dr. A. Lee that night? A. I saw nobody. Q. Why? A. It was dark."
    found = said(f"Testimony of Dana Pruitt, 4 March.\n\n{line}", "text")
    assert [words for _, words in found] == [["I saw nobody."], ["It was dark."]]


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("Laura Pruitt has run the mill since 2009.", "Laura Pruitt"),
        ("Ngaire Tamati has run the mill since 2009. We met her backstage.", "Ngaire Tamati"),
        ("We sat down with Ngaire Tamati, who runs the mill.", "Ngaire Tamati"),
    ],
)
def test_the_one_person_above_answers_by_i_what_asks_you(above: str, name: str) -> None:
    text = f"{above}\n\nQ: {_ASKED}\n\nA: I never moved.\n\nQ: {WHEN}\n\nA: {SPRING}"
    assert said(text) == [(name, ["I never moved."]), (name, [SPRING])]


@pytest.mark.parametrize(
    "text",
    [
        "Laura Pruitt runs the mill.\n\nQ: Can I bring a dog?\n\nA: Yes, on a lead.",
        "Laura Pruitt runs the mill.\n\nQ: Do you take cash?\n\nA: Cards only.",
        "We sat down with The Kelmouth Echo.\n\nQ: Do you print it?\n\nA: I print it.",
        "We spoke with Ngaire Tamati and Ruru Holm.\n\nQ: Do you sing?\n\nA: I do not.",
    ],
)
def test_questions_of_a_page_that_informs_are_answered_by_nobody(text: str) -> None:
    assert not [each for each in attributions(text, format="markdown") if each.speaker]
