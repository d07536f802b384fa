"""Pages that only send on, articles that do not, and shells that need a browser."""

from audit.model import Outcome
from tests.capture.hostile.fault import PAGE, STORY, Words, fault, ok, sends, story

CAPTURED, WHOLE = Outcome.CAPTURED, Words.WHOLE

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

ON_THE_WAY = [*INTERSTITIALS, *NO_INTERSTITIALS, *SHELLS]
