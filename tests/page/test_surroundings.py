"""What stands around the text of a page and says that there is more of it, and what does not."""

import pytest

from audit.markup.addresses.sheets import is_sheet_of
from audit.page.formats import source_text

URL = "https://gazette.example/valley/ferry-crossing-reopens"
FIRST = "<p>The ferry sails again from Tuesday, the harbour office said after a week of repairs to its ramp.</p>"
SECOND = "<p>Tickets that were bought for the days without a crossing stay valid until the end of June.</p>"
TEXT = f"{FIRST}{SECOND}"


def _page(body: str, head: str = "", url: str = URL, state: str = "") -> str:
    markup = (
        f"<!DOCTYPE html><html lang=en><head><title>Ferry crossing reopens</title>{head}</head><body><main>"
        f"<article{state}><h1>Ferry crossing reopens</h1>{body}</article></main></body></html>"
    )
    return source_text(markup.encode(), "text/html; charset=utf-8", url).why_not_whole


def _linked_data(value: str) -> str:
    return f'<script type="application/ld+json">{value}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="vg:paywall" content="true">',
        '<meta property="article:access" content="premium">',
        '<meta itemprop="isAccessibleForFree" content="False">',
        '<meta name="page.restriction" content="subscribers">',
    ],
)
def test_a_head_may_say_that_the_text_is_for_subscribers(head: str) -> None:
    assert _page(TEXT, head) == "behind a subscription"


@pytest.mark.parametrize(
    "name", ["is-premium", "article--locked", "c-story--paid", "post-access-paid"]
)
def test_an_article_may_say_so_in_its_class(name: str) -> None:
    assert _page(TEXT, state=f' class="{name}"') == "behind a subscription"


@pytest.mark.parametrize(
    ("head", "state"),
    [
        ('<meta name="paywall" content="false">', ""),
        ('<meta name="access" content="free">', ""),
        ('<meta itemprop="isAccessibleForFree" content="true">', ""),
        ('<meta name="article:section" content="premium">', ""),
        ("", "category-premium"),
        ("", "paywall-free"),
        ("", "premium-cars"),
    ],
)
def test_other_names_of_it_say_nothing(head: str, state: str) -> None:
    assert not _page(TEXT, head, state=f' class="{state}"')


@pytest.mark.parametrize(
    "state", ['amp-access="NOT subscriber"', 'subscriptions-section="content-not-granted"']
)
def test_what_an_amp_page_shows_to_others_is_a_wall(state: str) -> None:
    box = f"<section {state}><p>Holders of a pass see the whole of our reporting.</p></section>"
    assert _page(f"{TEXT}{box}")
    granted = state.replace("NOT ", "").replace("not-", "")
    assert not _page(f"{TEXT}<section {granted}><p>The office opens at nine.</p></section>")


@pytest.mark.parametrize(
    ("pages", "url"),
    [
        ('<div><b>1</b> <a href="?page=2">2</a> <a href="?page=3">3</a></div>', URL),
        (
            f'<ul><li>1</li><li><a href="{URL}/2">2</a></li></ul><a rel=next href="{URL}/2">More</a>',
            URL,
        ),
        ('<a rel="next" href="/valley/ferry-crossing-reopens-3.html">On</a>', f"{URL}.html"),
        ('<a rel="next" href="/valley/ferry-crossing-reopens/3">On</a>', f"{URL}/2"),
    ],
)
def test_a_page_with_a_next_one_of_its_own_is_one_of_several(pages: str, url: str) -> None:
    assert _page(f"{TEXT}{pages}", url=url) == "it is one of several pages of its text"


@pytest.mark.parametrize(
    "pages",
    [
        '<a rel="next" href="/valley/mill-burns-down">Next story</a>',
        '<div>1 <a href="/valley?page=2">2</a></div>',
        f'<a rel="next" href="{URL}/comment-page-2">Older comments</a>',
    ],
)
def test_other_pages_are_none_of_its_text(pages: str) -> None:
    assert not _page(f"{TEXT}{pages}")


@pytest.mark.parametrize(
    ("link", "base"),
    [
        ("/2026/05/13", "https://e.example/2026/05/12"),
        ("http://[x", URL),
        ("/2", "https://e.example/"),
    ],
)
def test_an_address_that_is_none_of_a_further_page(link: str, base: str) -> None:
    assert not is_sheet_of(link, base)


@pytest.mark.parametrize("kind", ["LiveBlogPosting", '["NewsArticle", "LiveBlogPosting"]'])
def test_a_page_that_is_written_on_is_not_whole(kind: str) -> None:
    value = kind if kind.startswith("[") else f'"{kind}"'
    assert "written on" in _page(TEXT * 40, _linked_data(f'{{"@type": {value}}}'))
    assert not _page(TEXT, _linked_data('{"@type": "NewsArticle"}'))


@pytest.mark.parametrize(
    "head",
    [
        _linked_data('{"@type": "VideoObject", "duration": "PT12M"}'),
        _linked_data('{"@graph": [{"@type": "WebPage"}, {"@type": "PodcastEpisode"}]}'),
        '<meta property="og:type" content="video.other">',
    ],
)
def test_a_page_that_is_a_recording_has_more_than_its_words(head: str) -> None:
    assert _page(TEXT, head) == "it has hardly any words beside a recording"
    article = _linked_data('{"@type": "NewsArticle", "video": {"@type": "VideoObject"}}')
    assert not _page(TEXT, f"{article}{head}")


@pytest.mark.parametrize(
    "place",
    [
        '<!--$?--><template id="B:1"></template><i></i><!--/$-->',
        '<div class="story-body"></div>',
        '<div class="SkeletonText"></div>',
        '<div itemprop="articleBody"></div>',
    ],
)
def test_a_text_that_a_script_will_bring(place: str) -> None:
    assert "script" in _page(f"{FIRST}{place}")


@pytest.mark.parametrize(
    "place",
    [
        '<template id="B:1"></template><div hidden id="S:1"><p>Words.</p></div>',
        '<div class="story-body"></div><div class="story-body"><p>Dogs may travel in a basket and pay nothing.</p></div>',
        '<aside><div class="skeleton"></div></aside>',
        '<div class="entry-meta"></div>',
    ],
)
def test_what_is_there_is_not_awaited(place: str) -> None:
    assert not _page(f"{TEXT}{place}")


_TEASERS = "".join(
    f'<h2><a href="/valley/{slug}">{slug.replace("-", " ").title()}</a></h2>{text}'
    for slug, text in (("ferry-sails-again", FIRST), ("old-tickets-stay-valid", SECOND))
)


@pytest.mark.parametrize("title", ["Ferry", "Search results for: ferry"])
def test_beginnings_of_other_pages_are_no_article(title: str) -> None:
    markup = f"<html lang=en><title>{title}</title><main><h1>{title}</h1>{_TEASERS}</main>"
    page = source_text(markup.encode(), "text/html", "https://gazette.example/ferry")
    assert page.why_not_whole == "it is a list of links"


@pytest.mark.parametrize("section", ["<h2>More stories</h2>", "<h2>Related</h2>"])
def test_an_article_above_such_beginnings_is_one(section: str) -> None:
    assert not _page(f"{TEXT}{SECOND}{section}{_TEASERS}")


_MENU = "".join(
    f"<li><a href=/{name}>{name}</a></li>" for name in ("Home", "News", "Port", "Fares")
)


@pytest.mark.parametrize(
    "told",
    [
        f"<ul><li>{FIRST}</li><li>{SECOND}</li></ul>",
        f"<ol><li>{FIRST[3:-4]}</li><li>{SECOND[3:-4]}</li></ol>",
        f"<table><tr><td><ul>{_MENU}</ul></td><td>{TEXT}</td></tr></table>",
        f"<table><tr><td>{FIRST[3:-4]}</td></tr><tr><td>{SECOND[3:-4]}</td></tr></table><ul>{_MENU}</ul>",
    ],
)
def test_sentences_in_a_list_or_a_table_of_layout_are_a_text(told: str) -> None:
    markup = f"<html lang=en><title>Ferry crossing reopens</title><h1>Ferry crossing reopens</h1><ul>{_MENU}</ul>{told}"
    page = source_text(markup.encode(), "text/html", URL)
    assert not page.why_not_whole


@pytest.mark.parametrize("tag", ["ul", "ol"])
@pytest.mark.parametrize(
    "told", ["", " The harbour office said so after a week of repairs to its ramp."]
)
def test_headlines_of_other_pages_in_a_list_are_none(tag: str, told: str) -> None:
    heads = (
        "Ferry sails again from Tuesday",
        "Old tickets stay valid until June",
        "Ramp mended in a week",
    )
    items = "".join(f"<li><a href=/{n}>{head}</a>{told}</li>" for n, head in enumerate(heads))
    markup = f"<html lang=en><title>Ferry crossings</title><h1>Ferry crossings</h1><{tag}>{items}</{tag}>"
    page = source_text(markup.encode(), "text/html", "https://gazette.example/ferry-crossings")
    assert page.why_not_whole == "it is a list of links"


_LINKED = "<a href=/b>The report of the harbour board</a>"


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{_LINKED} came out on Monday and names nobody who was there that night.</p><p>We asked the board, and it did not answer.</p>",
        f"<p>{_LINKED} names nobody.</p><p>The mayor, who has read it twice, calls it a good beginning and no more.</p><p>{_LINKED} was written in May.</p>",
        f"{FIRST}<ul><li>{_LINKED}</li><li><a href=/c>The answer of the mayor</a></li><li><a href=/d>All letters of that week</a></li></ul>",
        "<p>Our demands are these.</p><ol><li>The ferry sails on Sundays, in winter too.</li><li>Nobody pays for a dog.</li><li>The ramp is mended before the fair.</li></ol>",
        "<p>Was letzte Woche geschah.</p><ul><li>Am Montag tagte der Rat und beschloss den neuen Haushalt.</li><li>Am Freitag lief die Fähre wieder aus dem Hafen aus.</li><li>Am Sonntag war Markt.</li></ul>",
        "<p>Ce que demandent les usagers :</p><ul><li>un passage toutes les vingt minutes le matin et le soir ;</li><li>un abri sur chaque rive, avec des bancs.</li><li>Une rampe qui ne glisse pas.</li></ul>",
        "<table><tr><td>Car</td><td>£20</td></tr><tr><td>Van</td><td>£30</td></tr><tr><td>Dog</td><td>free</td></tr></table><p>Fares were raised on Monday for the first time since the ramp was mended in 2019.</p>",
        "<dl><dt>When does it sail?</dt><dd>It sails every hour from six in the morning until ten at night.</dd><dt>Who may go?</dt><dd>Anybody who has a ticket, and one dog each.</dd></dl>",
        "<ul><li>First the ramp was mended, then the engine, and then the bell.</li><li>Nobody was hurt in any of it, the office said on Monday.</li><li>The first crossing is at six.</li></ul>",
        "<ol><li>El barco sale cada hora desde las seis de la mañana.</li><li>El billete cuesta dos euros y vale para todo el día.</li><li>Los perros viajan gratis.</li></ol>",
    ],
)  # fmt: skip
def test_what_is_told_beside_links_or_in_lists_is_a_text(body: str) -> None:
    assert not _page(body)


@pytest.mark.parametrize("query", ["?s=ferry+ramp", "?lang=en&q=ramp"])
def test_results_of_a_search_are_no_article(query: str) -> None:
    assert _page(TEXT, url=f"https://gazette.example/{query}") == "it is a list of links"


@pytest.mark.parametrize(
    "query", ["valley/ferry-crossing-reopens?s=20", "index.php?q=node/12", "a?s=20"]
)
def test_other_questions_in_an_address_are_no_search(query: str) -> None:
    assert not _page(TEXT, url=f"https://gazette.example/{query}")


@pytest.mark.parametrize(
    "label", ["Only for subscribers", "For subscribers", "Réservé aux abonnés"]
)
def test_a_label_beside_another_headline_is_of_that(label: str) -> None:
    stories = "".join(
        f'<li><b>{label}</b> <a href="/valley/{number}-why-the-old-mill-burned">Why the old mill burned</a></li>'
        for number in (12, 13)
    )
    assert not _page(f"{TEXT}</article><section class=related><ul>{stories}</ul></section>")
    assert _page(f"{TEXT}<div><b>{label}</b></div>")


@pytest.mark.parametrize("shown", ["Essay · 24 min", "12 min", "▶ 31 min", "9 Min. Lesezeit"])
def test_a_time_that_a_page_shows_is_a_promise(shown: str) -> None:
    assert "fewer words" in _page(f"<p>{shown}</p>{TEXT}")


@pytest.mark.parametrize("shown", ["1 min", "12 min ago", "12 minutes past four"])
def test_other_minutes_promise_nothing(shown: str) -> None:
    assert not _page(f"<p>{shown}</p>{TEXT}")


@pytest.mark.parametrize(
    ("heading", "slug"),
    [("We have a new home", "eel-quota"), ("Our site is new", "the-eel-debate")],
)
def test_a_page_that_speaks_of_itself_and_not_of_its_address(heading: str, slug: str) -> None:
    markup = f"<html lang=en><title>Fisheries</title><main><h1>{heading}</h1><p>Most pages were taken over, and more will be.</p>"
    page = source_text(markup.encode(), "text/html", f"https://fish.example/news/{slug}")
    assert page.why_not_whole
    page = source_text(markup.encode(), "text/html", "https://fish.example/news/new-home-for-site")
    assert not page.why_not_whole


@pytest.mark.parametrize("last", ["131", "125"])
def test_a_paper_has_as_many_words_as_its_pages(last: str) -> None:
    head = f'<meta name="citation_firstpage" content="118"><meta name="citation_lastpage" content="{last}">'
    assert "fewer words" in _page(TEXT * 10, head)
    assert not _page(TEXT * 10, head.replace(last, "119"))


@pytest.mark.parametrize(
    "place",
    [
        '<object data="/files/7-2026.pdf" type="application/pdf"></object>',
        '<iframe src="https://docs.example/viewer?doc=7"></iframe>',
        '<a href="pocketnews://article/12">Open</a>',
    ],
)
def test_a_text_in_a_document_or_an_app(place: str) -> None:
    assert "document" in _page(f"{TEXT}{place}")
    assert not _page(f"{TEXT * 3}{place}")


@pytest.mark.parametrize(
    "place", ["<iframe src='/map?at=7'></iframe>", "<a href='whatsapp://send'>Share</a>"]
)
def test_other_frames_and_links_have_no_text(place: str) -> None:
    assert not _page(f"{TEXT}{place}")


@pytest.mark.parametrize(
    "line",
    [
        "The full interview is in Thursday's edition.",
        "Article à retrouver en intégralité dans notre édition du jeudi 12 mars.",
        "Den ganzen Artikel lesen Sie im gedruckten Heft.",
    ],
)
def test_the_whole_text_may_stand_in_another_medium(line: str) -> None:
    assert _page(f"{TEXT}<p>{line}</p>")


@pytest.mark.parametrize(
    "line",
    ["Thursday's edition has a photograph of the ramp.", "The full fare applies on our app."],
)
def test_another_medium_may_have_other_things(line: str) -> None:
    assert not _page(f"{TEXT}<p>{line}</p>")


@pytest.mark.parametrize("label", ["see more", "mehr anzeigen", "Voir plus"])
def test_a_text_breaks_off_where_a_link_goes_on(label: str) -> None:
    assert _page(
        f"{FIRST}<p>Tickets that were bought for the days without a crossing stay valid and …{label}</p>"
    )
    assert not _page(
        f"{FIRST}<p>Tickets that were bought for the days without a crossing stay valid … {label}.</p>"
    )


@pytest.mark.parametrize(
    "line",
    [
        "From £3 a month you get our journal and free entry to all gardens.",
        "For £40 a year you may moor one boat and use the showers.",
    ],
)
def test_a_price_of_other_things_is_no_offer_of_the_rest(line: str) -> None:
    assert not _page(f"{TEXT}<div><p>{line}</p></div>")
    assert _page(f"{TEXT}<div><p>From £3 a month you read all we write.</p></div>")


@pytest.mark.parametrize("label", ["Plus", "Abo", "Premium"])
def test_a_label_inside_a_link_is_of_its_headline(label: str) -> None:
    story = f"<a href='/valley/mill-burns-down'>{label}: Why the old mill burned down</a>"
    assert not _page(f"{TEXT}</article><section>{story}</section>")


@pytest.mark.parametrize("shown", ["1 / 12", "1 of 9"])
def test_the_first_of_several_pictures_is_not_all(shown: str) -> None:
    assert _page(f"<p>{shown}</p>{TEXT}") == "it is one of several pages of its text"
    assert not _page(f"<p>{shown}</p>{TEXT * 3}")


@pytest.mark.parametrize("label", ["View offers", "Angebote ansehen", "Ver planes"])
def test_a_button_may_lead_to_an_offer(label: str) -> None:
    asks = "<p>Would you like to know how this goes on?</p>"
    assert _page(f"{TEXT}<div>{asks}<button>{label}</button></div>")
    assert not _page(f"{TEXT}<div>{asks}<button>Print</button></div>")


@pytest.mark.parametrize("name", ["donate", "box-spenden"])
def test_who_asks_for_a_gift_offers_no_text(name: str) -> None:
    gift = "<p>Five more boats need a coat of paint. £5 a month buys it. Will you help?</p>"
    assert not _page(f"{TEXT}<div class={name}>{gift}</div>")


@pytest.mark.parametrize(
    "asked",
    [
        "Your browser sent us a request we could not place. Turn cookies on and press the button.",
        "Your device is new to us. Allow cookies in this browser and try once more, please.",
    ],
)
def test_a_page_that_asks_about_a_device_beside_a_button(asked: str) -> None:
    markup = f"<html lang=en><title>North Finance</title><h1>Just a second</h1><p>{asked}</p><button>Proceed</button>"
    assert source_text(markup.encode(), "text/html", "https://n.example/tin").why_not_whole


_LONGER, _LONG = TEXT * 10, TEXT * 30


@pytest.mark.parametrize(
    "box",
    [
        "<div><p>Read the rest for £1 a week.</p></div>",
        "<p>The crossing was shut when the</p><div><p>Already a subscriber? Sign in</p></div>",
        '<div class="gate"><p>The rest of this story is for our members.</p><a href="/join">Join</a></div>',
        '<template id="B:4"></template>',
    ],
)
def test_a_longer_beginning_is_no_whole_text(box: str) -> None:
    assert _page(f"{_LONGER}{box}")


@pytest.mark.parametrize(
    "box",
    [
        "<div><p>Get our morning newsletter in your inbox</p><form><input type=email></form></div>",
        "<div><p>Follow us for more news from the valley</p></div>",
    ],
)
def test_what_stands_below_any_text_leaves_a_longer_one_whole(box: str) -> None:
    assert not _page(f"{_LONGER}{box}")


@pytest.mark.parametrize(
    "box",
    [
        "<div><h3>Subscribe for unlimited access</h3><p>Get every story of the Gazette from £1 a week.</p></div>",
        "<div><p>Subscribe to the Gazette for full access to all stories.</p></div>",
        "<div><p>Unlimited access to the Gazette: £6 a month. Subscribe today.</p></div>",
    ],
)
def test_praise_of_a_subscription_is_an_offer_below_few_words_alone(box: str) -> None:
    box = f"{box}<a href='/subscribe'>Subscribe now</a>"
    assert _page(TEXT + box)
    assert not _page(_LONGER + box)


@pytest.mark.parametrize("name", ["paywall", "c-regwall__box"])
def test_a_named_wall_stands_behind_a_long_beginning(name: str) -> None:
    wall = f"<div class='{name}'><h2>Keep reading with a free account</h2><p>Already a member? Sign in</p></div>"
    assert _page(f"{_LONG}{wall}")
    assert not _page(f"{_LONG}{wall}{TEXT}")
    assert not _page(f"{_LONG}</article></main>{wall}")
    assert not _page(f"{_LONG}<div class='has-{name}'><p>The office opens at nine.</p></div>")


@pytest.mark.parametrize("count", [3000, 9000])
def test_a_long_beginning_has_fewer_words_than_it_says(count: int) -> None:
    assert "fewer words" in _page(
        _LONG, _linked_data(f'{{"@type": "NewsArticle", "wordCount": {count}}}')
    )


@pytest.mark.parametrize("text", [_LONGER, _LONG])
def test_a_count_of_characters_is_no_promise(text: str) -> None:
    characters = len(text) - text.count("<p>") * 7
    for count in (characters, len(text)):
        assert not _page(text, _linked_data(f'{{"@type": "NewsArticle", "wordCount": {count}}}'))


@pytest.mark.parametrize(
    "named", ["Finish this article", "Den ganzen Beitrag: dieser Artikel", "Este artículo"]
)
def test_prices_below_a_name_for_the_text_offer_it(named: str) -> None:
    cards = "<div>Monthly £6</div><div>Yearly £60</div>"
    assert _page(f"{TEXT}<div><h3>{named}</h3>{cards}</div>")
    assert not _page(f"{TEXT}<div><h3>Moorings</h3>{cards}</div>")


@pytest.mark.parametrize(
    "asked", ["become a member and help us report on this town", "subscribe and help us stay"]
)
def test_who_asks_for_help_offers_no_text(asked: str) -> None:
    assert not _page(
        f"{TEXT}<div><p>We are a small newsroom. If you can, {asked}.</p><a href='/join'>Join</a></div>"
    )
