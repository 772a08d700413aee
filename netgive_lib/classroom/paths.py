"""What may be asked of a class's server: the few paths that a page of marimo's run mode needs, and our own.

marimo has many more (files, code, terminal, packages, other people's sessions). Whatever is not listed here is
not there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind = Literal[
    "page", "slash", "asset", "file", "kernel", "socket", "sign in", "seat", "facilitator", "save", "now"
]

FACILITATOR_PAGE = "/facilitate"
"""The page that only who runs the class may open."""

_GET = ("GET", "HEAD")
_NAME = r"[A-Za-z0-9_~@+-][A-Za-z0-9_~@+.-]*"
# Each path below a page -> what it is. A name never begins with a dot, so that none leads upwards.
_BELOW_A_PAGE: tuple[tuple[Kind, tuple[str, ...], re.Pattern[str]], ...] = (
    ("page", _GET, re.compile(r"/")),
    ("slash", _GET, re.compile(r"")),
    ("asset", _GET, re.compile(rf"/assets(?:/{_NAME})+")),
    (
        "asset",
        _GET,
        re.compile(
            r"/(?:favicon\.ico|manifest\.json|apple-touch-icon\.png|logo\.png"
            r"|android-chrome-(?:192x192|512x512)\.png|public-files-sw\.js|health)"
        ),
    ),
    ("file", _GET, re.compile(r"/@file/(?P<name>\d+-[A-Za-z0-9_.-]+)")),
    (
        "kernel",
        ("POST",),
        re.compile(r"/api/kernel/(?:set_ui_element_value|set_model_value|function_call)"),
    ),
    ("socket", ("WEBSOCKET",), re.compile(r"/ws")),
)
_OURS: tuple[tuple[Kind, tuple[str, ...], re.Pattern[str]], ...] = (
    ("sign in", (*_GET, "POST"), re.compile(r"/auth/login")),
    ("seat", (*_GET, "POST"), re.compile(r"/seat/(?P<name>[A-Za-z0-9_.-]+)")),
    ("facilitator", _GET, re.compile(r"/facilitator/(?P<name>[A-Za-z0-9_-]+)")),
    ("save", _GET, re.compile(r"/my-network\.netgive")),
    ("now", _GET, re.compile(r"/now")),
)


@dataclass(frozen=True)
class Asked:
    """What a request asks for."""

    kind: Kind
    page: str
    """The page that it belongs to, such as "/map"; "/" for the first page and for what is no page's."""
    name: str = ""
    """The name of a file, the signature of a seat."""


class Paths:
    """The paths of a class with these pages."""

    def __init__(self, pages: Iterable[str]) -> None:
        self.pages = frozenset(pages)

    def asked(self, method: str, path: str, raw_path: bytes) -> Asked | None:
        """What is asked for, or None if there is no such thing. `path` is `raw_path` with its codes read.

        None of our paths needs a code, so that one which has any is none of ours: nothing is ever read twice.
        """
        if raw_path != path.encode() or not path.startswith("/"):
            return None
        head = "/" + path[1:].partition("/")[0]
        page = head if head in self.pages and head != "/" else "/"
        below = path if page == "/" else path[len(page) :]
        for kind, methods, pattern in (*(_OURS if page == "/" else ()), *_BELOW_A_PAGE):
            found = pattern.fullmatch(below)
            if found and method in methods:
                return Asked(kind, page, found.groupdict().get("name") or "")
        return None
