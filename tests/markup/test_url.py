"""One answer to what host an address has, and whether it is an outlet's."""

import pytest

from audit.markup.addresses.url import copied_from, domains_of, host_of, hostname, on_domain
from audit.model import Outlet


@pytest.mark.parametrize(
    ("url", "domain", "expected"),
    [
        ("https://www.bbc.com/news", "bbc.com", True),
        ("https://bbc.com./news", "bbc.com", True),
        ("https://www.bbc.com./x", "bbc.com", True),
        ("HTTPS://WWW.BBC.COM/news", "bbc.com", True),
        ("https://user@bbc.com:8443/", "bbc.com", True),
        ("https://bbc.com@evil.example/", "bbc.com", False),
        ("https://news.bbc.com", "BBC.com", True),
        ("mailto:bbc.com", "", False),
        ("https://notbbc.com/news", "bbc.com", False),
        ("https://bbc.com.evil.example/", "bbc.com", False),
        ("http://[::1", "bbc.com", False),
    ],
)
def test_a_domain_takes_in_what_lies_below_it(url: str, domain: str, expected: bool) -> None:  # noqa: FBT001 — a table
    assert on_domain(url, domain) is expected


@pytest.mark.parametrize("url", ["http://[::1", "mailto:a@b.example", "", "https://", "//[x]/y"])
def test_an_address_without_a_host_is_no_error(url: str) -> None:
    assert host_of(url) == hostname(url)
    assert not on_domain(url, "bbc.com")


def test_a_host_lies_on_its_domains_the_narrowest_first() -> None:
    assert domains_of("https://www.A.example./") == ("www.a.example", "a.example", "example")
    assert host_of("https://www.a.example./x") == "a.example"


@pytest.mark.parametrize(
    ("url", "page"),
    [
        (
            "https://web.archive.org/web/20200101000000/https://e.example/a?b=1",
            "https://e.example/a?b=1",
        ),
        ("http://web.archive.org/web/2020id_/http://e.example/a", "http://e.example/a"),
        ("https://web.archive.org/web/2020/e.example/a", "https://e.example/a"),
        ("https://web.archive.org/web/2020/http:/e.example/a", "http://e.example/a"),
        ("https://archive.ph/2020.01.02-030405/https://e.example/a", "https://e.example/a"),
        ("https://archive.today/newest/https://e.example/a", "https://e.example/a"),
        ("https://archive.is/o/AbCdE/https://e.example/a", "https://e.example/a"),
        ("https://archive.ph/AbCdE", None),
        ("https://archive.org/details/book", None),
        ("https://e.example/web/2020/https://f.example/a", None),
    ],
)
def test_a_copy_of_an_archive_says_of_which_page(url: str, page: str | None) -> None:
    assert copied_from(url) == page


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.bbc.com./news", True),
        ("https://m.BBC.com:443/news", True),
        ("https://amp.bbc.com/news", True),
        ("https://web.archive.org/web/2020/https://www.bbc.com/news", True),
        ("https://bbc.com.evil.example/news", False),
        ("https://bbc.example/news", False),
        ("https://xn--bcher-kva.example/", True),
        ("https://bücher.example/", True),
    ],
)
def test_an_outlet_publishes_on_its_domains_however_they_are_written(
    url: str,
    expected: bool,  # noqa: FBT001 — a table
) -> None:
    assert Outlet("BBC", ("bbc.com", "bücher.example")).publishes(url) is expected
