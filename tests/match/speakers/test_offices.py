"""Words that an article credits to an office, and the page to another than whom it calls so."""

import pytest

from audit.match import verify_quote
from audit.model import Caution, Verdict
from audit.pages import extract_page
from tests.match.speakers.test_voices_by_kind import SAID, page_of

# Whom the article credits, the page: it has somebody else hold the office.
ANOTHER = [
    ("en", "the mayor", "Mayor Kerrie Dunstan opened the meeting on Monday.\n“SAID,” Michelle Tran said."),
    ("en", "The council leader", "Helen Ashdown, the council leader, was there.\n“SAID,” said Paul Merrick."),
    ("de", "die Richterin", "Die Richterin Ute Gmeiner las das Urteil am Montag.\n„SAID“, sagte Rolf Decker."),
    ("fr", "la directrice générale",
     "Hélène Marchadier, directrice générale, était là lundi matin.\n« SAID », a dit Sabrina Nollet."),
]  # fmt: skip


def _cautions(language: str, speaker: str, page: str) -> frozenset[Caution]:
    said = SAID[language]
    there = page_of(page.replace("SAID", said))
    check = verify_quote(said, there, speaker=speaker, extract=extract_page, named=True)
    assert check.verdict is Verdict.VERBATIM
    return frozenset(check.cautions)


@pytest.mark.parametrize(("language", "speaker", "page"), ANOTHER)
def test_another_holds_the_office(language: str, speaker: str, page: str) -> None:
    assert Caution.OTHER_NAME in _cautions(language, speaker, page)


@pytest.mark.parametrize(
    ("speaker", "page"),
    [
        # the very one, in full and by the last name
        ("the mayor", "Mayor Kerrie Dunstan opened the meeting.\n“SAID,” Kerrie Dunstan said."),
        ("the mayor", "Mayor Kerrie Dunstan opened the meeting.\n“SAID,” Dunstan said."),
        # nobody is called so, or two are, or one who was
        ("the mayor", "The meeting was opened on Monday.\n“SAID,” Tom Pike said."),
        ("the mayor", "Mayor Ann Lee met Mayor Jo Fisk.\n“SAID,” Tom Pike said."),
        ("the mayor", "Former mayor Ann Lee came.\n“SAID,” Tom Pike said."),
        ("the mayor", "Deputy mayor Ann Lee came.\n“SAID,” Tom Pike said."),
        ("the mayor", "Vice-mayor Ann Lee came.\n“SAID,” Tom Pike said."),
        # one who speaks for the office
        ("the mayor", "Mayor Ann Lee was away.\n“SAID,” her spokesman Tom Pike said."),
        # no office
        ("the town", "The town Ann Lee grew up in is small.\n“SAID,” Tom Pike said."),
        ("people", "People Ann Lee knew came.\n“SAID,” Tom Pike said."),
    ],
)
def test_one_who_may_hold_it_is_not_doubted(speaker: str, page: str) -> None:
    assert Caution.OTHER_NAME not in _cautions("en", speaker, page)
