"""Made pages of which only a beginning is shown, or nothing of what was asked for, and whole ones beside them."""

from dataclasses import dataclass

SENTENCE = "The council met on Monday and heard the engineers, who told it that the pier is old. "
_HEAD = "<!DOCTYPE html><html lang=en><title>Ferry crossing reopens after storm repairs</title>"


@dataclass(frozen=True, slots=True)
class WallPage:
    """A page, its address, and whether it counts as whole."""

    name: str
    markup: str
    is_whole: bool = False
    url: str = "https://gazette.example/a"


def paper(body: str, head: str = "") -> str:
    """A page of a newspaper."""
    return f"{_HEAD}{head}<main><h1>Ferry crossing reopens after storm repairs</h1>{body}</main>"


def linked_data(value: str) -> str:
    """A script of data about the article."""
    return f'<script type="application/ld+json">{{"@type":"NewsArticle",{value}}}</script>'


_BEGINNING = f"<p>{SENTENCE}</p><p>{SENTENCE}</p><p>The ferry, which was built in</p>"
_WHOLE = f"<p>{SENTENCE}</p><p>{SENTENCE}</p><p>The ferry sails at noon.</p>"
_CONSENT = (
    "<p>We and our partners store and read data on your device. Choose what we may do with it.</p>"
)

WRITTEN_BEFORE = (
    WallPage("breaks off and asks", paper(f"{_BEGINNING}<div><p>Subscribe for 1 € a month</p></div>")),
    WallPage("three points and a login", paper(f"{_WHOLE[:-4]}..</p><p>Log in to go on, or create an account</p>")),
    WallPage("word count", paper(f"{_WHOLE}<p>Our readers pay for this.</p>", linked_data('"wordCount": 900'))),
    WallPage("minutes to read", paper(
        f"{_WHOLE}<p>Unlock this story</p>", "<meta name='twitter:data2' content='6 minutes'>"
    )),
    WallPage("consent", f"{_HEAD}<main><h1>Your data</h1>{_CONSENT}<button>Agree</button></main>",
             url="https://gazette.example/news/ferry-crossing-reopens-after-repairs"),
    WallPage("short and whole", paper(_WHOLE), is_whole=True),
    WallPage("whole beside a newsletter", paper(f"{_WHOLE}<div class=newsletter><p>Subscribe to our newsletter</p></div>"),
             is_whole=True),
    WallPage("word count that is kept", paper(_WHOLE * 6, linked_data('"wordCount": 230')), is_whole=True),
)  # fmt: skip

WRITTEN_AFTER = (
    WallPage("german", paper(f"{_BEGINNING}<p>Jetzt abonnieren und weiterlesen</p>")),
    WallPage("spanish", paper(f"{_BEGINNING}<section><p>Suscríbete y accede a todo</p></section>")),
    WallPage("time required", paper(f"{_WHOLE}<p>Already a subscriber? Sign in</p>", linked_data('"timeRequired": "PT7M"'))),
    WallPage("count in a meta element", paper(_WHOLE, "<meta name='article:word_count' content='1200'>")),
    WallPage("choice of a region", f"{_HEAD}<main><p>Choose your edition</p><ul><li>Europe</li><li>Asia</li></ul></main>",
             url="https://gazette.example/2026/05/ferry-crossing-reopens-after-repairs"),
    WallPage("body in its data", paper(
        f"{_BEGINNING}<p>Subscribe now</p>", linked_data(f'"wordCount": 200, "articleBody": "{SENTENCE * 12}"')
    ), is_whole=True),
    WallPage("tags below, and a login of the site", paper(
        f"{_WHOLE}<p>Ann Lee 20 March 2026 General, News Pictures, Case Law, Court, Ferries</p><aside>"
        "<ul><li><a href=/login>Sign in to comment</a></ul></aside>"
    ), is_whole=True),
    WallPage("links below, and an offer of the site", paper(
        f"{_WHOLE}<p>comment feed | comments are closed | trackback url</p><nav><a href=/sub>Subscribe</a></nav>"
    ), is_whole=True),
    WallPage("an address at the end, and an offer", paper(
        f"{_WHOLE}<p>To hear what the engineers said, go here: https://gazette.example/heard</p>"
        "<div class=related><p>Subscribe to the Gazette</p></div>"
    ), is_whole=True),
    WallPage("long and asking", paper(f"{_WHOLE * 12}<p>Subscribe to support us</p>"), is_whole=True),
    WallPage("no title that tells", f"<title>Note</title><main>{_WHOLE}</main>", is_whole=True),
)  # fmt: skip
