"""Reported words that an article turns into somebody's own: 'he … his' in the place of 'I … my'."""

import pytest

from audit import verify_quote
from audit.model import DiffKind, Verdict, Weight

_AROUND = "The bank that lent them the money has since closed its branch in the town, people say."


@pytest.mark.parametrize(
    ("quote", "there", "pronouns"),
    [
        ("I wouldn’t put my own money into it", "he wouldn't put his own money into it", 2),
        ("We will never sell our boats to them", "they will never sell their boats to them", 2),
        ("She has told her story to everybody here", "I has told my story to everybody here", 2),
    ],
)
def test_pronouns_make_no_other_passage(quote: str, there: str, pronouns: int) -> None:
    check = verify_quote(quote, f"The man who sold it said {there}. {_AROUND}")
    assert (check.verdict, check.weight) == (Verdict.ALTERED, Weight.SERIOUS)
    assert [run.kind for run in check.diff if run.kind] == [DiffKind.PRONOUN] * pronouns


@pytest.mark.parametrize(
    "quote", ["I lent money", "We believe them", "I put her own boats into it"]
)
def test_of_a_few_words_they_do(quote: str) -> None:
    check = verify_quote(quote, f"The man who sold it said he lent you money. {_AROUND}")
    assert check.verdict is not Verdict.VERBATIM
    assert check.verdict is Verdict.ABSENT or check.weight is Weight.SERIOUS
