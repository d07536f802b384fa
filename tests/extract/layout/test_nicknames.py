"""What somebody calls a thing is nobody's quotation; what somebody calls it to judge it is."""

import pytest

from audit import extract, read_article

NAMES = [
    ("en", "Ann Lee plays a piano that she calls “the box”."),
    ("en", "Ann Lee practises on a piano, which she nicknamed “the box”."),
    ("de", "Birte Lohmeyer übt so lange auf einem Klavier, das sie »den Kasten« nennt."),
]
SAID = [
    ("en", "Ann Lee called the plan “a mess” on Monday."),
    ("en", "Ann Lee, who calls the plan “a mess”, will not vote for it."),
    ("en", "Ann Lee said that the plan was “a mess”."),
    ("de", "Birte Lohmeyer nannte den Plan »ein Unding«."),
]


def kinds(language: str, text: str, form: str) -> set[str]:
    source = f"---\nlanguage: {language}\n---\n\n{text}\n"
    if form == "html":
        source = f'<html lang="{language}"><body><article><p>{text}</p></article></body></html>'
    found = extract(read_article(source.encode(), format=form))
    return {attribution.kind.value for attribution in found} - {"indirect"}


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize(("language", "text"), NAMES)
def test_a_name_in_a_relative_clause_is_nobodys(language: str, text: str, form: str) -> None:
    assert kinds(language, text, form) == {"unattributed"}


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize(("language", "text"), SAID)
def test_a_judgement_is_somebodys(language: str, text: str, form: str) -> None:
    assert kinds(language, text, form) == {"mixed"}
