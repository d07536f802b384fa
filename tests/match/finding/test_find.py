"""Where words stand: found by an index as by reading all."""

from hypothesis import given
from hypothesis import strategies as st

from audit.match import prepare
from audit.match.find import _by_index, _occurrences, find_words
from audit.match.prepared.source import as_prepared

_WORDS = st.lists(
    st.sampled_from(
        [
            "a",
            "an",
            "the",
            "town",
            "Town",
            "TOWN",
            "ÉTÉ",
            "été",
            "straße",
            "12",
            "ΟΔΟΣ",
            "İz",
            "o'clock",
        ]
    )
)


@given(_WORDS, _WORDS.filter(bool), st.integers(1, 4))
def test_an_index_finds_what_reading_all_finds(
    text: list[str], words: list[str], most: int
) -> None:
    source = prepare(" ".join(text))
    needle = f" {' '.join(words)} "
    if not {"İ", "Σ"}.isdisjoint(needle):
        return
    found = list(_by_index(source, needle, most))
    assert found == list(_occurrences(source, needle, most))


@given(_WORDS, st.integers(0, 20), st.integers(1, 12))
def test_words_of_a_source_are_found_indexed_or_not(text: list[str], at: int, count: int) -> None:
    quoted = " ".join(text[at : at + count])
    if not quoted:
        return
    plain, indexed = as_prepared(" ".join(text)), prepare(" ".join(text))
    words = as_prepared(quoted).folded.words.strip()
    found = find_words(indexed, words, any_case=True)
    assert found == find_words(plain, words, any_case=True)
    assert found


def test_words_that_stand_nowhere_are_told_by_one_look() -> None:
    source = prepare("The council of the town met. " * 1000)
    assert not list(_by_index(source, " The council of the village met ", 10))
