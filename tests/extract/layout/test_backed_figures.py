"""Figures that a link or a note backs by what it stands on or behind."""

import pytest

from tests.extract.said import attributions

_AT = "https://vik.example/x"


def _urls(text: str, language: str = "en") -> list[tuple[str, ...]]:
    found = attributions(f"---\nlanguage: {language}\n---\n\n{text}", format="markdown")
    return [each.cited for each in found if each.kind.value == "indirect"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"The IMF [raised its forecast to 2.4 percent]({_AT}) on Tuesday."),
        ("en", f"Ford [recalled some 1.2 million trucks]({_AT}) in May."),
        ("en", f"Seven of the twelve towers fell.[^1]\n\n[^1]: <{_AT}>"),
        ("en", f"One in eight people lives with it.[^1]\n\n[^1]: <{_AT}>"),
        ("de", f"58 Prozent lehnen den Bau ab, [ergab eine Forsa-Umfrage]({_AT})."),
        ("fr", f"Un sondage [Ifop]({_AT}) indique que 58 % des habitants s’y opposent."),
        ("fr", f"Selon le [dernier bilan de l’Agence]({_AT}), 14 600 logements sont vides."),
        ("nl", f"Uit [een peiling van Ipsos]({_AT}) blijkt dat 58 procent tegen is."),
    ],
)
def test_the_figure_has_the_link(language: str, text: str) -> None:
    assert _urls(text, language) == [(_AT,)]


@pytest.mark.parametrize(
    "text",
    [
        f"It is one of the oldest bridges in Europe.[^1]\n\n[^1]: <{_AT}>",
        f"The old town of [Kelm and its 400 lakes]({_AT}) lies north.",
    ],
)
def test_a_link_on_something_else_backs_none(text: str) -> None:
    assert (_AT,) not in _urls(text)


@pytest.mark.parametrize("note", [f"([Statement]({_AT}))", f"[[video]({_AT}), 2:14]"])
def test_a_note_behind_a_statement_is_no_part_of_it(note: str) -> None:
    text = f"The mayor said that it was “over and done” {note}."
    found = [
        each for each in attributions(text, format="markdown") if each.kind.value == "indirect"
    ]
    assert [each.contents[0].text for each in found] == ["it was “over and done”"]
