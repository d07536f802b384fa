"""Which part of the page words stand in: told by names and roles, never against the main text."""

import pytest

from audit.model import Zone
from audit.page.formats import source_text
from tests.page.pages import zone_of

BODY = "<p>" + "The council met on Monday and heard the engineers. " * 12 + "</p>"


def around(markup: str) -> str:
    """The markup on a page with an article."""
    return f"<body><main><article><h1>Bridge closes</h1>{BODY}</article>{markup}</main>"


def in_article(markup: str) -> str:
    return f"<body><article><h1>Bridge closes</h1>{BODY}{markup}</article>"


@pytest.mark.parametrize(
    ("markup", "zone"),
    [
        ("<div id='comments'><p>the words</p></div>", Zone.COMMENTS),
        ("<ol class='comment-list'><li><article><p>the words</article></ol>", Zone.COMMENTS),
        ("<div class='comment'>the words</div>", Zone.COMMENTS),
        ("<div id='disqus_thread'>the words</div>", Zone.COMMENTS),
        ("<section class='ssrcss-1a2-CommentsSection'>the words</section>", Zone.COMMENTS),
        ("<coral-comments>the words</coral-comments>", Zone.COMMENTS),
        ("<section aria-label='Reader comments'>the words</section>", Zone.COMMENTS),
        ("<div id=comments><header>the words</header></div>", Zone.COMMENTS),
        ("<div class=sidebar><div id=comments>the words</div></div>", Zone.COMMENTS),
        ("<div class='related-articles'>the words</div>", Zone.RELATED),
        ("<section id='recommended'>the words</section>", Zone.RELATED),
        ("<div class='moreStories'>the words</div>", Zone.RELATED),
        (
            "<div class='most-read'><h1>the words</h1><a href=x>and more of them</a></div>",
            Zone.RELATED,
        ),
        ("<aside><h2><a href=x>the words</a></h2></aside>", Zone.RELATED),
        ("<aside class='related'>the words</aside>", Zone.RELATED),
        ("<div role=complementary><a href=x>the words</a></div>", Zone.RELATED),
        ("<div class='sidebar'><a href=x>the words</a></div>", Zone.RELATED),
        ("<nav>the words</nav>", Zone.NAVIGATION),
        ("<div role='navigation'>the words</div>", Zone.NAVIGATION),
        ("<ul class='main-nav'><li><a href=x>the words</a></ul>", Zone.NAVIGATION),
        ("<div class='menu'><a href=x>the words</a></div>", Zone.NAVIGATION),
        ("<ol class='breadcrumb'><li>the words</ol>", Zone.NAVIGATION),
        ("<div class='newsletter-signup'>the words</div>", Zone.NAVIGATION),
        ("<div class='share-buttons'>the words</div>", Zone.NAVIGATION),
        ("<button>the words</button>", Zone.NAVIGATION),
        ("<select><option>one<option>the words</select>", Zone.NAVIGATION),
        ("<figure><figcaption>the words</figcaption></figure>", Zone.CAPTION),
        ("<div class='wp-caption'><p class='wp-caption-text'>the words</div>", Zone.CAPTION),
        ("<figure><span class='image__caption'>the words</span></figure>", Zone.CAPTION),
        ("<div class='related'><figcaption>the words</figcaption></div>", Zone.RELATED),
    ],
)
def test_names_and_roles_tell_the_zone(markup: str, zone: Zone) -> None:
    assert zone_of(around(markup), "the words") is zone
    assert zone_of(in_article(markup), "the words") is zone


@pytest.mark.parametrize(
    "markup",
    [
        "<header>the words</header>",
        "<header><nav><a href=x>Home</a></nav><p>the words</header>",
        "<div role=banner>the words</div>",
        "<footer><p>the words</p></footer>",
        "<div id=footer>the words</div>",
        "<div class='cookie-banner'>the words</div>",
        "<div class='site-header'><a href=x>the words</a></div>",
    ],
)
def test_the_edges_of_a_page_are_navigation_and_those_of_an_article_are_not(markup: str) -> None:
    article = f"<article><h1>Bridge closes</h1>{BODY}</article>"
    assert zone_of(f"<body>{markup}{article}", "the words") is Zone.NAVIGATION
    assert zone_of(f"<body>{article}{markup}", "the words") is Zone.NAVIGATION
    assert zone_of(in_article(markup), "the words") is Zone.MAIN


@pytest.mark.parametrize(
    "markup",
    [
        "<p class='teaser'>the words of a standfirst</p>",
        "<div class='has-comments no-sidebar with-related'>the words</div>",
        "<div class='comments-count'>the words</div>",
        "<div class='article--tone-comment'>the words</div>",
        "<div class='post category-newsletter tag-related'>the words</div>",
        "<div class='hover:menu sm:share'>the words</div>",
        "<p class='blockquote-footer'>the words</p>",
        "<p class='shareholder navigable commentary relatedness'>the words</p>",
        "<section aria-label='What the share of the menu is'>the words</section>",
        "<div class='paywall'>the words</div>",
        "<span class='share'>the words</span>",
        f"<div class='newsletter'>{BODY * 3}the words</div>",
        f"<div class='read-more'>{BODY}the words</div>",
        f"<div class='sidebar'>{BODY}the words</div>",
        f"<section class='Report__Section--Ads'>{BODY}the words</section>",
        f"<div class='has_share ad-wrap'>{BODY}the words</div>",
        f"<div class='anzeige'>{BODY}the words</div>",
    ],
)
def test_what_only_sounds_like_furniture_is_main_text(markup: str) -> None:
    assert zone_of(in_article(markup), "the words") is Zone.MAIN


@pytest.mark.parametrize(
    "name", ["comments", "comment", "related", "nav", "menu", "sidebar", "footer"]
)
@pytest.mark.parametrize(
    "page",
    [
        "<html class={0}><body class={0} id={0}>{1}",
        "<body><main class={0}>{1}</main>",
        "<body><article class={0} id={0}>{1}</article>",
        "<body><nav><a href=x>Home</a></nav><div class={0}>{1}</div><footer>© 2025</footer>",
        "<body><div id={0}><h1>Bridge closes</h1>{1}</div>",
        "<body><div id={0}><main>{1}</main></div>",
        "<body><div class={0}><div itemprop=articleBody>{1}</div></div>" + BODY,
    ],
)
def test_no_name_turns_the_text_of_the_page_into_furniture(name: str, page: str) -> None:
    assert zone_of(page.format(name, f"{BODY}<p>the words"), "the words") is Zone.MAIN


def test_comments_may_be_longer_than_the_article() -> None:
    assert (
        zone_of(around(f"<div id=comments>{BODY * 6}the words</div>"), "the words") is Zone.COMMENTS
    )


def test_comments_are_told_though_the_page_has_a_misleading_name() -> None:
    page = f"<div class=related>{BODY}<div id=comments>{BODY * 4}the words</div></div>"
    assert zone_of(page, "the words") is Zone.COMMENTS
    assert source_text(page.encode(), "text/html").blocks[0].zone is Zone.MAIN


@pytest.mark.parametrize(
    "markup",
    [
        "<header class='article-header'>the words</header>",
        "<p class='blockquote-footer'>the words</p>",
        "<div class='entry-footer'>the words</div>",
        "<article class='menu related'>the words</article>",
    ],
)
def test_a_page_without_an_article_element_keeps_the_parts_of_its_text(markup: str) -> None:
    assert zone_of(f"<body><div>{markup}{BODY}</div>", "the words") is Zone.MAIN


def test_a_menu_may_be_longer_than_the_article() -> None:
    menu = "<nav>" + "<a href=x>A section of the paper</a> " * 1000 + "<b>the words</b></nav>"
    assert zone_of(around(menu), "the words") is Zone.NAVIGATION


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (around(""), "Bridge closes"),
        (f"<header><h1>Bridge closes</h1></header>{BODY}", "Bridge closes"),
        (
            "<header><nav>"
            + "<a href=x>Section</a>" * 50
            + f"</nav><h1>Bridge closes</h1></header>{BODY}",
            "Bridge closes",
        ),
        (in_article("<header><h2 class='headline'>the words</h2></header>"), "the words"),
    ],
)
def test_the_headline_is_the_headline(page: str, words: str) -> None:
    assert zone_of(page, words) is Zone.HEADLINE


def test_a_headline_at_the_top_of_the_page_keeps_its_standfirst() -> None:
    page = f"<header><h1>Bridge closes</h1><p>the words</p></header>{BODY}"
    assert zone_of(page, "the words") is Zone.MAIN


def test_the_name_of_the_site_is_no_headline() -> None:
    page = f"<header><h1><a href=/>The Gazette</a></h1></header><article>{BODY}</article>"
    assert zone_of(page, "The Gazette") is Zone.NAVIGATION


@pytest.mark.parametrize("heading", ["<h2 class='subhead'>the words</h2>", "<h3>the words</h3>"])
def test_subheadings_of_an_article_are_set_in_its_text(heading: str) -> None:
    assert zone_of(in_article(heading), "the words") is Zone.INSET


@pytest.mark.parametrize(
    "box",
    [
        "<aside><p>the words of a pull quote</p></aside>",
        "<div class='pullquote'><p>the words</p></div>",
        "<figure class='pull-quote'><blockquote>the words</blockquote></figure>",
        "<div class='c-factbox'><h3>Facts</h3><p>the words</p></div>",
        "<ul><li><a href=a>the words of a story</a></li></ul>",
        "<p><a href=a>the words of another story</a></p>",
        "<table><tr><td>the words</td></tr></table>",
    ],
)
def test_boxes_of_an_article_are_set_in_its_text(box: str) -> None:
    assert zone_of(in_article(box), "the words") is Zone.INSET


@pytest.mark.parametrize(
    "text",
    [
        f"<aside>{BODY * 8}<p>the words</p></aside>",
        f"<table><tr><td>{BODY * 8}the words</td></tr></table>",
        "<ul><li>the words of a list, <a href=a>with a link</a></li></ul>",
        "<blockquote>the words</blockquote>",
        f"<h3>{'a long heading goes on ' * 8}the words</h3>",
    ],
)
def test_what_is_no_box_is_main_text(text: str) -> None:
    assert zone_of(in_article(text), "the words") is Zone.MAIN


def neighbours(first: str, second: str, title: str = "Bridge closes - The Gazette") -> str:
    return f"<title>{title}</title><body><main>{first}{second}</main>"


def article(headline: str, words: str = "") -> str:
    return f"<article><header><h1>{headline}</h1></header>{BODY}<p>{words}</p></article>"


def test_another_article_below_is_not_the_page() -> None:
    second = article("Mill becomes a museum", "the words")
    assert zone_of(neighbours(article("Bridge closes"), second), "the words") is Zone.RELATED
    deeper = f"<div class=infinite><div data-url=/mill>{second}</div></div>"
    assert zone_of(neighbours(article("Bridge closes"), deeper), "the words") is Zone.RELATED


@pytest.mark.parametrize(
    "page",
    [
        neighbours(article("Bridge closes", "the words"), article("Mill becomes a museum")),
        neighbours(article("Bridge closes"), article("Bridge closes again", "the words")),
        neighbours(article("Monday"), article("Tuesday", "the words")),
        neighbours(article("Monday"), article("Tuesday", "the words"), "Notes of a week"),
        neighbours(article("Bridge closes", article("Update at noon", "the words")), ""),
        neighbours(
            "<article><h1>Bridge closes</h1></article>", article("Update at noon", "the words")
        ),
        neighbours(
            article("Bridge closes"), f"<article><h2>Background</h2>{BODY}the words</article>"
        ),
    ],
)
def test_entries_and_parts_of_the_page_are_its_text(page: str) -> None:
    assert zone_of(page, "the words") is Zone.MAIN
