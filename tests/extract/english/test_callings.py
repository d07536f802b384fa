"""Whom a pronoun stands for behind 'the minister', 'a man', and titles of many places."""

import pytest

from tests.extract.said import attributions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            """
The minister, Lerato Dube, hid. “She is late,” her aide, Thandi Zungu, told us.
When the minister arrived, at nine, she was smiling. “I ran,” she said.
""",
            "Lerato Dube",
        ),
        (
            "Drummer Kofi Asare fell. Singer Lars Ek did not. The drummer laughed. “One,” he said.",
            "Kofi Asare",
        ),
        ("Ann Lowe, a nurse, was tired. The nurse sat down. “It is over,” she said.", "Ann Lowe"),
        ("Ann Lowe was tired. The driver sat down. “It is over,” he said.", None),
        ("Ben Lowe paid. Later a man at the bar waved at us. “It is over,” he said.", None),
        ("Ann Lowe paid. Then a woman at the bar sang. “It is over,” she said.", None),
        ("The judge asked Ann Frost whether she was ill. “Yes,” she said.", "Ann Frost"),
        ("The coroner told Ben Frost that he could sit. “Thanks,” he said.", "Ben Frost"),
        ("The kindest was Hamza Ali from Hull, who said “you are a baker.”", "Hamza Ali"),
        ("The first was Ida Moe from Bergen, who wrote “it is late.”", "Ida Moe"),
        ("A Tory MP left after he called it “a joke of a bill” on air.", None),
        ("An SNP MSP left after she called it “a joke of a bill” on air.", None),
    ],
)
def test_who_is_meant_behind_a_calling(text: str, name: str | None) -> None:
    shown = attributions(text)[-1].speaker_name
    assert (None if shown in {"he", "she"} else shown) == name


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("“We built it,” said Alhaji Musa Bakare.", "Musa Bakare", "Alhaji"),
        ("“We built it,” Comrade Ify Nwosu said.", "Ify Nwosu", "Comrade"),
        ("“We built it,” said SP Chidi Umeh.", "Chidi Umeh", "SP"),
        ("“We built it,” said Smt Kamala Iyer.", "Kamala Iyer", "Smt"),
        ("“We built it,” Datuk Azlan Shah said.", "Azlan Shah", "Datuk"),
    ],
)
def test_titles_of_many_places(text: str, name: str, title: str) -> None:
    [found] = attributions(text)
    assert (found.speaker_name, found.speaker_title) == (name, title)
