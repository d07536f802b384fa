"""One answer to what host an address has, and whether it is an outlet's."""

import pytest

from audit.markup.url import domains_of, host_of, hostname, on_domain


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
