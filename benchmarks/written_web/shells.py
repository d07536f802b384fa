"""What the pages of content management systems look like around their text."""

import json
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from benchmarks.written_web.lists import moment
from benchmarks.written_web.page import Page, slug_of

if TYPE_CHECKING:
    from benchmarks.written_web.site import Written

_MENU = (
    "About us",
    "Contact",
    "Newsletters",
    "Privacy policy",
    "Terms of use",
    "Advertise",
    "Jobs",
)


def _ld(site: "Written", page: Page) -> str:
    kind = "LiveBlogPosting" if page.kind == "live" else "NewsArticle"
    told: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": page.title,
        "datePublished": moment(page).isoformat(),
        "dateModified": (page.changed or page.day).isoformat() + "T18:40:00+00:00",
        "author": [{"@type": "Person", "name": page.author}],
        "publisher": {"@type": "Organization", "name": site.name},
        "mainEntityOfPage": page.canonical or site.root + page.path,
    }
    if page.kind in {"wall", "metered"}:
        told["isAccessibleForFree"] = False
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def _meta(site: "Written", page: Page) -> str:
    changed = (page.changed or page.day).isoformat()
    return (
        f"<meta property='og:type' content='article'><meta property='og:site_name' content='{escape(site.name)}'>"
        f"<meta property='article:published_time' content='{moment(page).isoformat()}'>"
        f"<meta property='article:modified_time' content='{changed}T18:40:00+00:00'>"
        f"<meta property='og:title' content='{escape(page.title, quote=True)}'>"
    )


def head(site: "Written", page: Page, *, ld: bool = True, meta: bool = True) -> str:
    """The head of a page."""
    own = page.canonical or site.root + page.path
    return (
        f"<!DOCTYPE html><html lang='{site.lang}'><head><meta charset='utf-8'>"
        f"<title>{escape(page.title)} | {escape(site.name)}</title>"
        f"<meta name='description' content='{escape(page.summary, quote=True)}'>"
        f"<link rel='canonical' href='{escape(own)}'>{site.links_of_head}"
        f"{_meta(site, page) if meta else ''}{_ld(site, page) if ld else ''}"
        "<script>window.dataLayer=window.dataLayer||[];</script></head>"
    )


def _nav(site: "Written") -> str:
    rows = "".join(f"<li><a href='{site.section_path(name)}'>{name.title()}</a></li>" for name in site.sections)  # fmt: skip
    return f"<header><a href='/'>{escape(site.name)}</a><nav><ul>{rows}</ul></nav></header>"


def _foot(site: "Written") -> str:
    rows = "".join(f"<li><a href='/{slug_of(name)}'>{name}</a></li>" for name in _MENU)
    return f"<footer><ul>{rows}</ul><p>© {escape(site.name)}. All rights reserved.</p></footer>"


def _body(page: Page, middle: str = "") -> str:
    if page.kind in {"wall", "metered"}:
        return f"<p>{page.paragraphs[0]}</p><div class='paywall'><h2>Keep reading</h2><p>Subscribe to read the rest of this article. Already a subscriber? Log in</p></div>"  # fmt: skip
    rows = [each if each.startswith("<") else f"<p>{each}</p>" for each in page.paragraphs]
    half = len(rows) // 2
    return "".join([*rows[:half], middle, *rows[half:]])


def _related(site: "Written", pages: Sequence[Page], title: str) -> str:
    rows = "".join(f"<li><a href='{escape(site.root + each.path)}'>{escape(each.title)}</a></li>" for each in pages)  # fmt: skip
    return f"<aside class='related'><h2>{title}</h2><ul>{rows}</ul></aside>"


def wordpress(site: "Written", page: Page, beside: Sequence[Page]) -> str:
    """A theme of WordPress."""
    below = ""
    if page.comments:
        said = "".join(f"<li class='comment'><div class='comment-author'>reader</div><div class='comment-content'><p>{each}</p></div></li>" for each in page.comments.split("\n\n"))  # fmt: skip
        below = f"<div id='comments' class='comments-area'><h2>Comments</h2><ol class='comment-list'>{said}</ol></div>"  # fmt: skip
    return (
        f"{head(site, page)}<body class='single single-post postid-{page.number}'>{_nav(site)}"
        f"<main id='main'><article class='post type-post'><header class='entry-header'><h1 class='entry-title'>{escape(page.title)}</h1>"
        f"<div class='entry-meta'>By <a href='/author/{slug_of(page.author)}/'>{escape(page.author)}</a> <time class='entry-date' datetime='{moment(page).isoformat()}'>{page.day:%B %d, %Y}</time></div></header>"
        f"<div class='entry-content'>{_body(page, _related(site, beside[:1], 'Read more'))}</div>"
        f"<div class='sharedaddy'><a href='#'>Share on Facebook</a> <a href='#'>Print</a></div></article>{below}"
        f"{_related(site, beside[1:], 'Related posts')}</main>{_foot(site)}</body></html>"
    )


def arc(site: "Written", page: Page, beside: Sequence[Page]) -> str:
    """Arc XP: a page that its script fills, with the text in the markup, too."""
    rows = "".join(
        f"<div class='card'><a href='{escape(each.path)}'><img src='/p.jpg' alt=''></a><h3><a href='{escape(each.path)}'>{escape(each.title)}</a></h3></div>"
        for each in beside
    )
    state = json.dumps({"headline": page.title, "id": page.number})
    below = f"<section class='comments' id='comments'><h2>Comments</h2>{''.join(f'<div class=comment><p>{each}</p></div>' for each in page.comments.split(chr(10) * 2))}</section>" if page.comments else ""  # fmt: skip
    return (
        f"{head(site, page, meta=False)}<body><div id='fusion-app'>{_nav(site)}<article class='b-article'>"
        f"<h1 class='headline'>{escape(page.title)}</h1><h2 class='subheadline'>{escape(page.summary)}</h2>"
        f"<span class='byline'>{escape(page.author)}</span><time datetime='{moment(page).isoformat()}'>{page.day:%a %b %d %Y}</time>"
        f"<section class='article-body-wrapper'>{_body(page)}</section></article>{below}<aside><h2>Most read</h2>{rows}</aside></div>"
        f"<script>Fusion.globalContent={state};</script>{_foot(site)}</body></html>"
    )


def ghost(site: "Written", page: Page, beside: Sequence[Page]) -> str:
    """Ghost."""
    cards = "".join(
        f"<article class='post-card'><a class='post-card-link' href='{escape(each.path)}'><h2 class='post-card-title'>{escape(each.title)}</h2><div class='post-card-excerpt'>{escape(each.summary)}</div></a></article>"
        for each in beside
    )
    return (
        f"{head(site, page)}<body class='post-template'>{_nav(site)}<main class='gh-main'><article class='gh-article'>"
        f"<h1 class='gh-article-title'>{escape(page.title)}</h1><time datetime='{page.day}'>{page.day:%d %b %Y}</time>"
        f"<div class='gh-content'>{_body(page, '<div class=kg-card>Support independent journalism. Become a member.</div>')}</div></article></main>"
        f"<section class='read-more'>{cards}</section>{_foot(site)}</body></html>"
    )


def drupal(site: "Written", page: Page, beside: Sequence[Page]) -> str:
    """Drupal."""
    return (
        f"{head(site, page, ld=False)}<body class='path-node'>{_nav(site)}<div class='layout-container'><main>"
        f"<div class='node node--type-article'><h1 class='page-title'><span class='field field--name-title'>{escape(page.title)}</span></h1>"
        f"<div class='node__meta'>Submitted by {escape(page.author)} on {page.day:%a, %m/%d/%Y} - 09:00</div>"
        f"<div class='field field--name-body'>{_body(page)}</div></div>{_related(site, beside, 'Latest')}</main></div>{_foot(site)}</body></html>"
    )


def blox(site: "Written", page: Page, beside: Sequence[Page]) -> str:
    """Blox, which has the body of a story in ``asset-content``."""
    return (
        f"{head(site, page)}<body class='asset'>{_nav(site)}<section id='main-page-container'><article class='asset' itemscope itemtype='http://schema.org/NewsArticle'>"
        f"<h1 class='headline'><span>{escape(page.title)}</span></h1><ul class='list-inline'><li><span itemprop='author'>{escape(page.author)}</span></li>"
        f"<li><time datetime='{moment(page).isoformat()}'>{page.day:%b %d, %Y}</time></li></ul>"
        f"<div id='article-body' class='asset-content subscriber-premium' itemprop='articleBody'>{_body(page, '<div class=tncms-region-ads>Advertisement</div>')}</div></article>"
        f"{_related(site, beside, 'Most Popular')}</section>{_foot(site)}</body></html>"
    )


def own(site: "Written", page: Page, beside: Sequence[Page]) -> str:
    """A system of an outlet's own: classes that say nothing."""
    cards = "".join(
        f"<div class='c4x'><a href='{escape(site.root + each.path)}' class='q1'><span class='k9'>{escape(each.section.title())}</span><span class='t2'>{escape(each.title)}</span></a></div>"
        for each in beside
    )
    return (
        f"{head(site, page, meta=False)}<body>{_nav(site)}<main class='m0'><div class='a7'><h1>{escape(page.title)}</h1>"
        f"<p class='z3'>{escape(page.summary)}</p><div class='b2'>{_body(page)}</div></div><div class='c4'>{cards}</div></main>{_foot(site)}</body></html>"
    )
