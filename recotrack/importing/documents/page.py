"""A saved web page as text: what a reader sees of it, a line for every block, list items with their marks."""

import re
from html.parser import HTMLParser

from recotrack.importing.documents.errors import DocumentError

_BLOCKS_NAMES = """
address article blockquote body caption center dd div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6
header hgroup hr html li main ol p pre section table tbody td tfoot th thead tr ul summary details
"""
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_VOID_NAMES = """
area base br col embed hr img input link meta param source track wbr
"""
_VOID = frozenset(_VOID_NAMES.split())
_PASSED_NAMES = """
script style template nav footer aside form button select option textarea dialog noscript head iframe object
svg math audio video canvas map menu
"""
_PASSED = frozenset(_PASSED_NAMES.split())
"""Elements whose contents a reader of the text does not look for."""
_FOOTNOTE = re.compile(r"\s*\[?(?:\d{1,3}|[*†‡a-z])\]?\s*")
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![\d.])|opacity\s*:\s*0(?![\d.])", re.IGNORECASE
)
_HIDDEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:hidden|sr-only|visually-hidden|screen-reader-text|cookie(?:s|-?banner|-?consent|-?notice)?|breadcrumbs?|skip-link|"
    r"share|social|related|sidebar|toc|navbar|menu)(?:$|[\s_-])",
    re.IGNORECASE,
)
_DECLARED = re.compile(r"<!--|<!\[|<!|<\?")
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "menu", "dialog", "alert", "alertdialog", "complementary"}
)
_MOST_DEPTH = 2000


def text_of_page(data: bytes) -> tuple[str, list[str]]:
    """Gives the text of a web page, and what was odd about it.

    Blocks are lines with an empty line between them; items of lists begin with `•`, or with
    their number, which counts from `start` and `value` where the list has them. Navigation,
    scripts, forms and whatever is hidden are passed over.

    Raises:
        DocumentError: the page is in no encoding that is known.
    """
    page = _Page()
    try:
        page.feed(_whole(_decoded(data)))
        page.close()
    except (ValueError, AssertionError) as error:
        raise DocumentError(f"the page is broken ({error.args[0] if error.args else error}); save it as text") from None
    notes = [f"{page.hidden} hidden parts of the page were passed over"] if page.hidden else []
    return page.text(), notes


def _whole(text: str) -> str:
    """Gives a page without comments and declarations, and with what is left open at its end as text.

    The parser of the standard library looks for the end of each of them anew, which takes the
    square of their number where there is none.
    """
    kept: list[str] = []
    at = 0
    for found in _DECLARED.finditer(text):
        if found.start() < at:
            continue
        kept.append(text[at : found.start()])
        close = "-->" if found[0] == "<!--" else "]]>" if found[0] == "<![" else ">"
        end = text.find(close, found.end() - (found[0] == "<!--") * 2)
        if end < 0:
            at = len(text)
            break
        at = end + len(close)
    text = "".join([*kept, text[at:]])
    last = text.rfind(">") + 1
    return text[:last] + text[last:].replace("<", "&lt;")


def looks_like_page(data: bytes) -> bool:
    """Tells whether bytes begin like a web page."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")) or (
        head.startswith(b"<")
        and re.search(rb"<(?:html|body|div|p|h[1-6]|ul|ol|table|article|main|section)[\s>]", head) is not None
    )


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    named = re.search(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_-]{1,40})""", data[:4096], re.IGNORECASE)
    for encoding in ("utf-8-sig", named[1].decode("ascii") if named else "windows-1252", "windows-1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise DocumentError("the page is in no encoding that is known; save it as UTF-8")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.hidden = 0
        self._lines: list[str] = []
        self._line: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._passed = 0
        self._lists: list[int | None] = []
        self._preformatted = 0
        self._raised: int | None = None
        self._count: dict[str, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element."""
        if tag == "br":
            self._end_line(blank=False)
            return
        if tag in _BLOCKS:
            self._end_line(blank=True)
        if tag in _VOID:
            return
        self._close_implied(tag)
        given = {name: value or "" for name, value in attrs}
        passed = tag in _PASSED or self._is_hidden(tag, given)
        self._open.append((tag, passed))
        self._count[tag] = self._count.get(tag, 0) + 1
        if tag == "sup":
            self._raised = len(self._line)
        self._passed += passed
        if len(self._open) > _MOST_DEPTH:
            # Nested so deep is no page that anybody reads; what is open further out no longer matters.
            name, outer = self._open.pop(0)
            self._passed -= outer
            self._count[name] -= 1
        if tag in ("ul", "ol"):
            start = given.get("start", "")
            self._lists.append(None if tag == "ul" else int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1)
        elif tag == "li" and not self._passed:
            self._item(given.get("value", ""))
        elif tag == "pre":
            self._preformatted += 1

    def handle_endtag(self, tag: str) -> None:
        """Closes an element, and what was left open in it."""
        if tag in _BLOCKS:
            self._end_line(blank=True)
        if tag in _VOID or not self._count.get(tag):
            return
        while self._open:
            name = self._pop()
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        """Takes text."""
        if not self._passed:
            if self._preformatted:
                for place, part in enumerate(data.split("\n")):
                    if place:
                        self._end_line(blank=False)
                    self._line.append(part)
            else:
                self._line.append(data)

    def text(self) -> str:
        """Gives the lines read."""
        self._end_line(blank=True)
        return "\n".join(self._lines) + "\n"

    def _is_hidden(self, tag: str, given: dict[str, str]) -> bool:
        hidden = (
            "hidden" in given
            or given.get("aria-hidden", "").lower() == "true"
            or _HIDDEN_STYLE.search(given.get("style", "")[:2000]) is not None
        )
        self.hidden += hidden
        beside = given.get("role", "").lower() in _ROLES or (
            tag in ("div", "ul", "ol", "section", "p", "span", "a")
            and _HIDDEN_CLASS.search(f"{given.get('class', '')[:500]} {given.get('id', '')[:200]}") is not None
        )
        return hidden or beside or (tag == "sup" and "foot" in given.get("class", ""))

    def _item(self, value: str) -> None:
        number = self._lists[-1] if self._lists else None
        if number is None:
            self._line.append("• ")
            return
        if re.fullmatch(r"-?\d{1,6}", value):
            number = int(value)
        self._line.append(f"{number}. ")
        self._lists[-1] = number + 1

    def _close_implied(self, tag: str) -> None:
        """Closes what a new element ends without saying so: an item by the next, a paragraph by a block."""
        if not self._open:
            return
        last = self._open[-1][0]
        if (tag in ("li", "dd", "dt", "tr", "td", "th", "option") and last == tag) or (last == "p" and tag in _BLOCKS):
            self._pop()
        elif tag == "li" and last == "p" and len(self._open) > 1 and self._open[-2][0] == "li":
            self._pop()
            self._pop()

    def _pop(self) -> str:
        name, passed = self._open.pop()
        self._passed -= passed
        self._count[name] -= 1
        if name in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif name == "pre":
            self._preformatted -= 1
        elif name == "sup" and self._raised is not None:
            if _FOOTNOTE.fullmatch("".join(self._line[self._raised :])):
                del self._line[self._raised :]
            self._raised = None
        return name

    def _end_line(self, *, blank: bool) -> None:
        text = " ".join("".join(self._line).split())
        if text in ("•", "") and blank and text == "•":
            return  # An item whose first thing is a block: the mark stays for it.
        self._line.clear()
        if text:
            self._lines.append(text)
        if blank and self._lines and self._lines[-1]:
            self._lines.append("")
