"""marimo's own scripts, styles and fonts: at one address for all pages, kept by the browser, packed on the way.

A page is made of some three hundred such files, 10 MB in all. marimo serves them beneath each page anew, through all
that guards its pages, and lets the browser ask each time whether they have changed. Their names change when they do.
"""

from __future__ import annotations

import gzip
import mimetypes
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import marimo
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    Scope = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
    Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

BASE = ""
"""What marimo is to put before `/assets` in its pages: the root of the server, whichever page it is."""
AT = "/assets/"
"""The path beneath which they are served."""
_PACKED = (".js", ".css", ".svg", ".ttf", ".wasm")
"""What becomes smaller: pictures and the other fonts are packed already."""
_KEPT = "public, max-age=31536000, immutable"


class Scripts:
    """An ASGI application that answers for what is beneath `AT`, from memory once it was asked for. Anyone may ask."""

    def __init__(self, folder: Path | None = None, *, pack: bool = True) -> None:
        """`folder` holds the files; marimo's, if it is not given. To `pack` them is for a network, not one machine."""
        self._pack = pack
        folder = folder or Path(marimo.__file__).parent / "_static" / "assets"
        # Only what is there now can be asked for: no name leads out of the folder.
        self._files = {path.name: path for path in folder.iterdir() if path.is_file()}
        self._bodies: dict[tuple[str, bool], bytes] = {}
        self._lock = threading.Lock()

    def answers(self, scope: Scope) -> bool:
        """Whether a request asks for one of them."""
        return scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and scope["path"].startswith(AT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        name = scope["path"][len(AT) :]
        if name not in self._files:
            response: Response = PlainTextResponse("There is no such file here.", status_code=404)
        else:
            packed = self._pack and Path(name).suffix in _PACKED and _takes_gzip(scope)
            headers = {"Cache-Control": _KEPT, "Vary": "Accept-Encoding"}
            if packed:
                headers["Content-Encoding"] = "gzip"
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            response = Response(self._body(name, packed), media_type=kind, headers=headers)
        await response(scope, receive, send)

    def _body(self, name: str, packed: bool) -> bytes:
        with self._lock:  # else the thirty who come at once would have each file packed thirty times
            if (name, packed) not in self._bodies:
                body = self._files[name].read_bytes()
                self._bodies[name, packed] = gzip.compress(body, 6, mtime=0) if packed else body
            return self._bodies[name, packed]


def _takes_gzip(scope: Scope) -> bool:
    accepted = Headers(scope=scope).get("accept-encoding", "")
    return any(part.split(";")[0].strip() == "gzip" and "q=0" not in part for part in accepted.split(","))
