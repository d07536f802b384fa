"""Pages that stand where an article should, and articles about such pages, which are articles."""

import time
from http.client import HTTPMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.capture.http.exchange import Answer, Exchange
from audit.capture.outcome.glance import glance
from audit.capture.outcome.judgement import judge
from audit.model import Outcome
from tests.capture.server import WORDS

URL = "https://news.example/a"
LONG = f"<p>{WORDS * 30}</p>"
SHORT = f"<p>{WORDS * 2}</p>"


def outcome(page: str, url: str = URL) -> Outcome:
    headers = HTTPMessage()
    headers["Content-Type"] = "text/html"
    return judge(Answer(Exchange(url, response=b"-"), 200, headers, page.encode()))[0]


ERROR_PAGES = [
    "<title>404 Not Found</title><h1>Not Found</h1>",
    "<title>Page not found | The Paper</title>",
    "<title>The Paper - Page Not Found</title>",
    "<title>The Paper</title><h1>Sorry, this page doesn’t exist.</h1>",
    "<title>The Paper</title><h1><span>Page</span> <b>not found</b></h1>",
    "<title>Error 404</title>",
    "<title>Seite nicht gefunden – Die Zeitung</title>",
    "<title>Página no encontrada | El Diario</title>",
]


@pytest.mark.parametrize("page", ERROR_PAGES)
def test_an_error_page_is_a_soft_404_unless_an_article_follows(page: str) -> None:
    assert outcome(page + SHORT) is Outcome.SOFT_404
    assert outcome(page + LONG) is Outcome.CAPTURED


@pytest.mark.parametrize(
    "title",
    [
        "Missing plane not found after a week",
        "Why 404 is the number of the web",
        "Page not found: a history of the error",
        "Room 404",
    ],
)
def test_a_headline_that_only_mentions_an_error_is_none(title: str) -> None:
    assert outcome(f"<title>{title}</title><h1>{title}</h1>{SHORT}") is Outcome.CAPTURED


@pytest.mark.parametrize(
    ("page", "wall"),
    [
        ("<title>Just a moment...</title><p>Checking your browser", Outcome.BLOCKED),
        ("<title>Access Denied</title><p>You have no permission", Outcome.BLOCKED),
        ("<title>Attention Required! | Shield</title>", Outcome.BLOCKED),
        ("<title>Before you continue to the site</title><p>We use", Outcome.CONSENT_REQUIRED),
        ("<title>T</title><h1>We value your privacy</h1><p>We use", Outcome.CONSENT_REQUIRED),
        (f"<p>{WORDS}</p><p>Subscribe to continue reading.", Outcome.PAYWALLED),
        (f"<p>{WORDS}</p><p>This article is for subscribers only", Outcome.PAYWALLED),
        ("<h1>Welcome</h1><p>Please log in to see this page", Outcome.LOGIN_REQUIRED),
        ('<form><input name=p type="password"></form><p>Members', Outcome.LOGIN_REQUIRED),
        ("<div id=root></div><script>run()</script>", Outcome.NEEDS_JAVASCRIPT),
        (
            f"<noscript>Please enable JavaScript to use this site</noscript><p>{WORDS}",
            Outcome.NEEDS_JAVASCRIPT,
        ),
        ("<p>JavaScript is not available. We’ve detected that", Outcome.NEEDS_JAVASCRIPT),
    ],
)
def test_a_wall_is_named_unless_an_article_follows(page: str, wall: Outcome) -> None:
    assert outcome(page) is wall
    assert outcome(page + LONG) is Outcome.CAPTURED


@pytest.mark.parametrize("url", ["http://news.ex[mple/a", "http://[::1", "//[x]/y", ""])
def test_an_address_that_is_none_is_borne(url: str) -> None:
    """An archive may say that it has the answer of one."""
    headers = HTTPMessage()
    headers["Content-Type"] = "text/html"
    answer = Answer(Exchange(url, response=b"-"), 200, headers, f"<p>{WORDS}".encode())
    assert judge(answer, [url])[0] is Outcome.CAPTURED


def test_a_host_for_consent_asks_for_consent() -> None:
    assert outcome(SHORT, "https://consent.news.example/c") is Outcome.CONSENT_REQUIRED


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ('"isAccessibleForFree": false', Outcome.PAYWALLED),
        ('"isAccessibleForFree":"False"', Outcome.PAYWALLED),
        ('"isAccessibleForFree": true', Outcome.CAPTURED),
        ('"isAccessibleForFree": true, "a": {"isAccessibleForFree": false}', Outcome.CAPTURED),
    ],
)
def test_a_page_that_declares_itself_not_free_is_paywalled(
    declared: str, expected: Outcome
) -> None:
    assert outcome(f"<script type=application/ld+json>{{{declared}}}</script>{LONG}") is expected


def test_a_short_article_with_a_sign_in_link_is_an_article() -> None:
    assert outcome(f"<a>Sign in</a><script>x</script>{SHORT}") is Outcome.CAPTURED


def test_a_glance_sees_what_a_browser_without_scripts_shows() -> None:
    page = glance(
        b"<title>The &amp; Title</title><!-- no <b>word</b> --><style>p {}</style>"
        b"<SCRIPT>if (a < b) no()</SCRIPT ><h1>One <i>Two</i></h1><noscript>Off <b>here</b></noscript>"
        b"<p>Three &lt; four<br>5 < 6<template>no</template>"
    )
    assert page.title == "the & title"
    assert page.heading == "one two"
    assert page.noscript == "off here"
    assert page.text == "one two three < four 5 < 6"
    assert page.has_script
    assert not page.has_password


@given(
    st.lists(st.sampled_from(["<", ">", "<p", "</", "<!--", "-->", "<script", "&", '"', "word "]))
)
def test_a_glance_takes_any_page(pieces: list[str]) -> None:
    glance("".join(pieces).encode())


@pytest.mark.parametrize(
    "piece", [b"<", b"<b>", b"<!---->", b"<script></script>", b"<h1", b"&#", b"<input "]
)
def test_a_page_that_is_made_to_waste_time_does_not(piece: bytes) -> None:
    begin = time.process_time()
    glance(piece * (5_000_000 // len(piece)))
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    ("call", "promise"),
    [
        (
            "Support our journalism from 1 €",
            '<script type="application/ld+json">{"wordCount": 900}</script>',
        ),
        ("Werden Sie Abonnent", "<meta name='twitter:data2' content='7 Minuten'>"),
        (
            "Already a subscriber? Sign in",
            '<script type="application/ld+json">{"timeRequired": "PT6M"}</script>',
        ),
    ],
)
def test_a_page_that_asks_and_shows_less_than_it_promises_is_a_beginning(
    call: str, promise: str
) -> None:
    beginning = (
        f"<title>Tunnel opens</title>{promise}<h1>The tunnel opens in spring</h1><p>{WORDS * 4}</p>"
    )
    assert outcome(f"{beginning}<p>{call}</p>") is Outcome.PAYWALLED
    assert outcome(beginning) is Outcome.CAPTURED
    assert outcome(f"{beginning}<p>{WORDS * 30}</p><p>{call}</p>") is Outcome.CAPTURED


LIST = "".join(f"<li><a href=/a>{WORDS}</a></li>" for _ in range(30))


@pytest.mark.parametrize(
    ("asked", "final", "page", "expected"),
    [
        ("/2024/05/tunnel-opens-in-spring", "/archive", LIST, Outcome.SOFT_404),
        ("/politik/tunnel-soll-bald-oeffnen-1234", "/themen/verkehr", LIST, Outcome.SOFT_404),
        ("/2024/05/tunnel-opens-in-spring", "/tunnel", LONG, Outcome.CAPTURED),
        ("/2024/05/tunnel-opens-in-spring", "/story/the-tunnel-opens-now", LIST, Outcome.CAPTURED),
        ("/topics", "/archive", LIST, Outcome.CAPTURED),
    ],
)
def test_a_way_from_a_page_to_a_list_of_links_leads_astray(
    asked: str, final: str, page: str, expected: Outcome
) -> None:
    headers = HTTPMessage()
    headers["Content-Type"] = "text/html"
    host = "https://news.example"
    body = f"<title>T</title><main>{page}</main>".encode()
    answer = Answer(Exchange(f"{host}{final}", response=b"-"), 200, headers, body)
    assert judge(answer, [f"{host}{asked}"])[0] is expected


TOLD = "<p>The port’s head of sales, Joan Pryce, said on Monday that it was time to do so.</p>"


@pytest.mark.parametrize(
    "headline",
    [
        "Ticket site drops CAPTCHA for ferry bookings",
        "Airport ends one security check of two",
        "Bank closes the account of anyone who fails its human verification",
    ],
)
def test_a_headline_may_have_the_name_of_a_wall_in_it(headline: str) -> None:
    told = f"<p>Verify that you are a human: everybody knows the request.</p>{TOLD}"
    assert outcome(f"<title>{headline}</title><h1>{headline}</h1>{told}") is Outcome.CAPTURED


@pytest.mark.parametrize("heading", ["Security check", "Verify you are human (1 of 2)"])
def test_a_heading_that_is_the_name_of_a_wall_is_one(heading: str) -> None:
    page = f"<title>port.example</title><h1>{heading}</h1><p>Verify that you are a human.</p>"
    assert outcome(page) is Outcome.BLOCKED


@pytest.mark.parametrize(
    "heading",
    [
        "You are now in line",
        "Sie befinden sich in der Warteschlange",
        "Vous êtes dans la file d’attente",
    ],
)
def test_a_queue_is_no_page(heading: str) -> None:
    page = f"<title>Queue</title><h1>{heading}</h1><p>4,118 users are ahead of you.</p>"
    assert outcome(page) is Outcome.BLOCKED


@pytest.mark.parametrize("headline", ["In line for the last ferry", "Die längste Warteschlange"])
def test_an_article_about_a_queue_is_a_page(headline: str) -> None:
    assert outcome(f"<title>{headline}</title><h1>{headline}</h1>{TOLD}") is Outcome.CAPTURED


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Protected: Minutes of May", "This content is password protected."),
        ("Geschützt: Protokoll vom Mai", "Dieser Inhalt ist passwortgeschützt."),
        ("Protégé : compte rendu de mai", "Ce contenu est protégé par mot de passe."),
        ("Protegido: acta de mayo", "Este contenido está protegido por contraseña."),
    ],
)
def test_a_post_behind_a_password_is_for_those_who_have_it(title: str, sentence: str) -> None:
    form = "<form><input type=password><input type=submit value=OK></form>"
    page = f"<title>{title}</title><h1>{title}</h1><p>{sentence}</p>{form}"
    assert outcome(page) is Outcome.LOGIN_REQUIRED
    about = f"<p>“{sentence}” was all that the page said, and nobody had the word.</p>"
    assert outcome(f"<title>Minutes</title><h1>The minutes of May</h1>{about}{TOLD}") is (
        Outcome.CAPTURED
    )


@pytest.mark.parametrize(
    "heading",
    [
        "This preview link has expired",
        "Dieser Link ist abgelaufen",
        "Este enlace ya no es válido",
        "Deze link is verlopen",
        "Oeps",
    ],
)
def test_a_link_that_has_expired_leads_to_no_page(heading: str) -> None:
    page = f"<title>{heading} | CMS</title><h1>{heading}</h1><p>Ask who shared it.</p>"
    assert outcome(page) is Outcome.SOFT_404


@pytest.mark.parametrize(
    "headline",
    ["The link that never expired", "Warum der Link abgelaufen war", "Oeps, zei de kapitein"],
)
def test_an_article_about_such_a_link_is_a_page(headline: str) -> None:
    assert outcome(f"<title>{headline}</title><h1>{headline}</h1>{TOLD}") is Outcome.CAPTURED
