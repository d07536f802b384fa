"""Walls for programs, as their makers serve them: `blocked`, and not dead."""

from audit.model import Outcome
from tests.capture.hostile.fault import fault, ok
from tests.capture.server import http

BLOCKED = Outcome.BLOCKED

CLOUDFLARE = (
    "<!DOCTYPE html><html lang='en-US'><head><title>Just a moment...</title></head><body><noscript><div>Enable JavaScript"
    " and cookies to continue</div></noscript><script>window._cf_chl_opt={cType: 'managed'};</script></body></html>"
)

AKAMAI = (
    "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission to access"
    ' "http&#58;&#47;&#47;news&#46;example&#47;" on this server.<P>Reference&#32;&#35;18&#46;1234</BODY></HTML>'
)

BOTS = [
    fault(f"bot wall: {name}", reply, BLOCKED)
    for name, reply in (
        ("403", http("403 Forbidden", b"<h1>Forbidden</h1>")),
        ("403 with nothing", http("403 Forbidden")),
        (
            "Cloudflare 403",
            http(
                "403 Forbidden",
                CLOUDFLARE.encode(),
                "cf-mitigated: challenge",
                "Server: cloudflare",
            ),
        ),
        (
            "Cloudflare 503",
            http("503 Service Unavailable", CLOUDFLARE.encode(), "Server: cloudflare"),
        ),
        (
            "Cloudflare 429",
            http("429 Too Many Requests", CLOUDFLARE.encode(), "cf-mitigated: challenge"),
        ),
        ("Cloudflare 200", ok(CLOUDFLARE)),
        (
            "old Cloudflare",
            http(
                "503 Service Temporarily Unavailable",
                b"<title>Please Wait... | Cloudflare</title><h1>Checking your browser before accessing news.example</h1><p>This process is automatic. DDoS protection by Cloudflare",
            ),
        ),
        (
            "Attention Required",
            http(
                "403 Forbidden",
                b"<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>",
            ),
        ),
        ("Akamai 403", http("403 Forbidden", AKAMAI.encode())),
        ("Akamai 200", ok(AKAMAI)),
        (
            "DataDome",
            http(
                "401 Unauthorized",
                b"<html><head><title>news.example</title></head><body><p id='cmsg'>Please enable JS and disable any ad blocker</p><script data-cfasync='false'>var dd={'host':'geo.captcha-delivery.com'}</script>",
                "X-DataDome: protected",
            ),
        ),
        (
            "PerimeterX",
            ok(
                "<title>Access to this page has been denied</title><div id='px-captcha'></div><p>Press &amp; Hold to confirm you are a human (and not a bot)."
            ),
        ),
        (
            "Imperva",
            ok(
                "<html><head><META NAME='robots' CONTENT='noindex,nofollow'></head><iframe src='/_Incapsula_Resource?SWUDNSAI=31'>Request unsuccessful. Incapsula incident ID: 123-456</iframe></html>"
            ),
        ),
        (
            "AWS WAF",
            http(
                "202 Accepted",
                b"<html><head><script src='https://x.token.awswaf.com/challenge.js'></script></head><body><noscript><h1>JavaScript is disabled</h1>In order to continue, we need to verify that you're not a robot.</noscript></body></html>",
                "x-amzn-waf-action: challenge",
            ),
        ),
        (
            "405 captcha",
            http(
                "405 Not Allowed",
                b"<title>Human Verification</title><p>Confirm you are human",
                "x-amzn-waf-action: captcha",
            ),
        ),
        (
            "Pardon our interruption",
            ok(
                "<title>Pardon Our Interruption</title><h1>Pardon Our Interruption...</h1><p>As you were browsing something about your browser made us think you were a bot."
            ),
        ),
        (
            "Anubis",
            ok(
                "<title>Making sure you&#39;re not a bot!</title><h1>Making sure you&#39;re not a bot!</h1><p>Loading...</p><script>x</script>"
            ),
        ),
        (
            "unusual traffic",
            http(
                "429 Too Many Requests",
                b"<title>Sorry...</title><p>Our systems have detected unusual traffic from your computer network. To continue, please type the characters below",
                "X: 1",
            ),
        ),
        (
            "captcha",
            ok(
                "<title>Security check</title><form><div class='g-recaptcha'></div></form><p>Please complete the security check to access the site."
            ),
        ),
        (
            "are you a robot",
            ok(
                "<title>Bloomberg - Are you a robot?</title><h2>We've detected unusual activity from your computer network</h2><p>To continue, please click the box below to let us know you're not a robot."
            ),
        ),
        ("999", http("999 Request Denied", b"<script>x</script>")),
        ("451", http("451 Unavailable For Legal Reasons", b"<p>Not in your country")),
        (
            "not in your region",
            ok(
                "<title>Example News</title><h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area (EEA) and therefore access cannot be granted at this time."
            ),
        ),
        (
            "DDoS-Guard",
            http(
                "403 Forbidden",
                b"<title>DDOS-GUARD</title><p>Checking your browser",
                "Server: ddos-guard",
            ),
        ),
        (
            "Sucuri",
            http("403 Forbidden", b"<title>Sucuri WebSite Firewall - Access Denied</title>"),
        ),
    )
]
