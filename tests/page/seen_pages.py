"""Made pages with boxes, marks, folds and struck words, each with a quotation of it and what is right.

``WRITTEN_AFTER`` were written when the code stood, to see what it does with what it was not made for.
"""

from dataclasses import dataclass

from audit.model import Caution

QUOTE = "We will reopen the ferry in spring and nobody will pay more for it than they did before"
FIRST, SECOND = (
    "We will reopen the ferry in spring",
    "and nobody will pay more for it than they did before",
)
_BEGINS = (
    "<p>The council met on Monday to look at the winter, and at the boats that were lost in it.</p>"
)
_ENDS = "<p>The pier is older than the boats are, the council was told by the engineers it had sent.</p>"


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page, and the caution with which it has ``QUOTE``; ``lacks`` says that it does not have it."""

    name: str
    markup: str
    caution: Caution | None = None
    lacks: bool = False


def article(markup: str) -> str:
    """The markup in an article."""
    head = "<!DOCTYPE html><html lang=en><title>Ferry to reopen</title><main><article><h1>Ferry to reopen</h1>"
    return f"{head}{_BEGINS}{markup}{_ENDS}</article></main>"


def between(box: str) -> str:
    """A box between two paragraphs of the quotation."""
    return article(f"<p>“{FIRST}</p>{box}<p>{SECOND},” said Ann Lee.</p>")


def marked(mark: str) -> str:
    """A mark behind a word of the quotation."""
    return article(f"<p>“{FIRST.replace('ferry', f'ferry{mark}')} {SECOND},” said Ann Lee.</p>")


def around(begin: str, end: str, outer: str = "p") -> str:
    """The quotation inside an element, beside the text."""
    return article(f"{begin}<{outer}>“{QUOTE},” said Ann Lee.</{outer}>{end}")


WRITTEN_BEFORE = (
    SeenPage("advertisement", between("<div class='ad-slot'><p>Advertisement</p><p>Buy a boat today</p></div>")),
    SeenPage("label alone", between("<p>Article continues below advertisement</p>")),
    SeenPage("related stories", between(
        "<div class='related-stories'><h3>Related</h3><ul><li><a href=/a>Boats lost in storm</a></ul></div>"
    )),
    SeenPage("newsletter", between("<section class='newsletter-signup'><p>Sign up for our morning mail</p></section>")),
    SeenPage("picture", between("<figure><img src=a><figcaption>The pier. Photo: A. Lee</figcaption></figure>")),
    SeenPage("embedded post", between(
        "<blockquote class='twitter-tweet'><p>No boats today.</p>— Pier (@pier) <a href=x>May 3</a></blockquote>"
    )),
    SeenPage("raised figure", marked("<sup>1</sup>")),
    SeenPage("bracketed", marked("[53]")),
    SeenPage("unicode figure", marked("¹")),
    SeenPage("citation needed", marked("<sup class=noprint>[<i><a href=/wiki/x>citation needed</a></i>]</sup>")),
    SeenPage("absolute link", marked("<sup><a href='https://gazette.example/a#_ftn1'>1</a></sup>")),
    SeenPage("opens in a new tab", marked("<span class='screen-reader-text'> (opens in a new tab)</span>")),
    SeenPage("clipped", marked("<span style='clip: rect(1px, 1px, 1px, 1px); position: absolute'>link</span>")),
    SeenPage("tooltip", marked("<span role=tooltip>a boat that crosses</span>")),
    SeenPage("folded tab", around("<div role=tabpanel hidden>", "</div>"), Caution.ONLY_IN_FOLDED),
    SeenPage("streamed", around("<div hidden id='S:0'>", "</div>"), Caution.ONLY_IN_FOLDED),
    SeenPage("behind a paywall", article(f"<p class=paywall hidden>“{QUOTE},” said Ann Lee.</p>"),
             Caution.ONLY_IN_FOLDED),
    SeenPage("custom property", around("<div style='--footer-display: none'>", "</div>")),
    SeenPage("struck", article(f"<p>“{FIRST} <del>and nobody</del> {SECOND[11:]},” said Ann Lee.</p>"),
             Caution.WITHDRAWN),
    SeenPage("struck word", article(f"<p>“We will <s>not</s> reopen{QUOTE[14:]},” said Ann Lee.</p>")),
)  # fmt: skip

WRITTEN_AFTER = (
    SeenPage("sponsor", between("<aside class='sponsored'><a href=/b>A word from the harbour bank</a></aside>")),
    SeenPage("german label", between("<p>– Anzeige –</p>")),
    SeenPage("read more", between("<p><strong>Read more:</strong> <a href=/b>How the boats were lost</a></p>")),
    SeenPage("donation", between("<div id=donate-inline><p>Give to the paper that you read</p><button>Give</button></div>")),
    SeenPage("gallery", between(
        "<div class=gallery><figure><figcaption>One</figcaption></figure><figure><figcaption>Two</figcaption></figure></div>"
    )),
    SeenPage("instagram", between("<blockquote class='instagram-media'><a href=x>A post shared by the pier</a></blockquote>")),
    SeenPage("two boxes", between(
        "<p>Advertisement</p><div class='newsletter'><p>Our mail</p></div><p>Story continues below</p>"
    )),
    SeenPage("dagger", marked("<sup>†</sup>")),
    SeenPage("several figures", marked("<sup>1,2</sup>")),
    SeenPage("range", marked(" [38–41]")),
    SeenPage("noteref elsewhere", marked("<a role=doc-noteref href='notes.html#n3'>3</a>")),
    SeenPage("page of a book", marked(" <span class=pagenum>[Pg 636]</span>")),
    SeenPage("column of a record", marked(" (Pg. 636)")),
    SeenPage("moved off the screen", marked("<span style='position:absolute; left:-9999px'>see below</span>")),
    SeenPage("govuk", marked("<span class='govuk-visually-hidden'> which is a boat</span>")),
    SeenPage("accordion", around("<div class=accordion-body style='display: none'>", "</div>"), Caution.ONLY_IN_FOLDED),
    SeenPage("closed details", around("<details><summary>More</summary>", "</details>")),
    SeenPage("open window", around("<div aria-hidden=true>", "</div>")),
    SeenPage("raised by a class", marked("<span class='superscript'>1</span>")),
    SeenPage("raised by a style", marked("<span style='vertical-align: super; font-size: 70%'>12</span>")),
    SeenPage("two marks apart", marked("<sup>1,</sup> <sup>2</sup>")),
    SeenPage("letter", marked("<sup>a</sup>")),
    SeenPage("call of a note", marked("<span class='footnote-ref'>3</span>")),
    SeenPage("figure that leads inside", marked("<a href='#7'>7</a>")),
    SeenPage("bracketed word", marked(" [footnote 3]")),
    SeenPage("star page", marked(" [*34]")),
    SeenPage("page in small letters", marked(" (p. 34)")),
    SeenPage("note beside the line", marked("<span class='modern-footnotes-footnote__note'>In May.</span>")),
    SeenPage("two pixels", marked("<span style='position:absolute;width:1px;height:1px;overflow:hidden'>see</span>")),
    SeenPage("icon by its name", marked("<i class='material-icons'>open_in_new</i>")),
    SeenPage("new window", marked(" (opens in a new window)")),
    SeenPage("pull quote", between("<aside class=pullquote><p>“The boats are ours”</p></aside>")),
    SeenPage("facts", between("<div class='fact-box'><h3>The ferry</h3><p>Built in 1974, it holds 40 cars.</p></div>")),
    SeenPage("subheading", between("<h3>The price stays</h3>")),
    SeenPage("link by itself", between("<p><a href=/a>The boat that came back: the story of a town</a></p>")),
    SeenPage("fares", between("<table><caption>Fares</caption><tr><td>Car</td><td>20</td></tr></table>")),
    SeenPage("box by its data", between("<section data-component=newsletter><p>All the news of the port.</p></section>")),
    SeenPage("paragraph between", between("<p>She wrote so to the board: the boats are not for sale.</p>"), lacks=True),
    SeenPage("exponent", article(f"<p>“{FIRST} 10<sup>2</sup> times {SECOND},” said Ann Lee.</p>"), lacks=True),
    SeenPage("other words between", between("<p>That was the plan, she wrote to the harbour board in May.</p>"),
             lacks=True),
)  # fmt: skip
