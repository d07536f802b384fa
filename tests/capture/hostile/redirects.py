"""Ways to a page, straight and crooked."""

import contextlib
import socket
import time

from audit.model import Outcome
from tests.capture.hostile.fault import PAGE, STORY, Words, fault, ok, story
from tests.capture.server import http, redirect

CAPTURED = Outcome.CAPTURED
WHOLE = Words.WHOLE


def to(location: str | bytes, status: int = 302) -> bytes:
    raw = location if isinstance(location, bytes) else location.encode()
    return b"HTTP/1.1 %d Moved\r\nContent-Length: 0\r\nLocation: %s\r\n\r\n" % (status, raw)


def sends(markup: str, *headers: str) -> bytes:
    """A page without words of its own."""
    return ok(f"<!doctype html><html><head>{markup}</head><body></body></html>", *headers)


def drips(connection: socket.socket) -> None:
    """A redirect whose body never ends."""
    connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 99999\r\n\r\n")
    with contextlib.suppress(OSError):
        while True:
            connection.sendall(b"x")
            time.sleep(0.05)


STATUSES = [
    fault(
        f"status {status}", {"/a": to("/b", status), "/b": PAGE}, CAPTURED, WHOLE, ends="/b", hops=1
    )
    for status in (301, 302, 303, 307, 308)
]
SPELLINGS = [
    fault(
        f"location {location!r}",
        {"/deep/a": to(location), "/deep/b": PAGE},
        CAPTURED,
        WHOLE,
        at="/deep/a",
        ends="/deep/b",
    )
    for location in (
        "/deep/b",
        "b",
        "./b",
        "../deep/b",
        "/x/../deep/./b",
        "//127.0.0.1:{port}/deep/b",
        "http://127.0.0.1:{port}/deep/b",
        "HTTP://127.0.0.1:{port}/deep/b",
        "http://user:secret@127.0.0.1:{port}/deep/b",
        "  /deep/b  ",
        "/deep/b#part",
        "http://127.0.0.1:{port}/deep/b#a#b",
    )
]
RAW = [
    fault(
        f"raw location {location!r}",
        {"/a": to(location), path: PAGE},
        CAPTURED,
        WHOLE,
        ends=path,
    )
    for location, path in (
        ("/мост".encode(), "/%D0%BC%D0%BE%D1%81%D1%82"),
        ("/caf\xe9".encode("latin-1"), "/caf%E9"),
        (b"/old bridge", "/old%20bridge"),
        ("/q?x=é".encode(), "/q?x=%C3%A9"),
    )
]
CHAINS = [
    fault(
        "mixed chain",
        {
            "/a": to("/1", 301),
            "/1": to("2", 307),
            "/2": to("//127.0.0.1:{port}/3", 303),
            "/3": to("?x", 308),
            "/3?x": PAGE,
        },
        CAPTURED,
        WHOLE,
        ends="/3?x",
        hops=4,
    ),
    fault(
        "chain of twenty",
        {"/a": to("/1"), **{f"/{n}": to(f"/{n + 1}") for n in range(1, 20)}, "/20": PAGE},
        CAPTURED,
        WHOLE,
        hops=20,
    ),
    fault(
        "chain of twenty-one",
        {"/a": to("/1"), **{f"/{n}": to(f"/{n + 1}") for n in range(1, 21)}, "/21": PAGE},
        Outcome.TOO_MANY_REDIRECTS,
        hops=20,
    ),
    fault("loop of one", {"/a": to("/a")}, Outcome.REDIRECT_LOOP, most=2),
    fault("loop of two", {"/a": to("/b"), "/b": to("/a")}, Outcome.REDIRECT_LOOP, most=2),
    fault(
        "loop after a while",
        {"/a": to("/b"), "/b": to("/c"), "/c": to("/b")},
        Outcome.REDIRECT_LOOP,
    ),
    fault("loop by fragment", {"/a": to("/a#x")}, Outcome.REDIRECT_LOOP, most=2),
    fault(
        "loop by meta refresh",
        {"/a": sends('<meta http-equiv=refresh content="0;url=/b">'), "/b": to("/a")},
        Outcome.REDIRECT_LOOP,
    ),
    fault(
        "cookie gate",
        {"/a": (redirect("/a", 302, "Set-Cookie: ok=1; Path=/"), PAGE)},
        CAPTURED,
        WHOLE,
        hops=1,
    ),
    fault(
        "cookie gate over another page",
        {
            "/a": (to("/gate?back=/a"), PAGE),
            "/gate?back=/a": redirect("/a", 302, "Set-Cookie: ok=1; Path=/"),
        },
        CAPTURED,
        WHOLE,
        hops=2,
    ),
    fault("to a missing page", {"/a": to("/b")}, Outcome.NOT_FOUND, hops=1),
    fault("to a page that is gone", {"/a": to("/b"), "/b": http("410 Gone")}, Outcome.GONE),
    fault(
        "with the page as its own body", http("302 Found", STORY, "Location: /b"), Outcome.NOT_FOUND
    ),
]
CHAINS += [
    fault(
        "cookie gate that reloads itself",
        {
            "/a": (
                ok('<meta http-equiv="refresh" content="0;url=/a">', "Set-Cookie: ok=1; Path=/"),
                PAGE,
            )
        },
        CAPTURED,
        WHOLE,
        hops=1,
    ),
    fault("redirect that drips its body", {"/a": drips, "/b": PAGE}, CAPTURED, WHOLE, hops=1),
]
BAD = [
    fault(name, {"/a": reply, "/b": PAGE, "/c": PAGE}, Outcome.BAD_REDIRECT)
    for name, reply in (
        ("two locations", http("302 Found", b"", "Location: /b", "Location: /c")),
        ("no location", http("302 Found", STORY)),
        ("empty location", to("")),
        ("location to no host", to("http://")),
        ("location to a query without host", to("http://?x")),
        ("location with a bad port", to("http://127.0.0.1:port/b")),
        ("location with a port beyond all", to("http://127.0.0.1:99999/b")),
        ("location with an open bracket", to("http://[::1/b")),
        ("location with a space in the host", to("http://a b/")),
        ("status 300", http("300 Multiple Choices", b"<ul><li>Choose")),
        ("status 305", http("305 Use Proxy", b"", "Location: http://127.0.0.1:1/")),
    )
] + [
    fault(
        "two equal locations",
        {"/a": http("302 Found", b"", "Location: /b", "Location: /b"), "/b": PAGE},
        CAPTURED,
        WHOLE,
    ),
    fault(
        "unasked 304",
        http("304 Not Modified"),
        (Outcome.BAD_RESPONSE, Outcome.EMPTY, Outcome.BAD_REDIRECT),
    ),
]
SCHEMES = [
    fault(f"to {location}", to(location), Outcome.UNSUPPORTED_SCHEME)
    for location in (
        "ftp://127.0.0.1/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,words",
        "mailto:a@b.example",
        "intent://x#Intent;end",
        "gopher://127.0.0.1/",
    )
] + [
    fault(f"to {location}", to(location), Outcome.REFUSED)
    for location in (
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://127.0.0.1:22/",
        "http://localhost/",
        "http://127.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://good.example\\@127.0.0.1/",
        "http://10.0.0.1/",
        "http://0.0.0.0/",
    )
]
INTERSTITIALS = [
    fault(name, {"/a": page, "/b": PAGE}, CAPTURED, WHOLE, ends="/b", hops=1)
    for name, page in (
        ("refresh header", sends("", "Refresh: 0; url=/b")),
        ("refresh header with a wait", sends("", "Refresh: 3;URL='/b'")),
        ("refresh header without url=", sends("", "Refresh: 0;/b")),
        ("meta refresh", sends('<meta http-equiv="refresh" content="0;url=/b">')),
        ("meta refresh, capitals", sends('<META HTTP-EQUIV="REFRESH" CONTENT="0; URL=/b">')),
        ("meta refresh, unquoted", sends("<meta http-equiv=refresh content=0;url=/b>")),
        (
            "meta refresh, single quotes inside",
            sends('<meta http-equiv="refresh" content="0; url=\'/b\'">'),
        ),
        (
            "meta refresh, single quotes outside",
            sends("<meta http-equiv='refresh' content='0; url=/b'>"),
        ),
        ("meta refresh, content first", sends('<meta content="0;url=/b" http-equiv="refresh"/>')),
        ("meta refresh, entities", sends('<meta http-equiv="refresh" content="0;url=&#x2F;b">')),
        ("meta refresh, blanks", sends('<meta http-equiv = "refresh" content = " 0 ; url = /b ">')),
        ("meta refresh, comma", sends('<meta http-equiv="refresh" content="0,url=/b">')),
        ("meta refresh, fraction", sends('<meta http-equiv="refresh" content="0.5;url=/b">')),
        ("meta refresh, no number", sends('<meta http-equiv="refresh" content=";url=/b">')),
        (
            "meta refresh, ten seconds",
            ok(
                '<meta http-equiv="refresh" content="10;url=/b"><p>You will be sent on in ten seconds.'
            ),
        ),
        (
            "meta refresh in noscript",
            sends('<noscript><meta http-equiv="refresh" content="0;url=/b"></noscript>'),
        ),
        (
            "meta refresh in the body",
            ok('<body><meta http-equiv="refresh" content="0;url=/b"><p>Moved'),
        ),
        (
            "meta refresh with a few words",
            ok(
                '<meta http-equiv="refresh" content="0;url=/b"><title>Redirecting</title><p>Redirecting you to the story. <a href="/b">Click here</a> if nothing happens.'
            ),
        ),
        (
            "meta refresh after a long script",
            sends(
                f"<script>{'var a = 1; ' * 3000}</script>"
                '<meta http-equiv="refresh" content="0;url=/b">'
            ),
        ),
        (
            "as t.co sends browsers on",
            ok(
                '<head><noscript><META http-equiv="refresh" content="0;URL=/b"></noscript><title>/b</title></head>'
                '<script>window.opener = null; location.replace("\\/b")</script>'
            ),
        ),
        ("location.replace", sends('<script>location.replace("/b")</script>')),
        ("window.location.replace", sends("<script>window.location.replace('/b');</script>")),
        ("location.href", sends('<script>location.href = "/b";</script>')),
        ("window.location.href", sends("<script>window.location.href='/b'</script>")),
        ("window.location", sends('<script>window.location = "/b"</script>')),
        ("document.location", sends('<script>document.location="/b"</script>')),
        ("top.location", sends('<script>top.location.href="/b"</script>')),
        ("self.location", sends('<script>self.location="/b"</script>')),
        ("location.assign", sends('<script>location.assign("/b")</script>')),
        (
            "after a time-out",
            sends('<script>setTimeout(function(){window.location.href="/b"}, 1000)</script>'),
        ),
        (
            "time-out with a string",
            sends("""<script>setTimeout("location.href = '/b'", 500);</script>"""),
        ),
        ("with escapes", sends('<script>location.replace("\\x2fb")</script>')),
        ("with unicode escapes", sends('<script>location.replace("\\u002Fb")</script>')),
        (
            "one link and a word of it",
            ok("<title>Redirecting</title><p>You are being redirected. <a href='/b'>Go on</a>"),
        ),
        ("on load", ok("<body onload=\"location.replace('/b')\"></body>")),
    )
]
NO_INTERSTITIALS = [
    fault(
        name,
        {
            "/a": page,
            "/b": ok("<h1>Other</h1><p>Something else stands here, in nine or ten words."),
        },
        CAPTURED,
        WHOLE,
        ends="/a",
        hops=0,
    )
    for name, page in (
        ("page that reloads itself", ok(story(head='<meta http-equiv="refresh" content="300">'))),
        (
            "page that reloads itself by its address",
            ok(story(head='<meta http-equiv="refresh" content="60;url=/a">')),
        ),
        (
            "page that leaves after five minutes",
            ok(story(head='<meta http-equiv="refresh" content="300;url=/b">')),
        ),
        (
            "refresh in a comment",
            ok(story(head='<!-- <meta http-equiv="refresh" content="0;url=/b"> -->')),
        ),
        (
            "refresh in noscript of a story",
            ok(story(head='<noscript><meta http-equiv="refresh" content="0;url=/b"></noscript>')),
        ),
        (
            "refresh written about",
            ok(story(foot="<pre>&lt;meta http-equiv=refresh content='0;url=/b'&gt;</pre>")),
        ),
        (
            "refresh in a script's string",
            ok(
                story(
                    head='<script>var s = \'<meta http-equiv="refresh" content="0;url=/b">\';</script>'
                )
            ),
        ),
        (
            "location in a handler",
            ok(story(foot='<script>function go() { location.href = "/b"; }</script>')),
        ),
        (
            "script for old browsers",
            ok(story(head='<script>if (!window.fetch) location.replace("/b")</script>')),
        ),
        (
            "refresh in a textarea",
            ok(story(foot='<textarea><meta http-equiv="refresh" content="0;url=/b"></textarea>')),
        ),
        ("location on a status 200", ok(STORY, "Location: /b")),
    )
]
SHELLS = [
    fault(name, {"/a": page}, Outcome.NEEDS_JAVASCRIPT)
    for name, page in (
        ("empty root", ok('<div id="root"></div><script src="/app.js"></script>')),
        (
            "empty root with a noscript",
            ok(
                '<title>News</title><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/m.js"></script>'
            ),
        ),
        (
            "as X shows itself",
            ok(
                "<title>X</title><div>JavaScript is not available.</div><p>We’ve detected that JavaScript is disabled in this browser. Please enable JavaScript or switch to a supported browser to continue using x.com.</p><script>x</script>"
            ),
        ),
        (
            "script that computes its target",
            sends("<script>location.replace(atob('L2I='))</script>"),
        ),
        (
            "data in a script",
            ok(
                '<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"a": 1}</script><script src="/n.js"></script>'
            ),
        ),
        ("loading message", ok('<div id="app">Loading…</div><script src="/app.js"></script>')),
        (
            "menu and footer only",
            ok(
                "<title>News</title><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul><div id=app></div>"
                "<div>© 2026 The Example News Company, Harbour Street 1. All rights reserved.</div>"
                "<script src=/a.js></script>"
            ),
        ),
        ("no words and frames", ok('<script src="/a.js"></script><iframe src="/x"></iframe>')),
    )
]
REDIRECTS = [
    *STATUSES,
    *SPELLINGS,
    *RAW,
    *CHAINS,
    *BAD,
    *SCHEMES,
    *INTERSTITIALS,
    *NO_INTERSTITIALS,
    *SHELLS,
]
