"""The same last name with another first name, and somebody whom the source does not name."""

import pytest

from audit.match import verify_quote
from audit.model import Caution, Verdict
from audit.pages import voices_of

_AROUND = "The council met on Monday to look at the winter and the boats."
_WORDS = "the ferry is a waste of money for the island"


def _cautions(speaker: str, said: str, more: str = "", *, named: bool = True) -> frozenset[Caution]:
    source = f"{_AROUND}\n“{_WORDS},” {said}.\n{_AROUND} {more}"
    check = verify_quote(_WORDS, source, speaker=speaker, named=named, extract=voices_of)
    assert check.verdict is Verdict.VERBATIM
    return frozenset(check.cautions)


@pytest.mark.parametrize(
    ("speaker", "said"),
    [
        ("John Smith", "Mary Smith said"),
        ("John Smith", "Mary Smith, 41, a nurse, said"),
        ("Mayor John Smith", "Mary Ellen Smith said"),
        ("Paul Meyer", "said Anna Meyer"),
        ("John Smith", "John Kasich said"),
        ("Mayor Anna Meyer", "said Anna Olsen, who runs the yard"),
        ("Ernest D. Whelan", "Ernest D. Coursey said"),
    ],
)
def test_another_first_or_last_name_is_told(speaker: str, said: str) -> None:
    assert Caution.NAMESAKE in _cautions(speaker, said)


@pytest.mark.parametrize(
    ("speaker", "said"),
    [
        ("Sheriff Lena Smith", "SHERIFF SMITH said"), ("Lena Smith", "Director Smith said"),
        ("John Smith", "John Smith said"), ("John Smith", "J. Smith said"), ("John Smith", "Mr Smith said"),
        ("Bob Smith", "Robert Smith said"), ("Johnny Smith", "John Smith said"), ("Kate Smith", "Catherine Smith said"),
        ("José Smith", "Jose Smith said"), ("J. R. Smith", "Robert Smith said"), ("Smith", "Mary Smith said"),
        ("Mr Smith", "Mary Smith said"), ("Steven Smith", "Stephen Smith said"), ("John Paul Smith", "Paul Smith said"),
        ("Lena Smith", "SHERIFF SMITH said"), ("Lena Smith", "Comptroller Smith said"),
        ("Anna Müller", "Anna Müller-Wendt said"), ("Anna Meyer", "Anna Maier said"), ("Anna Lopez", "Anna Lopez Garcia said"),
        ("Anna van Dyke", "Anna Dyke said"), ("Anna O'Neill", "Anna ONeill said"), ("Anna", "Anna Olsen said"),
        ("Coach John Smith", "Coach Smith said"), ("Anna Brown", "Anna B. said"), ("Mr John", "John Smith said"),
    ],
)  # fmt: skip
def test_the_same_person_by_any_reading_is_not(speaker: str, said: str) -> None:
    assert Caution.NAMESAKE not in _cautions(speaker, said)


@pytest.mark.parametrize("said", ["said Leif", "her husband, Omar, said", "Petra said"])
def test_another_first_name_alone_is_a_note(said: str) -> None:
    assert Caution.OTHER_NAME in _cautions("Morag Iversen", said)


@pytest.mark.parametrize("said", ["said Morag", "Mo told us", "said Iversen", "the shop said"])
def test_a_first_name_that_may_be_the_same_is_none(said: str) -> None:
    assert Caution.OTHER_NAME not in _cautions("Morag Iversen", said)


@pytest.mark.parametrize(
    "said", ["an adviser said", "said one protester", "a senior official said"]
)
def test_somebody_unnamed_is_told_where_the_page_has_no_such_name(said: str) -> None:
    assert Caution.UNNAMED in _cautions("John Smith", said)
    assert Caution.UNNAMED not in _cautions("John Smith", said, "His name is John Smith.")
    assert Caution.UNNAMED not in _cautions("the union", said)
    assert Caution.UNNAMED not in _cautions("John Smith", said, named=False)


@pytest.mark.parametrize("said", ["the mayor said", "he said", "his spokesman said", "they said"])
def test_who_is_somebody_known_is_not_unnamed(said: str) -> None:
    assert Caution.UNNAMED not in _cautions("John Smith", said)
