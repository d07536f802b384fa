"""The words of what stands apart, of all languages in one file."""

import tomllib
from importlib.resources import files

from audit.languages.extraction.set_apart import labels, services, words
from audit.languages.folders import folders
from audit.model import PostService

KEYS = {
    *("claim", "claimed_by", "claimed_in", "reference", "whole", "title_by", "papers", "written"),
    *("fresh", "posts", "videos"),
}


def test_every_language_that_has_words_has_these() -> None:
    text = (files("audit.languages") / "set_apart.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    assert set(tables.pop("services")) == {service.value for service in PostService}
    assert set(tables) <= set(folders())
    assert len(tables) >= 8
    assert all(table.keys() == KEYS for table in tables.values())


def test_labels_and_words_are_those_of_all_languages_in_lower_case() -> None:
    assert {"claimed by", "aufgestellt von"} <= labels("claimed_by")
    assert {"full", "vollständige", "complète"} <= words("whole")
    for kind in ("claim", "claimed_by", "claimed_in", "reference"):
        assert all(label == label.lower() for label in labels(kind))
    assert "tweeted" in services()["x"]
