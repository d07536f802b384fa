"""Names that end in s and own what stands behind them: 'Kerr Foods' chief'."""

import pytest

from tests.extract.said import attributions


@pytest.mark.parametrize("mark", ["'", "’"])
@pytest.mark.parametrize(
    "said",
    [
        "“We are thrilled,” said Kerr Foods{} chief executive, Elspeth Kerr.",
        "“We are thrilled,” said Kerr Foods{} chief executive Elspeth Kerr.",
    ],
)
def test_who_speaks_for_a_firm_is_not_the_firm(said: str, mark: str) -> None:
    assert [each.speaker_name for each in attributions(said.format(mark))] == ["Elspeth Kerr"]


def test_an_apostrophe_that_closes_words_is_no_genitive() -> None:
    [said] = attributions("‘I love Kerr Foods’ said Ann Lee.")
    assert (said.speaker_name, said.contents[0].text) == ("Ann Lee", "I love Kerr Foods")
