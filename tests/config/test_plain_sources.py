"""A table of the sources file that is taken without the schema is taken as the schema would."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from audit.config.schema import SourceTable
from audit.config.source_table import GivenSource, plainly_given

_TEXTS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        [
            *("BBC", " BBC", "BBC\x1f", "B\u00a0C", "", "x" * 2000, "x" * 2001, "saved/page.html"),
            *(
                "https://news.example/a",
                "http://u:p@news.example/",
                "ftp://news.example/",
                "http://[",
            ),
            *("https://news.example/a b", "https:///a", "HTTPS://news.example", "a" * 256, "../a"),
        ]
    ),
)
_VALUES = st.one_of(_TEXTS, st.integers(-2, 10_000_001), st.booleans(), st.floats(), st.none())
_KEYS = st.sampled_from(["outlet", "speaker", "line", "url", "file", "ulr"])


@given(st.dictionaries(_KEYS, _VALUES))
def test_a_plain_table_is_what_the_schema_makes_of_it(table: dict[str, Any]) -> None:
    found = plainly_given(table)
    try:
        given_by_schema = GivenSource(**SourceTable.model_validate(table).model_dump())
    except ValidationError:
        assert found is None
    else:
        assert found in (None, given_by_schema)


def test_common_tables_are_plain() -> None:
    table: dict[str, Any] = {
        "outlet": "CBS News",
        "line": 12,
        "url": "https://news.example/a",
        "file": "a.html",
    }
    assert plainly_given(table) == GivenSource(**table)
    assert plainly_given({"url": "https://news.example/a", "speaker": "Ann Lee"}) is not None
