import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.capture.http.addresses import why_not_public
from audit.capture.http.exchange import Failure
from audit.capture.http.policy import BAD_PORTS, Target, examine, permitted, without_credentials
from audit.model import Outcome


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",  # noqa: S104 — an address to judge, nothing binds to it
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "198.19.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fd00:ec2::254",
        "fc00::1",
        "ff02::1",
        "2001:db8::1",
        "2001:0:53aa:64c::1",
        "2002:7f00:1::",
        "2002:808:808::",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "5f00::1",
    ],
)
def test_an_address_that_is_not_public_is_named_for_what_it_is(address: str) -> None:
    assert why_not_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "172.32.0.1",
        "100.128.0.1",
        "2606:4700::1111",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
    ],
)
def test_a_public_address_is_public(address: str) -> None:
    assert why_not_public(address) == ""


@given(st.ip_addresses())
def test_every_private_or_loopback_address_that_python_knows_is_refused(address: object) -> None:
    ip = str(address)
    if getattr(address, "is_loopback", False) or getattr(address, "is_link_local", False):
        assert why_not_public(ip)


@pytest.mark.parametrize(
    "host",
    [
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "127.1",
        "127.0.1",
        "127.0.0.1.",
        "127.0.0.1.5",
        "127.0.0.01",
        "１２７.0.0.1",
        "127。0。0。1",
        "①②⑦.0.0.1",
        "0X7F.0.0.1",
        "256.1.1.1",
    ],
)
def test_a_number_for_a_host_in_an_unusual_spelling_is_refused(host: str) -> None:
    came = examine(f"http://{host}/")
    assert isinstance(came, Failure)
    assert came.outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "url",
    [
        "http://good.example\\@127.0.0.1/",
        "http://127.0.0.1\\.good.example/",
        "http://good.example/a\\..\\b",
        "http://good.example%2f@127.0.0.1%00/",
        "http://%31%32%37.0.0.1/",
        "http:///etc/passwd",
        "http:good.example",
        "http://",
        "http://[::1",
        "http://[fe80::1%25eth0]/",
        "http://a b/",
        "http://good.example:99999/",
        "http://good.example:port/",
        "http://good.example/" + "a" * 70_000,
        "https://good.example:25/",
        "http://good.example:6667/",
    ],
)
def test_what_programs_read_differently_is_refused(url: str) -> None:
    came = examine(url)
    assert isinstance(came, Failure)
    assert came.outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "file:///etc/passwd",
        "data:,x",
        "",
        "/a",
        "news",
    ],
)
def test_only_http_and_https_are_asked(url: str) -> None:
    came = examine(url)
    assert isinstance(came, Failure)
    assert came.outcome is Outcome.UNSUPPORTED_SCHEME


def test_credentials_and_fragment_never_leave() -> None:
    came = examine(" HTTPS://user:pass@word@News.example:8443/a?b=c#words\n")
    assert came == Target("https://News.example:8443/a?b=c", "https", "news.example", 8443)


def test_tabs_and_line_breaks_inside_go_as_in_browsers() -> None:
    came = examine("ht\ntp://news.exa\tmple/a")
    assert isinstance(came, Target)
    assert came.url == "http://news.example/a"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://user:pass@a.example/x?y#z", "https://a.example/x?y#z"),
        ("https://a.example/@b?c=d@e", "https://a.example/@b?c=d@e"),
        ("ftp://u:p@a.example/", "ftp://a.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://u:p@q@a.example", "https://a.example"),
    ],
)
def test_a_url_is_shown_without_credentials(url: str, shown: str) -> None:
    assert without_credentials(url) == shown


@given(st.text(max_size=80), st.sampled_from(["", "http://", "https://", "http:", "//"]))
def test_any_text_is_either_a_target_or_a_failure(text: str, prefix: str) -> None:
    came = examine(prefix + text)
    assert isinstance(came, Target | Failure)
    if isinstance(came, Target):
        assert "#" not in came.url
        assert came.port not in BAD_PORTS
        assert examine(came.url) == came


def test_an_exception_opens_one_host_and_port_and_nothing_else() -> None:
    allow = {("127.0.0.1", 8000)}
    open_target = Target("http://127.0.0.1:8000/", "http", "127.0.0.1", 8000)
    other_port = Target("http://127.0.0.1:8001/", "http", "127.0.0.1", 8001)
    other_name = Target("http://localhost:8000/", "http", "localhost", 8000)
    assert permitted(open_target, "127.0.0.1", allow) is None
    assert permitted(other_port, "127.0.0.1", allow) is not None
    assert permitted(other_name, "127.0.0.1", allow) is not None
    assert permitted(other_name, "93.184.216.34", ()) is None
