"""Articles that look like walls and error pages, and are none."""

from audit.model import Outcome
from tests.capture.hostile.fault import QUOTE, Words, fault, ok, story
from tests.capture.hostile.frame import TEASER, paper

CAPTURED, WHOLE = Outcome.CAPTURED, Words.WHOLE


def about(title: str, *paragraphs: str) -> str:
    """A story about something that walls are made of."""
    return paper(title, title, *paragraphs, TEASER, f"“{QUOTE},” the mayor said.")


ARTICLES = [
    fault(f"no wall: {name}", ok(page), CAPTURED, WHOLE)
    for name, page in (
        (
            "with comments for members",
            paper(
                "Council says no",
                "Council says no",
                TEASER,
                f"“{QUOTE},” the mayor said.",
                "You must be logged in to post a comment.",
                "Please sign in to comment.",
                "Log in to view comments",
                "Please log in to follow this topic.",
            ),
        ),
        (
            "with offers of letters",
            paper(
                "Council says no",
                "Council says no",
                TEASER,
                f"“{QUOTE},” the mayor said.",
                "Want to read more on this topic? Sign up for our letter.",
                "Read the full story on our website.",
                "Subscribe to our newsletter",
                "Abonnez-vous à notre lettre.",
                "This is a members' club, she said.",
            ),
        ),
        (
            "with a film that is gone",
            paper(
                "Council says no",
                "Council says no",
                TEASER,
                "This video is no longer available.",
                f"“{QUOTE},” the mayor said.",
            ),
        ),
        ("named for a number", about("451 people die in the flood")),
        (
            "named for biscuits",
            about("Cookies", "Take two pounds of flour and the patience of a saint."),
        ),
        ("on privacy", about("Wir brauchen mehr Datenschutz")),
        (
            "story in a frame",
            paper(
                "Council says no", "Council says no", *[TEASER] * 8, f"“{QUOTE},” the mayor said."
            ),
        ),
        (
            "short story in a frame",
            paper("Council says no", "Council says no", TEASER, f"“{QUOTE},” the mayor said."),
        ),
        (
            "two sentences",
            f"<title>Note</title><p>“{QUOTE},” the mayor said to the council in its last sitting of the year.</p>",
        ),
        (
            "two sentences and a script",
            f"<title>Note</title><p>“{QUOTE},” the mayor said. He left the hall at ten, without another word to anybody who had waited outside for him in the rain.</p><script>count()</script>",
        ),
        (
            "about a missing page",
            about(
                "Page not found: how the error got its number",
                "The words “404 Not Found” are the best known on the web.",
                "A page not found is a promise broken, she said.",
            ),
        ),
        (
            "about 404",
            about(
                "Why 404 means not found",
                "Room 404 never existed.",
                "When the page you are looking for does not exist, a server says 404.",
            ),
        ),
        (
            "about missing people",
            about("Missing plane not found after a week", "The search goes on."),
        ),
        (
            "about cookies",
            about(
                "Regulator fines site over cookie consent",
                "We value your privacy, the banner said.",
                "Before you continue, the regulator wrote, users must be asked.",
                "Users could only accept all cookies.",
            ),
        ),
        (
            "about a paywall",
            about(
                "Paper puts up a paywall",
                "“Subscribe to continue reading” is what visitors will see from Monday.",
                "The paper hopes for 10,000 subscribers.",
            ),
        ),
        (
            "about a login",
            about("Site asks readers to sign in", "Please log in to continue, it tells them."),
        ),
        (
            "about captchas",
            about(
                "Are you a robot? Why captchas are dying",
                "Verify you are human, the box says.",
                "Just a moment, it goes on.",
            ),
        ),
        (
            "about JavaScript",
            about(
                "A web without JavaScript",
                "Sites that say “please enable JavaScript” lose readers.",
            ),
        ),
        (
            "about domains",
            about(
                "The domain that was for sale",
                "“This domain is for sale,” the page said for ten years.",
            ),
        ),
        (
            "with a newsletter box",
            paper(
                "Council says no",
                "Council says no",
                TEASER,
                f"“{QUOTE},” the mayor said.",
                "Sign up for our newsletter. <input type=email> Subscribe",
            ),
        ),
        (
            "with a subscription offer",
            paper(
                "Council says no",
                "Council says no",
                *[TEASER] * 3,
                f"“{QUOTE},” the mayor said.",
                "Support independent journalism: become a subscriber today.",
            ),
        ),
        (
            "with a login in its menu",
            paper("Council says no", "Council says no", TEASER, f"“{QUOTE},” the mayor said.")
            + "<div id=login style='display:none'><form>Log in <input type=password></form></div>",
        ),
        (
            "with a cookie banner",
            paper("Council says no", "Council says no", TEASER, f"“{QUOTE},” the mayor said.")
            + "<div class=banner><p>We value your privacy. We and our partners use cookies. <button>Accept all</button></p></div>",
        ),
        (
            "with a cookie banner before it",
            f"<title>Council says no</title><div class=banner>We use cookies to improve your experience. <button>Accept</button></div><h1>Council says no</h1><p>{TEASER}</p><p>“{QUOTE},” the mayor said.</p>",
        ),
        (
            "with a noscript note",
            f"<title>Council says no</title><noscript>Please enable JavaScript to see comments.</noscript><h1>Council says no</h1><p>{TEASER}</p><p>“{QUOTE},” the mayor said.</p><p>{TEASER}</p><p>{TEASER}</p>",
        ),
        (
            "declared free",
            story(
                3, head='<script type="application/ld+json">{"isAccessibleForFree": true}</script>'
            ),
        ),
        (
            "that says a page was removed",
            about(
                "Ministry removes report",
                "This page is no longer available, the ministry's site now says.",
            ),
        ),
        (
            "a press release",
            f"<title>Statement</title><h1>Statement by the mayor on the works at the old harbour</h1><p>“{QUOTE}.”</p>",
        ),
        (
            "plain paragraphs",
            f"<html><body>{TEASER}<br><br>“{QUOTE},” the mayor said.</body></html>",
        ),
    )
] + [
    fault(
        "no wall: plain text",
        ok(f"{TEASER}\n\n“{QUOTE},” the mayor said.", kind="text/plain; charset=utf-8"),
        CAPTURED,
        WHOLE,
    ),
    fault(
        "no wall: 404 in plain text",
        ok(
            f"404 Not Found is what they saw. {TEASER}\n\n“{QUOTE},” the mayor said.",
            kind="text/plain; charset=utf-8",
        ),
        CAPTURED,
        WHOLE,
    ),
]
