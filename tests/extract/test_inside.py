"""Words quoted inside a statement name it, so that a reader sees one thing once."""

import pytest

from audit.model import AttributionKind
from tests.extract.said import attributions


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said that the bridge was “a wreck” and would be closed by May.",
        "According to Ann Lee, the bridge was “a wreck” and would be closed by May.",
        "Ann Lee warned the bridge was “a wreck” and would be closed by May, officials heard.",
    ],
)
def test_a_quoted_phrase_names_the_statement_around_it(text: str) -> None:
    found = attributions(text)
    [phrase] = [attribution for attribution in found if attribution.kind is AttributionKind.MIXED]
    [statement] = [attribution for attribution in found if attribution.id == phrase.inside]
    assert statement.kind is AttributionKind.INDIRECT
    assert statement.inside is None
    assert phrase.contents[0].text in statement.contents[0].text


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is a wreck,” Ann Lee said. Bo Roe said that it would be closed by May.",
        "Bo Roe said that it would be closed by May. “It is a wreck,” Ann Lee added.",
        "The “ghost” fleet sank. Ann Lee said that it would be raised by May.",
    ],
)
def test_words_beside_a_statement_name_none(text: str) -> None:
    assert all(attribution.inside is None for attribution in attributions(text))
