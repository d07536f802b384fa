"""URLs are compared by what they lead to."""

import pytest

from audit.markup.addresses.canonical import canonical, untracked


@pytest.mark.parametrize(
    "url",
    [
        "https://www.echo.example/over?id=1",
        "http://echo.example:80/over?id=1#top",
        "HTTPS://Echo.Example/over?utm_source=x&id=1&fbclid=abc",
        "https://user:secret@echo.example/over?id=1",
    ],
)
def test_spellings_of_one_address_are_one(url: str) -> None:
    assert canonical(url) == "https://echo.example/over?id=1"


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://m.echo.example/over", "https://www.echo.example/over"),
        ("https://amp.echo.example/over/amp/", "https://echo.example/over"),
        ("https://echo.example/over.amp.html", "https://echo.example/over.html"),
        ("https://echo.example/over?amp=1&id=2", "https://echo.example/over?id=2"),
        ("https://en.m.wikipedia.org/wiki/X", "https://en.wikipedia.org/wiki/X"),
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("https://echo.example./a?gclid=1&mc_cid=2", "https://echo.example/a"),
        ("https://dx.doi.org/10.1000/AbC", "http://doi.org/10.1000/aBc"),
    ],
)
def test_forms_of_one_page_are_one(url: str, same: str) -> None:
    assert canonical(url) == canonical(same)


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("https://echo.example/amp", "https://echo.example/"),
        ("https://echo.example/amplitude", "https://echo.example/"),
        ("https://echo.example/a?source=1", "https://echo.example/a"),
        ("https://m.example/a", "https://example/a"),
    ],
)
def test_what_may_be_another_page_is_another(url: str, other: str) -> None:
    assert canonical(url) != canonical(other)


def test_other_paths_and_parameters_are_other_addresses() -> None:
    urls = ["https://e.example/a", "https://e.example/A", "https://e.example/a?id=2"]
    assert len({canonical(url) for url in urls}) == 3


@pytest.mark.parametrize("url", ["http://[::1", "https://e.example:port/"])
def test_what_cannot_be_split_stays_as_it_is(url: str) -> None:
    assert canonical(url) == url


def test_an_address_without_what_counts_its_readers_is_as_it_was_in_all_else() -> None:
    url = "http://www.Echo.example/a?id=3&&utm_source=x&b&fbclid=1#top"
    assert untracked(url) == "http://www.Echo.example/a?id=3&&b#top"
    assert untracked("https://[half/a?utm_source=x") == "https://[half/a?utm_source=x"
