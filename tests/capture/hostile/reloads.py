"""Pages that load themselves again at once, of which nobody has read a word; and those that let be read."""

from audit.model import Outcome
from tests.capture.hostile.fault import PAGE, STORY, Words, fault, ok, sends, story

LOOP = Outcome.REDIRECT_LOOP
SELF = "http://127.0.0.1:{port}/a"
FEW = "<p>One moment, and you will see what the mayor of the town has said.</p>"


def page(head: str, *headers: str, words: str = FEW) -> bytes:
    return ok(f"<!doctype html><html><head>{head}</head><body>{words}</body></html>", *headers)


def meta(content: str) -> str:
    return f'<meta http-equiv="refresh" content="{content}">'


RELOADS = [
    fault(f"reloads by {name}", reply, LOOP, most=2)
    for name, reply in (
        ("a refresh element to its path", page(meta("0;url=/a"))),
        ("a refresh header to its address", page("", f"Refresh: 0; URL={SELF}")),
        ("a refresh element to its name", page(meta("0;a"))),
        ("a refresh element to nothing", page(meta("0"))),
        ("a refresh element to an empty address", page(meta("0; url="))),
        ("a refresh element after part of a second", page(meta("0.5"))),
        ("a refresh header to its path", page("", "Refresh: 0; url=/a")),
        ("a refresh header to nothing", page("", "Refresh: 0")),
        ("a refresh element on a long page", ok(story(head=meta("0;url=/a")))),
        ("a refresh element on a page of many bytes", ok(story(head=meta("0"), foot=" " * 90_000))),
        ("a refresh header on a long page", ok(STORY, "Refresh: 0;url=/a")),
        ("a refresh element for browsers without scripts", page(f"<noscript>{meta('0;url=/a')}</noscript>")),
        ("a script that goes to its address", page("<script>location.href = '/a';</script>")),
        ("a script that loads the page again", page("<script>window.location.reload(true)</script>")),
        ("a link to itself", page("", words="<p>You are being redirected <a href='/a'>here</a>.</p>")),
        ("a refresh element on a page without words", sends(meta("0;url=/a"))),
    )
]  # fmt: skip
RELOADS += [
    fault(
        "reloads with a cookie that changes nothing",
        page(meta("0;url=/a"), "Set-Cookie: seen=1; Path=/"),
        LOOP,
        most=3,
    ),
    fault(
        "two pages that refresh to each other",
        {"/a": page(meta("0;url=/b")), "/b": page(meta("0;url=/a"))},
        LOOP,
        most=2,
    ),
    fault(
        "a page and a script that lead to each other",
        {"/a": page(meta("0;url=/b")), "/b": page("<script>location.replace('/a')</script>")},
        LOOP,
        most=2,
    ),
    fault(
        "refreshes to pages without end",
        {f"/{name}": page(meta(f"0;url=/{n}")) for n, name in enumerate(["a", *range(25)])},
        Outcome.TOO_MANY_REDIRECTS,
    ),
    fault(
        "a page that asks whether a program reads, and reloads",
        page(meta("0;url=/a"), words="<h1>Checking your browser before accessing the site</h1>"),
        Outcome.BLOCKED,
    ),
]
READ_AS_IT_STANDS = [
    fault(f"lets be read, with {name}", reply, Outcome.CAPTURED, Words.WHOLE)
    for name, reply in (
        ("a refresh every five minutes", ok(story(head=meta("300")))),
        ("a refresh to itself after thirty seconds", ok(story(head=meta("30;url=/a")))),
        ("a refresh header after a minute", ok(STORY, "Refresh: 60")),
        ("a refresh to a place on the page", ok(story(head=meta("0;url=#words")))),
        ("a refresh that is none", ok(story(head=meta("words")))),
        ("an empty refresh", ok(story(head=meta("")))),
        ("a script that reloads on a click", ok(story(head="<script>function f(){location.reload()}</script>"))),
        ("a refresh for browsers without scripts", ok(story(head=f"<noscript>{meta('0;url=/a')}</noscript>"))),
    )
]  # fmt: skip
RELOADS += [
    *READ_AS_IT_STANDS,
    fault(
        "reloads once, with the cookie that opens",
        {"/a": (page(meta("0"), "Set-Cookie: ok=1; Path=/"), PAGE)},
        (Outcome.CAPTURED, LOOP),
        Words.SILENT,
    ),
]
