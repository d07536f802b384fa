"""The name behind a pronoun in six languages: the right one, or none, never somebody else's."""

import tomllib
from dataclasses import replace
from pathlib import Path

from audit import extract, read_article

PASSAGES = [
    row
    for name in (
        "pronouns.toml",
        "pronouns_again.toml",
        "pronouns_once_more.toml",
        "pronouns_and_roles.toml",
    )
    for row in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["passages"]
]
FEWEST_RIGHT = 0.9
PRONOUNS = frozenset(
    "er sie il elle él ella он она её его lui lei hij ze zij ele ela".split()  # noqa: SIM905
)


def name_behind(language: str, text: str) -> str:
    """The name that the last speaker of a text gets, empty where it stays a pronoun."""
    article = replace(read_article(text.encode(), format="text"), language=language)
    said = [attribution for attribution in extract(article) if attribution.speaker is not None]
    name = said[-1].speaker_name or "" if said else ""
    return "" if name.lower() in PRONOUNS else name


def test_no_pronoun_gets_the_name_of_somebody_else() -> None:
    found = [(text, name_behind(language, text), name) for language, text, name in PASSAGES]
    assert len(found) >= 40
    assert [row for row in found if row[1] not in {"", row[2]}] == []
    assert sum(given == name for _, given, name in found) >= FEWEST_RIGHT * len(found)
