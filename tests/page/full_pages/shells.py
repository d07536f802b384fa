"""Whole pages as publishing systems send them: menus, cards, scripts, styles around an article.

The entry has the markup of the article with places for its text: ``[[1-4]]`` for paragraphs, each
in the entry's ``paragraph``, ``[[5-]]`` for the rest, ``[[4:11]]`` for eleven words of the fourth
(as many signs where a script has no spaces), and ``[[cards 6 label]]`` for links to other stories, ``[[rail 20]]``
for such with summaries.
"""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

_PLACE = re.compile(r"\[\[(\d+)(?:(-)(\d*)|:(\d+))?\]\]")
_CARDS = re.compile(r"\[\[cards (\d+)(?: ([^\]]*))?\]\]")
_RAIL = re.compile(r"\[\[rail (\d+)\]\]")
_HERE = Path(__file__).parent

Entry = dict[str, Any]


def texts() -> Entry:
    """The articles and the words around them, by language."""
    return tomllib.loads((_HERE / "texts.toml").read_text(encoding="utf-8"))


def page_of(entry: Entry, words: Entry) -> str:
    """The markup of an entry; some 30 to 150 kB where it is of a full shell.

    Args:
        entry: One of a file of entries.
        words: What stands in the texts for its language.
    """
    paragraphs = (entry.get("own") or words[entry.get("text", "article")]).strip().splitlines()
    body = _PLACE.sub(lambda found: _paragraphs(found, paragraphs, entry), entry["article"])
    shell = _SHELLS[entry["shell"]]
    page = shell(entry, words, body, _linked_data(entry, paragraphs))
    page = _RAIL.sub(lambda found: _rail(words, int(found[1])), page)
    return _CARDS.sub(lambda found: _cards(words, int(found[1]), found[2] or ""), page)


def _paragraphs(found: re.Match[str], paragraphs: list[str], entry: Entry) -> str:
    wrap = entry.get("paragraph", "<p>%s</p>")
    first = int(found[1])
    if found[4]:
        text, count = paragraphs[first - 1], int(found[4])
        cut = text[:count] if entry["lang"] == "ja" else " ".join(text.split()[:count])
        return str(wrap.replace("%s", cut + entry.get("cut", "")))
    last = (int(found[3]) if found[3] else len(paragraphs)) if found[2] else first
    return "\n".join(wrap.replace("%s", text) for text in paragraphs[first - 1 : last])


def _linked_data(entry: Entry, paragraphs: list[str]) -> str:
    if "ld" not in entry:
        return ""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": entry["title"],
        "datePublished": "2026-06-04T09:12:00+02:00",
        "dateModified": "2026-06-04T11:40:00+02:00",
        "description": paragraphs[0],
        "publisher": {"@type": "NewsMediaOrganization", "name": entry["site"]},
        **entry["ld"],
    }
    if data.get("wordCount") == "own":
        data["wordCount"] = sum(len(text.split()) for text in paragraphs)
    if data.get("articleBody") == "own":
        data["articleBody"] = "\n\n".join(paragraphs)
    text = json.dumps(data, ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


def _head(entry: Entry, data: str, *, more: str = "") -> str:
    url, title, site = entry["url"], entry["title"], entry["site"]
    return (
        f'<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title} | {site}</title>"
        f'<link rel="canonical" href="{url}"><meta property="og:type" content="article">'
        f'<meta property="og:title" content="{title}"><meta property="og:url" content="{url}">'
        f'<meta property="og:site_name" content="{site}"><meta name="robots" content="max-image-preview:large">'
        f"{entry.get('meta', '')}{data}{more}</head>"
    )


def _slug(number: int, headline: str) -> str:
    return "-".join(re.findall(r"\w+", headline.lower()))[:60] + f"-{1204400 + number}"


def _cards(words: Entry, count: int, label: str) -> str:
    tag = f'<span class="card__label">{label}</span>' if label else ""
    return "".join(
        f'<div class="card"><a class="card__link" href="/{number % 7}/{_slug(number, headline)}">'
        f'<img src="/img/{number}.jpg" width="320" height="180" loading="lazy" alt="">'
        f'{tag}<h3 class="card__title">{headline}</h3></a><time datetime="2026-06-0{number % 9 + 1}">0{number % 9 + 1}.06</time></div>'
        for number, headline in enumerate((words["headlines"] * 4)[:count])
    )


def _menu(words: Entry, *, deep: bool = True) -> str:
    rows = []
    for number, section in enumerate(words["sections"]):
        below = (
            "".join(
                f'<li class="menu__sub"><a href="/{number}/{other}">{name}</a></li>'
                for other, name in enumerate(words["sections"])
                if other != number
            )
            if deep
            else ""
        )
        rows.append(
            f'<li class="menu__item"><a href="/{number}/">{section}</a><ul class="menu__list">{below}</ul></li>'
        )
    return '<ul class="menu">' + "".join(rows) + "</ul>"


def _foot(words: Entry) -> str:
    links = "".join(
        f'<li><a href="/info/{n}">{name}</a></li>' for n, name in enumerate(words["foot"])
    )
    return f'<ul class="foot__links">{links}</ul>'


def _styles(kilobytes: int) -> str:
    rule = (
        ".c-{0}__el{{display:flex;margin:0 auto {0}px;color:#1{0:04d}0;font:400 {0}px/1.4 serif}}"
    )
    return "<style>" + "".join(rule.format(n) for n in range(kilobytes * 12)) + "</style>"


def _icon() -> str:
    return '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0z"/></svg>'


def _settings(kilobytes: int) -> str:
    rows = {
        f"flag_{n}": {"on": n % 3 == 0, "share": n, "at": "/api/v2/slot"}
        for n in range(kilobytes * 16)
    }
    return f"<script>window.__SETTINGS__={json.dumps(rows)};</script>"


def _plain(entry: Entry, words: Entry, body: str, data: str) -> str:
    return f"""<!DOCTYPE html><html lang="{entry["lang"]}">{_head(entry, data, more=_styles(20) + _settings(12))}
<body><a class="skip" href="#content">↓</a><header class="site-header"><a href="/" class="logo">{entry["site"]}</a>{entry.get("bar", "")}
<nav class="nav">{_menu(words)}</nav></header><main id="content">{body}</main>{entry.get("after", "")}
<footer class="site-footer">{_menu(words, deep=False)}{_foot(words)}<p>© 2026 {entry["site"]}</p></footer>
{entry.get("overlay", "")}{_settings(6)}</body></html>"""


def _divs(entry: Entry, words: Entry, body: str, data: str) -> str:
    return f"""<!DOCTYPE html><html lang="{entry["lang"]}">{_head(entry, data, more=_styles(30))}
<body class="page page--detail"><div id="wrapper"><div class="top-bar">{entry.get("bar", "")}</div><div class="masthead"><div class="masthead__logo"><a href="/">{entry["site"]}</a></div>
<div class="mainmenu">{_menu(words)}</div></div><div class="content"><div class="col-main">{body}</div>
<div class="col-side"><div class="box box-list"><div class="box__title">Top</div>{_cards(words, 8, "")}</div></div></div>{entry.get("after", "")}
<div class="bottom">{_foot(words)}<div class="copyright">© {entry["site"]} 2026</div></div></div>{entry.get("overlay", "")}{_settings(10)}</body></html>"""


def _next(entry: Entry, words: Entry, body: str, data: str) -> str:
    state = {
        "props": {
            "pageProps": {
                "section": words["sections"][0],
                "related": [
                    {
                        "id": n,
                        "headline": headline,
                        "url": f"/{_slug(n, headline)}",
                        "type": "story",
                    }
                    for n, headline in enumerate(words["headlines"] * 3)
                ],
                "ads": [{"slot": f"mid-{n}", "sizes": [[300, 250], [728, 90]]} for n in range(120)],
            }
        },
        "page": "/[...slug]",
        "buildId": "a8Xk2",
    }
    return f"""<!DOCTYPE html><html lang="{entry["lang"]}">{_head(entry, data, more=_styles(16))}
<body><div id="__next"><div class="css-1k2x9"><header class="css-9qz"><button aria-label="Menu">{_icon()}</button><a href="/">{entry["site"]}</a>{entry.get("bar", "")}<nav class="css-77a">{_menu(words)}</nav></header>
<main class="css-0">{body}</main>{entry.get("after", "")}<footer class="css-fo0">{_menu(words, deep=False)}{_foot(words)}</footer></div></div>{entry.get("overlay", "")}
<script id="__NEXT_DATA__" type="application/json">{json.dumps(state, ensure_ascii=False)}</script>{_settings(24)}</body></html>"""


def _wordpress(entry: Entry, words: Entry, body: str, data: str) -> str:
    return f"""<!DOCTYPE html><html lang="{entry["lang"]}" class="no-js">{_head(entry, data, more=_styles(40))}
<body class="post-template-default single single-post postid-88121 single-format-standard wp-embed-responsive"><div id="page" class="site">
<header id="masthead" class="site-header"><div class="site-branding"><p class="site-title"><a href="/" rel="home">{entry["site"]}</a></p></div>{entry.get("bar", "")}
<nav id="site-navigation" class="main-navigation"><button class="menu-toggle">Menu</button>{_menu(words)}</nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">{body}</main></div>
<aside id="secondary" class="widget-area"><section class="widget widget_search"><form role="search"><input type="search" name="s"><button type="submit">{_icon()}</button></form></section>
<section class="widget widget_recent_entries"><h2 class="widget-title">{words["sections"][0]}</h2>{_cards(words, 6, "")}</section>{entry.get("side", "")}</aside></div>{entry.get("after", "")}
<footer id="colophon" class="site-footer">{_foot(words)}<div class="site-info">© {entry["site"]}</div></footer></div>{entry.get("overlay", "")}{_settings(8)}</body></html>"""


def _portal(entry: Entry, words: Entry, body: str, data: str) -> str:
    banner = "".join(f"<button>{name}</button>" for name in words["foot"][2:5])
    return f"""<!doctype html><html lang="{entry["lang"]}">{_head(entry, data, more=_settings(8) + _styles(24))}
<body class="tpl"><div id="sp_message_container" role="dialog" aria-modal="true"><div class="message"><p>{entry["site"]} · Cookies</p>{banner}</div></div>
<site-header><div class="sticky"><button aria-expanded="false">{_icon()}</button><a class="brand" href="/">{entry["site"]}</a>{entry.get("bar", "")}<div class="offcanvas">{_menu(words)}</div></div></site-header>
<div class="ad ad--billboard" id="ad-top"></div><div class="grid"><main>{body}</main><aside class="rail">{_cards(words, 10, "")}</aside></div>{entry.get("after", "")}
<section class="teasers">{_cards(words, 40, "")}</section><site-footer>{_foot(words)}<p class="legal">© {entry["site"]}</p></site-footer>{entry.get("overlay", "")}{_settings(16)}</body></html>"""


def _drupal(entry: Entry, words: Entry, body: str, data: str) -> str:
    return f"""<!DOCTYPE html><html lang="{entry["lang"]}" dir="ltr" prefix="og: https://ogp.me/ns#">{_head(entry, data, more=_styles(30))}
<body class="path-node page-node-type-article"><a href="#main-content" class="visually-hidden focusable skip-link">↓</a><div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div class="layout-container"><header role="banner"><div class="region region-header">
<div id="block-branding" class="block block-system"><a href="/" rel="home">{entry["site"]}</a></div>{entry.get("bar", "")}<nav role="navigation" class="block block-menu">{_menu(words)}</nav></div></header>
<div class="region region-highlighted"></div><main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content"><div class="block block-system-main-block"><div class="node node--type-article node--view-mode-full"><div class="node__content"><div class="field field--name-body field__item">{body}</div></div></div></div></div></div>
<aside class="layout-sidebar-second" role="complementary"><div class="views-element-container block"><div class="view view-latest"><div class="view-content">{_cards(words, 14, "")}</div></div></div></aside></main>{entry.get("after", "")}
<footer role="contentinfo"><div class="region region-footer">{_foot(words)}<p>© {entry["site"]}</p></div></footer></div></div><div id="sliding-popup" class="eu-cookie-compliance-banner"><h2>{words["foot"][3]}</h2><button>OK</button></div>{entry.get("overlay", "")}{_settings(12)}</body></html>"""


_SHELLS = {
    "plain": _plain,
    "divs": _divs,
    "next": _next,
    "wordpress": _wordpress,
    "portal": _portal,
    "drupal": _drupal,
}


def among_others(markup: str, words: Entry) -> str:
    """A page of few words among the menu, the links, the summaries and the foot of a site."""
    before = f'<div class="top-bar"></div><div class="mainmenu">{_menu(words)}</div>'
    after = (
        f'<div class="col-side"><div class="box box-list">{_cards(words, 8, "")}</div></div>'
        f'<div class="grid">{_rail(words, 40)}</div><div class="bottom">{_foot(words)}'
        f'<div class="copyright">© 2026</div></div>{_settings(10)}'
    )
    opened = re.sub(r"(<body[^>]*>)", lambda found: found[1] + before, markup, count=1)
    inside, _, behind = opened.partition("</body>")
    return f"{inside}{after}</body>{behind}"


def _beginning(text: str) -> str:
    return text[:45] if " " not in text else " ".join(text.split()[:18])


def _rail(words: Entry, count: int) -> str:
    """Links to other stories with summaries."""
    summaries = words["article"].strip().splitlines()
    return "".join(
        f'<div class="card"><span class="kicker">{words["sections"][number % 8]}</span>'
        f'<h3><a href="/{number % 7}/{_slug(number, headline)}">{headline}</a></h3>'
        f"<p>{_beginning(summaries[number % len(summaries)])}</p><time>04.06.2026</time></div>"
        for number, headline in enumerate((words["headlines"] * 8)[:count])
    )
