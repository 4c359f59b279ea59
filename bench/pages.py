"""A made-up story as a web page, with around it what news sites put around theirs.

About as heavy as news pages are: those of ``bench.html`` have on average 300 kB, 60 % of it in
scripts and styles, and 940 elements: 210 divs, 160 links, 100 list items, 75 spans, 37 metas, 34
scripts, 28 pictures, 19 drawings.
"""

import html
import json
import re

from bench.stories import Story
from bench.words import Words

METAS, LINKS, SCRIPTS, STYLES = 30, 24, 30, 7
SCRIPT_WORDS, STYLE_WORDS = 140, 70
MENU, TEASERS, FOOT = 60, 24, 30
WIDTHS, SIGNS = (240, 320, 480, 640, 800, 1024, 1280, 1600), 14
CLASS = re.compile(r'class="([^"]+)"')
SIGN = '<svg class="icon" viewBox="0 0 24 24"><path d="M12 2L2 7l10 5 10-5-10-5zM2 17l10 5"/></svg>'


def as_page(one: Story, words: Words) -> str:
    """The page; its story stands in the middle of it."""
    return CLASS.sub(lambda hit: f'class="{hit[1]} {_styles(words)}"', _page(one, words))


def _page(one: Story, words: Words) -> str:
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{html.escape(one.headline)} | {one.outlet}</title>{_head(one, words)}</head>
<body class="single post template">{_signs(words)}{_times(SCRIPTS // 2, _script, words)}
<div class="site" id="page"><header class="site-header" id="masthead"><div class="wrap">
<button class="menu-toggle">{SIGN}</button><nav class="menu main-menu">{_menu(words, MENU)}</nav>
</div></header><div class="content-area" id="content"><main class="site-main">
<article class="post hentry">{_story(one, words)}</article>
<aside class="widget-area related"><h2>More stories</h2>{_teasers(words)}</aside></main></div>
<footer class="site-footer" id="colophon"><div class="footer-menu">{_menu(words, FOOT)}</div>
{_form(words)}{_sections(words)}</footer></div>
{_times(SCRIPTS // 2, _script, words)}</body></html>"""


def _head(one: Story, words: Words) -> str:
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": one.headline,
        "datePublished": f"{one.date}T09:30:00-05:00",
        "author": [{"@type": "Person", "name": one.author}],
        "publisher": {"@type": "Organization", "name": one.outlet},
    }
    metas = (f'<meta name="{name}" content="{_run(words, 12)}">' for name in words.some(METAS))
    links = (f'<link rel="preload" as="script" href="/{name}.js">' for name in words.some(LINKS))
    return f"""<meta property="og:title" content="{html.escape(one.headline)}">
<meta property="og:site_name" content="{one.outlet}"><meta property="og:type" content="article">
{"".join(metas)}{"".join(links)}{_times(STYLES, _style, words)}
<script type="application/ld+json">{json.dumps(facts)}</script>"""


def _story(one: Story, words: Words) -> str:
    """Its paragraphs, with a picture, and an advertisement behind every third."""
    blocks = []
    for number, paragraph in enumerate(one.paragraphs, 1):
        blocks.append(f'<p class="paragraph">{html.escape(paragraph)}</p>')
        if number % 3 == 0:
            blocks.append(f'<div class="ad-slot"><div class="ad" id="ad-{number}"></div></div>')
    return f"""<header class="entry-header"><h1 class="entry-title">{html.escape(one.headline)}</h1>
<div class="entry-meta"><p class="byline">By <a href="/author/1">{one.author}</a></p>
<time datetime="{one.date}"></time><div class="share">{_share(words)}</div></div></header>
<div class="featured-image">{_picture("lead", words)}</div>
<div class="story-body entry-content">{"".join(blocks)}</div>"""


def _share(words: Words) -> str:
    signs = (f'<a class="share-link" href="/share/{one}">{SIGN}</a>' for one in words.some(5))
    return f'<ul class="share-list">{"".join(f"<li>{sign}</li>" for sign in signs)}</ul>'


def _menu(words: Words, number: int) -> str:
    items = (
        f'<li class="menu-item menu-item-type-taxonomy item-{one}" id="menu-item-{one}">'
        f'<a href="{_address(words)}" data-tracking="menu|{one}|header"><span>{one}</span></a></li>'
        for one in words.some(number)
    )
    return f'<ul class="menu-list">{"".join(items)}</ul>'


def _teasers(words: Words) -> str:
    return "".join(
        f'<div class="teaser card"><div class="card-inner"><div class="card-image">'
        f'<a href="{_address(words)}" class="card-link">{_picture(at, words)}</a></div>'
        f'<div class="card-text"><a href="{_address(words)}">'
        f'<h3 class="card-title">{_run(words, 8)}</h3></a>'
        f'<div class="card-meta"><span class="card-section"><a href="/s">{_run(words, 1)}</a>'
        f'</span><div class="card-day">{at} hours ago</div></div>'
        f'<div class="card-dek">{_run(words, 15)}</div></div></div></div>'
        for at in range(TEASERS)
    )


def _form(words: Words) -> str:
    options = "".join(f"<option value={one!r}>{one}</option>" for one in words.some(8))
    inputs = "".join(f'<input name="{one}" class="field" required>' for one in words.some(6))
    return (
        f'<section class="newsletter"><h2>Newsletter</h2><p>Sign up for our newsletter.</p>'
        f'<form class="signup">{inputs}<select class="field">{options}</select>'
        f'<button class="button"><span>Sign up</span></button></form></section>'
    )


def _sections(words: Words) -> str:
    """Sections of a foot, each with a heading, small print and empty frames for what comes late."""
    return "".join(
        f'<section class="foot-section" id="{one}"><h2><strong>{one}</strong></h2>'
        f'<div class="frame"><div class="slot"><div class="late" data-slot="{one}"></div></div>'
        f"</div>"
        f'<noscript><img src="/pixel-{one}.gif" alt=""></noscript>'
        f'<div class="print"><em>{_run(words, 6)}</em> <i class="sign"></i> {SIGN}</div></section>'
        for one in words.some(8)
    )


def _styles(words: Words) -> str:
    """Names of styles as programs that write pages make them."""
    first, second, third = words.some(3)
    return f"css-{first} layout__{second} {second}--{third}"


def _address(words: Words) -> str:
    return f"https://www.news.example/2020/08/{'-'.join(words.some(9))}/?from=module"


def _picture(name: int | str, words: Words) -> str:
    widths = ", ".join(f"https://img.news.example/{name}-{wide}.jpg {wide}w" for wide in WIDTHS)
    return (
        f'<img src="/{name}.jpg" srcset="{widths}" sizes="(max-width: 600px) 100vw, 320px" '
        f'alt="{_run(words, 9)}" class="attachment-large size-large" loading="lazy">'
    )


def _signs(words: Words) -> str:
    """Drawings that a page holds to use them elsewhere, unseen."""
    line = "M12 2L2 7l10 5 10-5-10-5zM2 17l10 5 10-5M2 12l10 5 10-5" * 5
    signs = (f'<svg class="sign" id="{one}"><path d="{line}"/></svg>' for one in words.some(SIGNS))
    return f'<div class="signs" hidden>{"".join(signs)}</div>'


def _times(number: int, made, words: Words) -> str:
    return "".join(made(words) for _ in range(number))


def _script(words: Words) -> str:
    body = ";".join(f"window.{one}={{a:1,b:[1,2,3],c:'{one}'}}" for one in words.some(SCRIPT_WORDS))
    return f"<script>{body}</script>"


def _style(words: Words) -> str:
    body = "".join(
        f".{one}{{margin:0 auto;padding:1em;color:#333}}" for one in words.some(STYLE_WORDS)
    )
    return f"<style>{body}</style>"


def _run(words: Words, number: int) -> str:
    return " ".join(words.some(number))
