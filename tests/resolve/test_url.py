"""URLs are compared by what they lead to."""

import pytest

from audit.resolve.url import canonical


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


def test_other_paths_and_parameters_are_other_addresses() -> None:
    urls = ["https://e.example/a", "https://e.example/A", "https://e.example/a?id=2"]
    assert len({canonical(url) for url in urls}) == 3


@pytest.mark.parametrize("url", ["http://[::1", "https://e.example:port/"])
def test_what_cannot_be_split_stays_as_it_is(url: str) -> None:
    assert canonical(url) == url
