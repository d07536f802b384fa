"""Markup as real pages have it: wrongly nested, unclosed, cut off, odd; no word is lost or glued."""

import pytest

from audit.model import Zone
from audit.page.formats import source_text
from tests.page.pages import hidden, in_zone, read, shown

BODY = "<p>" + "The council met on Monday and heard the engineers. " * 12 + "</p>"


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<p class='a'\">one</p><p>two</p>", ["one", "two"]),
        ('<p class="a"">one</p><p title="x">two</p>', ["one", "two"]),
        ("<p title='a > b'>one</p>", ["one"]),
        ("<p title=a>b>one</p>", ["b>one"]),
        ("<a href=/x/y/>one</a> two", ["one two"]),
        ('<p>one <a href="x>two</a> three</p><p>four', ["one two three", "four"]),
        ("<p>a < b and c > d, 1<2", ["a < b and c > d, 1<2"]),
        ("<p>one<!-- x --!>two<!-->three<!--->four", ["onetwothreefour"]),
        ("<p>one<![if !IE]> two<![endif]> three", ["one two three"]),
        ("<!--[if !IE]><!--><p>one<!--<![endif]-->", ["one"]),
        ("<p>one</p><?php echo 1 ?><p>two", ["one", "two"]),
        ("<P>ONE<BR>TWO</P>", ["ONE\nTWO"]),
        ("<p>one</p\n><p\n>two", ["one", "two"]),
        ("<title>never closed<p>one<p>two", ["one", "two"]),
        ("<textarea>one <b>two", ["one two"]),
        ("<textarea>one <b>two</textarea><p>three", ["one <b>two", "three"]),
        ("<p>one<script>if (a < b) { '<p>x</p>' }</script>two", ["onetwo"]),
        ("<p>one<style>p > a { }</style>two", ["onetwo"]),
        ("<svg><style/><text>one</text></svg><p>two<style>x</style>", ["one", "two"]),
        ("<xmp><b>one</b> &amp;</xmp><p>two", ["<b>one</b> &amp;", "two"]),
        ("<p>one<plaintext><p>two</p>", ["one", "<p>two</p>"]),
        ("<p>one</p></div></div><p>two", ["one", "two"]),
        ("<b><p>one</b> two</p><p>three", ["one two", "three"]),
        ("<table><tr><td>one<td>two<tr><td>three</table>four", ["one two", "three", "four"]),
        ("<select><option>one<option>two</select>", ["one", "two"]),
        ("<p>one<p>two<div>three<p>four</div>five", ["one", "two", "three", "four", "five"]),
        ("<body><p>one</body></html><p>two", ["one", "two"]),
        ("<p>one</p><p class=", ["one"]),
        ("<p>one two", ["one two"]),
        ("<!doctype html public '-//W3C//DTD'><p>one", ["one"]),
    ],
)
def test_broken_markup_is_read_as_browsers_read_it(markup: str, blocks: list[str]) -> None:
    assert shown(markup) == blocks


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("caf&eacute &amp &lt &copy2020 &notit;", "café & < ©2020 ¬it;"),
        ("&#150;&#x92;&#133;", "–’…"),
        ("&#8220;a&#8221; &#x1F600; &#0; &#xD800; &#x110000;", "“a” 😀 \ufffd \ufffd \ufffd"),
        (f"&#{'9' * 5000};&#x{'f' * 5000};", "\ufffd\ufffd"),
        ("A&T R&D &unknown; & &;", "A&T R&D &unknown; & &;"),
        ("&nbsp;&ensp;x&thinsp;y&zwj;z", "\u2002x\u2009y\u200dz"),
        ("&NotEqualTilde; &fjlig;", "≂̸ fj"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
    ],
)
def test_references_are_decoded_as_on_the_web(markup: str, text: str) -> None:
    assert read(f"<p>{markup}</p>").text.lstrip("\xa0") == text


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<a href=/>Home</a><a href=/n>News</a>", "Home News"),
        ("<span>Published</span><span>12 May</span>", "Published 12 May"),
        ("<b>It ended.</b><i>Then it began</i>", "It ended. Then it began"),
        ("<span>won</span><span>der</span>", "wonder"),
        ("<b>Mc</b><b>donald</b>", "Mcdonald"),
        ("You<b>Tube</b>", "YouTube"),
        ("<span>H</span><sub>2</sub><span>O</span>", "H2O"),
        ("<b>T</b><i>he</i> end", "The end"),
        ("<span class='dropcap'>T</span><span>he</span> end", "The end"),
        ("three years<sup><a href='#n1'>[1]</a></sup> and more", "three years and more"),
        ("three years<a href='#fn2'><sup>2</sup></a> and more", "three years and more"),
        ("three years<sup class='reference' id='cite_ref-3'>[3]</sup>, no", "three years, no"),
        ("ten <sup>3</sup> of <a href='/x'><sup>th</sup></a>", "ten 3 of th"),
        ("<math><mi>x</mi><mo>=</mo><mn>1</mn></math>", "x=1"),
        ("<input type=submit value='Go on'> <input type=hidden value='not me'>", "Go on"),
        ("<p>one <time>2</time></p>", "one 2"),
        ("<ruby>漢字<rt>かんじ</ruby>です", "漢字です"),
        ("<ruby>漢<rb>字<rp>(<rt>kan<rt>ji<rp>)</ruby>です", "漢字です"),
    ],
)
def test_inline_neighbours_glue_only_inside_words(markup: str, line: str) -> None:
    assert shown(markup) == [line]


@pytest.mark.parametrize(
    "markup",
    [
        "<ul><li hidden>secret words<li>seen</ul>",
        "<p hidden>secret words<p>seen",
        "<table><tr hidden><td>secret words<tr><td>seen</table>",
        "<select><option hidden>secret words<option>seen</select>",
        "<dl><dt hidden>secret words<dd>seen</dl>",
        "<div hidden><b>secret words</div>seen",
        "<div hidden><p>secret <i>words</div><p>seen",
        "<b hidden>secret words</b>seen",
        "<a hidden><div>secret words</a></div><p>seen",
        "<span style='display:none'>secret words</span><p>seen",
    ],
)
def test_what_is_hidden_ends_where_a_browser_ends_it(markup: str) -> None:
    assert shown(markup) == ["seen"]
    assert hidden(markup) == ["secret words"]


@pytest.mark.parametrize(
    "markup",
    [
        "<div><template shadowrootmode=open><p>seen words</p></template></div>",
        '<iframe srcdoc="&lt;p&gt;seen words&lt;/p&gt;"></iframe>',
        "<p hidden=until-found>seen words</p>",
        "<svg><text>seen words</text></svg>",
        "<dialog open><p>seen words</p></dialog>",
        f"<noscript>{BODY * 4}<p>seen words</p></noscript>",
        "<amp-accordion><section expanded><p>seen words</p></section></amp-accordion>",
        f"<div style='display:none' id=page><h1>A page</h1>{BODY * 4}seen words</div>",
    ],
)
def test_odd_places_that_a_reader_sees(markup: str) -> None:
    assert "seen words" in shown(markup)


def test_frames_hold_the_text_elsewhere() -> None:
    page = read("<frameset><frame src=a><noframes><p>no frames, no words</noframes></frameset>")
    assert (page.whole, page.why_not_whole) == (
        False,
        "made of frames: their pages hold the text",
    )
    assert [block.zone for block in page.blocks] == [Zone.FOLDED]


def test_what_a_page_says_of_itself_counts_once() -> None:
    markup = (
        "<meta name=description content='A bridge closes for good in the spring.'>"
        "<meta property=og:description content='A bridge closes for good in the spring.'>"
        "<meta property=og:title content='The words are seen'>"
        "<img alt='Two engineers on the bridge'><img alt=logo><p>The words are seen"
        '<script type=application/ld+json>{"@type":"Article","headline":"An old headline stays here",'
        '"comment":[{"@type":"Comment","text":"I never liked that bridge"}]}</script>'
    )
    assert in_zone(markup, Zone.STRUCTURED) == [
        "An old headline stays here",
        "A bridge closes for good in the spring.",
        "Two engineers on the bridge",
    ]


def test_seams_are_where_a_browser_reads_otherwise() -> None:
    page = source_text(
        "<table><tr><td>a b<td>c</table><p>said <q>no</q>, 漢<ruby>字<rt>ji</rt></ruby> x".encode(),
        "text/html; charset=utf-8",
    )
    text = page.text
    assert text == "a b c\nsaid “no”, 漢字 x"
    assert [text[:at][-1] + "|" + text[at:][:1] for at in page.seams] == [
        *(" |c", " |“", "“|n", "o|”", "”|,", " |x"),
    ]
