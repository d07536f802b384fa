"""Walls for those who have not signed in, consented or paid."""

import json

from audit.model import Outcome
from tests.capture.hostile.fault import QUOTE, STORY, Words, fault, ok, story
from tests.capture.hostile.frame import TEASER, paper
from tests.capture.hostile.redirects import to
from tests.capture.server import http

CAPTURED = Outcome.CAPTURED
PART, SILENT = Words.PART, Words.SILENT


LOGINS = [
    fault(f"login: {name}", serves, Outcome.LOGIN_REQUIRED, SILENT)
    for name, serves in (
        (
            "form",
            ok(
                paper(
                    "Log in - Example News",
                    "Log in",
                    "<form>Email <input name=e> Password <input type=password name=p></form>",
                )
            ),
        ),
        (
            "please",
            ok(
                paper(
                    "Example News",
                    "Members only",
                    "Please log in to read this article. No account yet? Register for free.",
                )
            ),
        ),
        (
            "redirect",
            {
                "/a": to("/login?next=/a"),
                "/login?next=/a": ok(
                    paper(
                        "Sign in",
                        "Sign in",
                        "<form>Email <input name=e> Password <input type='password'></form>",
                        "Forgot your password?",
                    )
                ),
            },
        ),
        (
            "redirect to accounts",
            {
                "/a": to("/accounts/signin"),
                "/accounts/signin": ok(
                    "<title>Example</title><p>Enter your email address to go on.</p><form><input type=email></form>"
                ),
            },
        ),
        (
            "register wall",
            ok(
                paper(
                    "Council says no",
                    "Council says no",
                    "The council met on Monday.",
                    "Register for free to continue reading this story. Already have an account? Sign in.",
                )
            ),
        ),
        (
            "German",
            ok(
                paper(
                    "Anmelden",
                    "Anmelden",
                    "Bitte melden Sie sich an, um weiterzulesen. <input type=password>",
                )
            ),
        ),
        (
            "as Facebook has it",
            ok(
                "<title>Log in to Facebook</title><div>You must log in to continue.</div><form><input type='password'></form>"
            ),
        ),
        (
            "as LinkedIn has it",
            ok(
                '<title>Sign Up | LinkedIn</title><h1>Join LinkedIn</h1><p>Email <input> Password <input type="password"></p>'
            ),
        ),
    )
]


CONSENTS = [
    fault(f"consent: {name}", serves, Outcome.CONSENT_REQUIRED, SILENT)
    for name, serves in (
        (
            "before you continue",
            ok(
                "<title>Before you continue to Example</title><h1>Before you continue to Example</h1><p>We use cookies and data to deliver and maintain services. <button>Accept all</button> <button>Reject all</button>"
            ),
        ),
        (
            "redirect",
            {
                "/a": to("/consent?return=/a"),
                "/consent?return=/a": ok(
                    paper(
                        "Example News",
                        "Your privacy choices",
                        "We and our 842 partners store and access information on a device. Accept all.",
                    )
                ),
            },
        ),
        (
            "we value",
            ok(
                "<title>Example News</title><h2>We value your privacy</h2><p>We and our partners store or access information on devices, such as cookies, and process personal data. <button>I agree</button> <button>More options</button>"
            ),
        ),
        (
            "German pay or okay",
            ok(
                "<title>Zeitung: Zustimmung</title><h1>Mit Werbung weiterlesen oder Pur-Abo abschließen</h1><p>Besuchen Sie die Zeitung wie gewohnt mit Werbung und Tracking. Details zum Tracking in der Datenschutzerklärung. <button>Akzeptieren und weiter</button>"
            ),
        ),
        (
            "French",
            ok(
                "<title>Le Journal</title><h1>Le respect de votre vie privée est notre priorité</h1><p>Nos partenaires et nous stockons des cookies sur votre appareil. <button>Accepter et continuer</button>"
            ),
        ),
        (
            "as Yahoo has it",
            {
                "/a": to("/v2/collectConsent?sessionId=1"),
                "/v2/collectConsent?sessionId=1": ok(
                    "<title>Yahoo</title><h2>Yahoo is part of the Yahoo family of brands</h2><p>If you click 'Accept all', we and our partners will also store and access information on a device."
                ),
            },
        ),
    )
]


BODY = json.dumps(
    {
        "@type": "NewsArticle",
        "isAccessibleForFree": False,
        "articleBody": f"{TEASER} “{QUOTE},” the mayor said. " * 3,
    }
)


PAYWALLS = [
    fault(f"paywall: {name}", ok(page), Outcome.PAYWALLED, SILENT)
    for name, page in (
        (
            "subscribe to continue",
            paper("Council says no", "Council says no", TEASER, "Subscribe to continue reading."),
        ),
        (
            "for subscribers",
            paper(
                "Council says no",
                "Council says no",
                TEASER,
                "This article is for subscribers only. Already a subscriber? Log in.",
            ),
        ),
        (
            "exclusive",
            paper(
                "Council says no",
                "Council says no",
                TEASER,
                "This content is available exclusively to our subscribers.",
            ),
        ),
        (
            "keep reading",
            paper(
                "Council says no",
                "Council says no",
                TEASER,
                "Keep reading for €1 a month",
                "To continue reading, subscribe now.",
            ),
        ),
        (
            "free articles used up",
            paper(
                "Council says no",
                "Council says no",
                TEASER,
                "You have reached your limit of free articles. Subscribe for unlimited access.",
            ),
        ),
        (
            "trial",
            paper(
                "Council says no",
                "Council says no",
                TEASER,
                "Start your free trial to read the full story.",
            ),
        ),
        (
            "German",
            paper(
                "Rat sagt nein",
                "Rat sagt nein",
                "Der Rat tagte am Montag.",
                "Weiterlesen mit dem Digital-Abo. Jetzt abonnieren.",
            ),
        ),
        (
            "German plus",
            paper(
                "Rat sagt nein",
                "Rat sagt nein",
                "Der Rat tagte am Montag.",
                "Dieser Artikel ist nur für Abonnenten.",
            ),
        ),
        (
            "French",
            paper(
                "Le conseil dit non",
                "Le conseil dit non",
                "Le conseil s’est réuni lundi.",
                "Cet article est réservé aux abonnés. Il vous reste 85 % de cet article à lire.",
            ),
        ),
        (
            "Spanish",
            paper(
                "El consejo dice no",
                "El consejo dice no",
                "El consejo se reunió el lunes.",
                "Contenido exclusivo para suscriptores. Suscríbete para seguir leyendo.",
            ),
        ),
        (
            "declared",
            story(
                3,
                head='<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>',
            ),
        ),
        (
            "declared as a word",
            story(
                3,
                head='<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>',
            ),
        ),
    )
] + [
    fault(
        "paywall with the article in its data",
        ok(
            paper(
                "Council says no",
                "Council says no",
                TEASER,
                "Subscribe to continue reading.",
                f'<script type="application/ld+json">{BODY}</script>',
            )
        ),
        (Outcome.PAYWALLED, CAPTURED),
        PART,
    ),
    fault(
        "login wall with the article in its data",
        ok(
            paper(
                "Council says no",
                "Council says no",
                "Please log in to read this article.",
                f'<script type="application/ld+json">{BODY.replace("false", "true")}</script>',
            )
        ),
        (Outcome.LOGIN_REQUIRED, CAPTURED),
        PART,
    ),
    fault(
        "shell with the article in its data",
        ok(
            f'<div id=root></div><script src="/a.js"></script><script type="application/ld+json">{BODY.replace("false", "true")}</script>'
        ),
        (Outcome.NEEDS_JAVASCRIPT, CAPTURED),
        PART,
    ),
    fault("402", http("402 Payment Required", STORY), Outcome.PAYWALLED, SILENT),
]

WALLS = [*LOGINS, *CONSENTS, *PAYWALLS]
