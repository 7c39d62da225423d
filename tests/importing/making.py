"""Saved web pages and PDF files with the content of the documents of the corpus, with what surrounds a list there."""

import html
import io
import re
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, Literal, NotRequired, TypedDict

Style = Literal["ul", "ul-p", "ul-each", "ol", "ol-start", "p-bullet", "p", "br", "one-line", "glued", "sentence"]


class Group(TypedDict):
    section: str
    lead_in: str
    numbers: list[int]
    """1-based numbers of the recommendations in this group."""
    note: NotRequired[str]


class Document(TypedDict):
    layout: str
    before: list[str]
    recommendations: list[str]
    after: list[str]
    groups: NotRequired[list[Group] | None]


def is_heading(paragraph: str) -> bool:
    return len(paragraph) < 90 and not paragraph.endswith((".", ";", "”"))


def style_of(layout: str, name: str) -> Style:
    """How the list is marked up; where the layout leaves it open, the name decides, always in the same way."""
    pick = zlib.crc32(name.encode())
    if "glued" in layout:
        return "glued"
    sentence = any(words in layout for words in ("semicolon sentence", "one sentence", "run-in"))
    if sentence or layout.startswith(("a:", "b:")):
        return "sentence"
    if "on one line" in layout:
        return "one-line"
    if "number" in layout and "bullets" not in layout.split(":", 1)[-1]:
        return ("ol", "ol-start")[pick % 2]
    if "one line each" in layout:
        return "br"
    if "no bullets" in layout:
        return "p"
    options: tuple[Style, ...] = ("ul", "ul-p", "ul-each", "p-bullet")
    return options[pick % len(options)]


# ---- web page --------------------------------------------------------------------------------------------------

SCRIPT = """<script>
window.dataLayer = window.dataLayer || [];
var teaser = "<ul><li>Ensure this string inside a script is never taken.</li></ul>";
</script>"""
STYLE = """<style>
.nav > li::before { content: "\\2022 "; }
.visually-hidden { position: absolute; left: -9999px; }
/* * Increase; * Train; * Adopt: a comment, no list */
</style>"""
COOKIES = """<div id="cookie-banner" role="dialog" aria-label="Cookies">
<p>We use cookies. We recommend that you accept them all.</p>
<ul><li>Strictly necessary</li><li>Statistics</li><li>Marketing</li></ul>
<button>Accept all</button> <button>Reject</button>
</div>"""
NAV = """<a class="visually-hidden" href="#main">Skip to main content</a>
<nav aria-label="Main"><ul class="nav">
<li><a href="/">Home</a></li><li><a href="/reports">Reports</a></li><li><a href="/about">About us</a></li>
</ul></nav>
<nav aria-label="On this page"><ul>
<li><a href="#rec">Prioritized Recommendations</a></li><li><a href="#prosecution">Prosecution</a></li>
<li><a href="#protection">Protection</a></li><li><a href="#prevention">Prevention</a></li>
</ul></nav>"""
HIDDEN = (
    """<div hidden><h2>Prioritized Recommendations</h2><ul><li>Enact the hidden decoy.</li>
<li>Train the hidden decoy.</li></ul></div>""",
    """<div style="display:none"><p>RECOMMENDATIONS:</p><p>• Adopt what nobody sees.</p>
<p>• Fund what nobody sees.</p></div>""",
    """<ul aria-hidden="true"><li>Increase the decoration.</li><li>Publish the decoration.</li></ul>""",
    """<!-- <ul><li>Establish a comment.</li></ul> -->""",
    """<template><ol><li>Amend the template.</li></ol></template>""",
)
FOOTER = """<footer><h2>Related</h2><ul>
<li><a href="/r/2">Prioritized Recommendations: other countries</a></li>
<li><a href="/r/3">How tiers are assigned</a></li>
</ul><p><a href="/privacy">Privacy policy</a> |
<a href="/contact">Contact</a> | <a href="/access">Accessibility</a></p></footer>"""


def esc(text: str) -> str:
    return html.escape(text, quote=False)


def prose(texts: Iterable[str]) -> list[str]:
    texts = [re.sub(r"^#+ |\*\*", "", t) for t in texts]  # a heading marked up as in Markdown
    return [f"<h2>{esc(t)}</h2>" if is_heading(t) else f"<p>{esc(t)}</p>" for t in texts]


def item(text: str, number: int) -> str:
    """A recommendation's text; in every third, one word stands in a link or in bold, as on real pages."""
    words = text.split(" ")
    if number % 3 == 2 and len(words) > 4:
        tag = ('a href="/glossary"', "strong")[number % 2]
        return " ".join(esc(w) if i != 2 else f"<{tag}>{esc(w)}</{tag.split()[0]}>" for i, w in enumerate(words))
    return esc(text)


def list_html(items: Sequence[str], style: Style, first: int = 1) -> str:
    marked = [item(t, n) for n, t in enumerate(items, first)]
    match style:
        case "ul":
            return "<ul>\n" + "\n".join(f"<li>{m}</li>" for m in marked) + "\n</ul>"
        case "ul-p":
            return "<ul>\n" + "\n".join(f"  <li>\n    <p>{m}</p>\n  </li>" for m in marked) + "\n</ul>"
        case "ul-each":
            return "\n".join(f"<ul><li><span>{m}</span></li></ul>" for m in marked)
        case "ol":
            return "<ol>\n" + "\n".join(f"<li>{m}</li>" for m in marked) + "\n</ol>"
        case "ol-start":
            half = max(1, len(marked) // 2)
            head, tail = marked[:half], marked[half:]
            out = "<ol>\n" + "\n".join(f"<li>{m}</li>" for m in head) + "\n</ol>"
            rest = "\n".join(f"<li>{m}</li>" for m in tail)
            return out + (f'\n<ol start="{half + 1}">\n{rest}\n</ol>' if tail else "")
        case "p-bullet":
            return "\n".join(f"<p>•&nbsp;{m}</p>" for m in marked)
        case "p":
            return "\n".join(f"<p>{m}</p>" for m in marked)
        case "br":
            return "<p>" + "<br>\n".join(marked) + "</p>"
        case "one-line":
            return "<p>" + " * ".join(marked) + "</p>"
        case "glued":
            return "<p>" + "".join(marked) + "</p>"
        case "sentence":
            end = "; and " if len(marked) > 1 else ""
            return "<p>" + "; ".join(marked[:-1]) + end + marked[-1] + "</p>"


def html_of(name: str, document: Document) -> str:
    """A saved web page with the document's content."""
    before, after = document["before"], document["after"]
    recommendations, groups = document["recommendations"], document.get("groups")
    style = style_of(document["layout"], name)
    title = next((b for b in before if is_heading(b)), name)
    body: list[str] = []
    if groups:
        section = ""
        for group in groups:
            if group["section"] != section:
                section = group["section"]
                body.append(f"<h3>{esc(section)}</h3>")
            if group["lead_in"]:
                body.append(f"<p>{esc(group['lead_in'])}</p>")
            chosen = [recommendations[n - 1] for n in group["numbers"]]
            semicolons = bool(group["lead_in"])
            shown = [c + ";" for c in chosen[:-1]] + chosen[-1:] if semicolons else chosen
            if semicolons and len(shown) > 1:
                shown[-2] += " and"
            body.append(list_html(shown, "ul", group["numbers"][0]))
    elif recommendations:
        body.append(list_html(recommendations, style))
    top, last = prose(before), prose(after)
    if recommendations and before and is_heading(before[-1]):
        top[-1] = f'<h2 id="rec">{esc(before[-1].lstrip("# "))}</h2>'
    middle = len(top) // 2
    head = [
        "<!DOCTYPE html>",
        f"<!-- saved from url=(0042)https://reports.example/{html.escape(name)} -->",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f"<title>{esc(title)} | Reports</title>",
        STYLE,
        SCRIPT,
        "</head>",
        "<body>",
        COOKIES,
        NAV,
        HIDDEN[0],
        f"<header><h1>{esc(title)}</h1></header>",
    ]
    main = ['<main id="main">', *top[:middle], HIDDEN[2], *top[middle:], *body, HIDDEN[3], HIDDEN[1], *last, "</main>"]
    tail = [HIDDEN[4], "<noscript>Enable scripts.</noscript>", FOOTER, "</body>", "</html>", ""]
    return "\n".join([*head, *main, *tail])


# ---- PDF -------------------------------------------------------------------------------------------------------


def pdf_paragraphs(name: str, document: Document) -> list[str]:
    """The document's content as the paragraphs that `pdf_of` lays out."""
    recommendations, groups, mark = document["recommendations"], document.get("groups"), "•"
    style = style_of(document["layout"], name)
    out = list(document["before"])
    if groups:
        section = ""
        for group in groups:
            if group["section"] != section:
                section = group["section"]
                out.append(section)
            out += [group["lead_in"]] * bool(group["lead_in"])
            out += [f"{mark} {recommendations[n - 1]}" for n in group["numbers"]]
    elif recommendations:
        match style:
            case "sentence":
                end = "; and " if len(recommendations) > 1 else ""
                out.append("; ".join(recommendations[:-1]) + end + recommendations[-1])
            case "one-line":
                out.append(f" {mark} ".join(recommendations))
            case "glued":
                out.append("".join(recommendations))
            case "ol" | "ol-start":
                out += [f"{n}. {r}" for n, r in enumerate(recommendations, 1)]
            case "p" | "br":
                out += recommendations
            case _:
                out += [f"{mark} {r}" for r in recommendations]
    return [one for one in out + list(document["after"]) if one] or ["(empty)"]


def pdf_of(paragraphs: Sequence[str], *, columns: int = 1) -> bytes:
    """A4 pages in one or two columns, with the header and the page number on every page."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    header = "TRAFFICKING IN PERSONS: COUNTRY NARRATIVES"
    normal, bold = "Vera", "VeraBd"  # They come with reportlab.
    for font in (normal, bold):
        pdfmetrics.registerFont(TTFont(font, f"{font}.ttf"))
    width, height = A4
    margin, gutter = 20 * mm, 7 * mm
    column = (width - 2 * margin - (columns - 1) * gutter) / columns
    tall = height - 2 * margin - 6 * mm
    places = [margin + i * (column + gutter) for i in range(columns)]
    frames = [Frame(place, margin, column, tall, leftPadding=0, rightPadding=0) for place in places]

    def furniture(canvas: Any, document: Any) -> None:
        canvas.saveState()
        canvas.setFont(normal, 8)
        canvas.drawString(margin, height - 14 * mm, header)
        canvas.drawCentredString(width / 2, 10 * mm, str(document.page))
        canvas.restoreState()

    text = ParagraphStyle("text", fontName=normal, fontSize=9 if columns == 2 else 10, leading=12.5, spaceAfter=5)
    bullet = ParagraphStyle("bullet", parent=text, leftIndent=10, firstLineIndent=-10)
    head = ParagraphStyle("head", parent=text, fontName=bold, spaceBefore=6, keepWithNext=True)
    flow = []
    for paragraph in paragraphs:
        if re.match(r"[•●▪*–—o-] ", paragraph):
            style = bullet
        else:
            style = head if is_heading(paragraph) and not re.match(r"\d+\. [A-Z]", paragraph) else text
        flow.append(Paragraph(esc(paragraph), style))
    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=A4, title=header, invariant=1)
    template.addPageTemplates([PageTemplate(id="page", frames=frames, onPage=furniture)])
    template.build(flow)
    return out.getvalue()
