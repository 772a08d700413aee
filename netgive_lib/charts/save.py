"""Saving a chart to a file: .svg, .png, .pdf, .html (works offline) or .json (Vega-Lite)."""

from __future__ import annotations

import errno
import html
import json
import os
import re
import tempfile
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert

from netgive_lib.charts.fonts import readable

SUFFIXES = (".svg", ".png", ".pdf", ".html", ".json")

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width={width}">
<title>{title}</title>
<style>
body {{ margin: 0; background: {background}; }}
figure {{ margin: 0 auto; width: fit-content; }}
#vg-tooltip-element {{ max-width: min(320px, calc(100vw - 24px)); white-space: normal; }}
figcaption {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
</style>
</head>
<body>
<figure><div id="picture" role="img" aria-label="{words}"></div><figcaption>{words}</figcaption></figure>
<script id="chart" type="application/json">{spec}</script>
<script type="module">
{library}
</script>
</body>
</html>
"""
_EMBED = """
const chart = JSON.parse(document.getElementById("chart").textContent);
vegaEmbed("#picture", chart, { renderer: "svg", actions: false });
// A tooltip beside a mark near the edge would be cut off by it.
addEventListener("pointermove", () => requestAnimationFrame(() => {
  const tooltip = document.getElementById("vg-tooltip-element");
  if (!tooltip) return;
  const box = tooltip.getBoundingClientRect();
  const left = Math.max(4, Math.min(box.left, document.documentElement.clientWidth - box.width - 4));
  if (left !== box.left) tooltip.style.left = `${left}px`;
}));
// A finger that taps a mark does not move over it, which is what tooltips wait for.
addEventListener("click", (event) => {
  if (event.pointerType !== "touch") return;
  const { clientX, clientY } = event;
  event.target.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX, clientY }));
});
"""


def check_suffix(path: Path) -> None:
    """Raise `ValueError` if a chart can't be saved under this name."""
    if path.suffix.lower() not in SUFFIXES:
        raise ValueError(
            f"{path.name}: a picture can't be saved as that. "
            f"End the name in one of {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}."
        )


def save(chart: alt.TopLevelMixin, path: Path, *, scale: float = 2.0) -> None:
    """Write a chart to `path`, in the format of its suffix; what was there stays whole until all is written.

    `scale`: pixels of a .png for each pixel of the chart. Raises `ValueError` for any other suffix, and
    `OSError` if the file can't be written.
    """
    check_suffix(path)
    _write(path, content(chart, path.suffix, scale=scale))


def content(chart: alt.TopLevelMixin, suffix: str, *, scale: float = 2.0) -> bytes:
    """What a file with this suffix holds of a chart; `scale` as for `save`."""
    drawn = _spec(chart)
    match suffix.lower():
        case ".svg":
            return _svg(drawn).encode()
        case ".png":
            return vl_convert.svg_to_png(readable(vl_convert.vegalite_to_svg(drawn)), scale=scale)
        case ".pdf":
            return vl_convert.svg_to_pdf(readable(vl_convert.vegalite_to_svg(drawn)))
        case ".html":
            return _html(drawn).encode()
        case _:
            return json.dumps(drawn, ensure_ascii=False).encode()


def _spec(chart: alt.TopLevelMixin) -> dict[str, Any]:
    """The chart as Vega-Lite, with all its rows, and without what can't be drawn."""
    with alt.data_transformers.disable_max_rows():  # a picture says itself when it shows fewer than all
        drawn: dict[str, Any] = _drawable(chart.to_dict())
    return drawn


_UNDRAWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
"""What no XML may hold: at one of these the renderer ends the whole process. And what turns the letters after it."""


def _drawable(spec: Any) -> Any:
    """The same without characters that can't be drawn."""
    if isinstance(spec, str):
        return _UNDRAWABLE.sub("", spec)
    if isinstance(spec, dict):
        return {name: _drawable(value) for name, value in spec.items()}
    return [_drawable(value) for value in spec] if isinstance(spec, list) else spec


def _svg(spec: dict[str, Any]) -> str:
    """The SVG, with the chart's description as its text alternative."""
    drawn: str = vl_convert.vegalite_to_svg(spec)
    words = html.escape(str(spec.get("description", "")))
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{words}" ', 1)


def _title(drawn: dict[str, Any]) -> str:
    """What a window with the picture is called: its title, else how its text alternative begins."""
    title = drawn.get("title") or ""
    lines = title.get("text", "") if isinstance(title, dict) else title
    own = " ".join(lines) if isinstance(lines, list) else str(lines)
    below = (
        isinstance(title, dict) and title.get("orient") == "bottom"
    )  # explains the picture, and is no title
    return own if own and not below else str(drawn.get("description") or "netgive").split(":")[0]


def _html(drawn: dict[str, Any]) -> str:
    """A page that shows the chart and loads nothing: the libraries and the data are inside."""
    return _PAGE.format(
        # A phone shows the picture whole, to be drawn larger with two fingers.
        width=round(wide) + 16 if isinstance(wide := drawn.get("width"), int | float) else "device-width",
        title=html.escape(_title(drawn)),
        background=html.escape(str(drawn.get("config", {}).get("background", "white"))),
        words=html.escape(str(drawn.get("description", ""))),
        # In a script element only "</" and "<!--" can end or confuse it: no "<" is left.
        spec=json.dumps(drawn, ensure_ascii=False).replace("<", "\\u003c"),
        library=vl_convert.javascript_bundle(_EMBED),
    )


def _write(path: Path, content: bytes) -> None:
    """Write all or nothing: to a file beside it, then in its place."""
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "There is no such folder. Make it first", str(path.parent))
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(beside).chmod(0o666 & ~_umask())  # a picture is made to be shown: as readable as any new file
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """What new files may not be, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
