import pytest

from audit.capture import open_client
from audit.model import Hop, NetworkFault, Outcome
from tests.capture.conftest import Fetched, Settings
from tests.capture.server import ARTICLE, WORDS, Server, canary, http, redirect


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_each_redirect_status_is_a_hop_to_the_page(
    server: Server, fetched: Fetched, status: int
) -> None:
    server.on("/a", redirect("/b", status))
    server.on("/b", http("200 OK", ARTICLE))
    capture = fetched(server.url("/a"))
    assert (capture.outcome, capture.final_url) == (Outcome.CAPTURED, server.url("/b"))
    assert capture.url == server.url("/a")
    (hop,) = capture.hops
    assert hop == Hop(server.url("/a"), status, hop.record_id)
    assert hop.record_id is not None
    assert hop.record_id.startswith("urn:uuid:")
    assert hop.record_id != capture.record_id


@pytest.mark.parametrize(
    "location",
    [
        "/deep/b",
        "b",
        "./b",
        "../deep/b",
        "//127.0.0.1:{port}/deep/b",
        "http://127.0.0.1:{port}/deep/b",
        "HTTP://127.0.0.1:{port}/deep/b",
        "http://user:secret@127.0.0.1:{port}/deep/b",
        " /deep/b ",
        "/deep/b#words",
    ],
)
def test_a_location_may_be_spelled_in_many_ways(
    server: Server, fetched: Fetched, location: str
) -> None:
    server.on("/deep/a", redirect(location.format(port=server.port)))
    server.on("/deep/b", http("200 OK", ARTICLE))
    capture = fetched(server.url("/deep/a"))
    assert (capture.outcome, capture.final_url) == (Outcome.CAPTURED, server.url("/deep/b"))
    assert b"secret" not in b"".join(server.requests)
    assert b"Authorization" not in b"".join(server.requests)


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("/минист".encode(), "/%D0%BC%D0%B8%D0%BD%D0%B8%D1%81%D1%82"),
        ("/caf\xe9".encode("latin-1"), "/caf%E9"),
        (b"/a b", "/a%20b"),
    ],
)
def test_raw_characters_in_a_location_are_encoded(
    server: Server, fetched: Fetched, location: bytes, path: str
) -> None:
    server.on("/a", redirect("@").replace(b"@", location))
    server.on(path, http("200 OK", ARTICLE))
    assert fetched(server.url("/a")).outcome is Outcome.CAPTURED


@pytest.mark.parametrize(
    "answer",
    [
        http("302 Found"),
        redirect(""),
        redirect("http://[::1"),
        redirect("http://a b/"),
        redirect("http://host:port/"),
        redirect("http://*.example/"),
        redirect("http://"),
        redirect("HTTP:///b"),
        redirect("//"),
        redirect("http://?q"),
        redirect("/b", 302, "Location: /c"),
    ],
)
def test_a_redirect_to_no_clear_address_is_a_bad_one(
    server: Server, fetched: Fetched, answer: bytes
) -> None:
    server.on("/b", http("200 OK", ARTICLE))
    capture = fetched(server.on("/a", answer))
    assert (capture.outcome, capture.final_url) == (Outcome.BAD_REDIRECT, server.url("/a"))
    assert capture.status == 302


@pytest.mark.parametrize(
    "location",
    ["ftp://127.0.0.1/a", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x"],
)
def test_a_redirect_leaves_the_web_for_no_other_scheme(
    server: Server, fetched: Fetched, location: str
) -> None:
    assert fetched(server.on("/a", redirect(location))).outcome is Outcome.UNSUPPORTED_SCHEME


def test_a_location_that_was_cut_off_is_not_followed(server: Server, fetched: Fetched) -> None:
    with canary() as trap:
        head = b"HTTP/1.1 302 Found\r\nLocation: " + trap.url("/art").encode()
        capture = fetched(
            server.on("/a", head),
            allow_private=[("127.0.0.1", p) for p in (server.port, trap.port)],
        )
    assert capture.outcome is Outcome.NETWORK_ERROR
    assert capture.reason.startswith("closed:")
    assert capture.fault is NetworkFault.CLOSED


@pytest.mark.parametrize("length", [1, 2, 3])
def test_a_circle_is_a_loop(server: Server, fetched: Fetched, length: int) -> None:
    for number in range(length):
        server.on(f"/{number}", redirect(f"/{(number + 1) % length}"))
    capture = fetched(server.url("/0"))
    assert capture.outcome is Outcome.REDIRECT_LOOP
    assert len(capture.hops) == length - 1
    assert all(server.asked(f"/{number}") == 1 for number in range(length))


def test_as_many_redirects_as_allowed_are_followed_and_no_more(
    server: Server, fetched: Fetched
) -> None:
    for number in range(9):
        server.on(f"/{number}", redirect(f"/{number + 1}"))
    server.on("/9", http("200 OK", ARTICLE))
    assert fetched(server.url("/0"), max_redirects=9).outcome is Outcome.CAPTURED
    short = fetched(server.url("/0"), max_redirects=8)
    assert (short.outcome, len(short.hops)) == (Outcome.TOO_MANY_REDIRECTS, 8)
    assert server.asked("/9") == 1


def test_the_outcome_is_that_of_the_page_at_the_end(server: Server, fetched: Fetched) -> None:
    capture = fetched(server.on("/a", redirect("/gone")))
    assert (capture.outcome, len(capture.hops)) == (Outcome.NOT_FOUND, 1)


INTERSTITIALS = [
    '<head><meta http-equiv="refresh" content="0;URL=/b"></head>',
    "<META HTTP-EQUIV=REFRESH CONTENT='2; url=\"/b\"'>",
    '<meta content="5;/b" http-equiv="Refresh">',
    (
        '<noscript><META http-equiv="refresh" content="0;URL=/b"></noscript><title>/b</title>'
        '<script>window.opener = null; location.replace("\\/b")</script>'
    ),
    "<script>window.location.replace('/b');</script>",
    '<meta http-equiv="refresh" content="0;url=/x/..&#47;b">',
]


@pytest.mark.parametrize("page", INTERSTITIALS)
def test_a_page_that_only_sends_on_is_a_hop(server: Server, fetched: Fetched, page: str) -> None:
    server.on("/a", http("200 OK", page.encode()))
    server.on("/b", http("200 OK", ARTICLE))
    capture = fetched(server.url("/a"))
    assert capture.outcome is Outcome.CAPTURED
    assert [(hop.url, hop.status) for hop in capture.hops] == [(server.url("/a"), 200)]


def test_a_refresh_header_is_a_hop(server: Server, fetched: Fetched) -> None:
    server.on("/a", http("200 OK", b"<p>Wait", "Refresh: 1; url=/b"))
    server.on("/b", http("200 OK", ARTICLE))
    assert fetched(server.url("/a")).final_url == server.url("/b")


@pytest.mark.parametrize(
    "page",
    [
        '<meta http-equiv="refresh" content="300;url=/b">' + WORDS,
        '<meta http-equiv="refresh" content="0;url=/b">' + WORDS * 9,
        '<meta http-equiv="refresh" content="3;url=/b">' + WORDS * 3,
        '<meta http-equiv="refresh" content="1">' + WORDS,
        '<meta http-equiv="refresh" content="0;url=/a#top">' + WORDS,
        f'<p>{WORDS * 3}<script>location.replace("/b")</script>',
        '<meta http-equiv="refresh" content="0;url=http://[">' + WORDS,
    ],
)
def test_a_page_with_words_stays_where_it_is(server: Server, fetched: Fetched, page: str) -> None:
    capture = fetched(server.on("/a", http("200 OK", page.encode())))
    assert (capture.outcome, capture.hops) == (Outcome.CAPTURED, ())


def test_an_interstitial_that_sends_round_in_circles_is_a_loop(
    server: Server, fetched: Fetched
) -> None:
    server.on("/a", http("200 OK", INTERSTITIALS[0].encode()))
    server.on("/b", redirect("/a"))
    assert fetched(server.url("/a")).outcome is Outcome.REDIRECT_LOOP


def test_where_nothing_is_recorded_hops_have_no_record_ids(
    server: Server, settings: Settings
) -> None:
    server.on("/a", redirect("/b"))
    server.on("/b", http("200 OK", ARTICLE))
    with open_client(settings()) as client:
        capture = client(server.url("/a"))
    assert capture.hops == (Hop(server.url("/a"), 302, None),)
    assert capture.record_id is None


@pytest.mark.parametrize(
    ("link", "canonical"),
    [
        ('<link rel="canonical" href="/story">', "/story"),
        ("<LINK href=/story?a=1&amp;b=2 rel=Canonical>", "/story?a=1&b=2"),
        (
            '<link rel="canonical" href="https://www.news.example/мост">',
            "https://www.news.example/мост",
        ),
        ('<link rel="canonical" href="/story#top">', "/story"),
        ('<link rel="canonical" href="/a">', None),
        ('<link rel="canonical" href="">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="http://user:secret@[::1/">', None),
        ('<link rel="stylesheet" href="/story">', None),
    ],
)
def test_the_address_that_a_page_gives_for_itself_is_recorded_and_not_followed(
    server: Server, fetched: Fetched, link: str, canonical: str | None
) -> None:
    server.on("/a", http("200 OK", link.encode() + ARTICLE))
    capture = fetched(server.url("/a"))
    expected = server.url(canonical) if canonical and canonical.startswith("/") else canonical
    assert (capture.final_url, capture.canonical) == (server.url("/a"), expected)
    assert len(server.requests) == 1
