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

SUFFIXES = (".svg", ".png", ".pdf", ".html", ".json")

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>netgive</title>
<style>
body {{ margin: 0; background: {background}; }}
figure {{ margin: 0 auto; width: fit-content; }}
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
    with alt.data_transformers.disable_max_rows():  # a picture says itself when it shows fewer than all
        spec = _drawable(chart.to_dict())
    match suffix.lower():
        case ".svg":
            return _svg(spec).encode()
        case ".png":
            return vl_convert.svg_to_png(_readable(vl_convert.vegalite_to_svg(spec)), scale=scale)
        case ".pdf":
            return vl_convert.svg_to_pdf(_readable(vl_convert.vegalite_to_svg(spec)))
        case ".html":
            return _html(spec).encode()
        case _:
            return json.dumps(spec, ensure_ascii=False).encode()


_UNDRAWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML may hold: at one of these the renderer ends the whole process."""


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


_RARE = re.compile("[\u0180-\u024f\u0300-\u036f\u1e00-\u1eff]")
"""Latin letters that fonts may lack which have most others: Vietnamese ones, those of Pinyin and of transcriptions."""


def _readable(svg: str) -> str:
    """The picture for a renderer that takes any font, a serif too, for a text with a letter that its font lacks.

    Such texts ask for DejaVu Sans, which has them all, before the last resort. Where one of the first fonts of
    the list is there it is used as ever, and so it is for all other texts.
    """
    return re.sub(r"<text .*?</text>", _with_rare_letters, svg, flags=re.DOTALL)


def _with_rare_letters(text: re.Match[str]) -> str:
    drawn = text[0].partition(">")[2]
    return text[0].replace(", sans-serif", ", DejaVu Sans, sans-serif", 1) if _RARE.search(drawn) else text[0]


def _html(spec: dict[str, Any]) -> str:
    """A page that shows the chart and loads nothing: the libraries and the data are inside."""
    return _PAGE.format(
        background=html.escape(str(spec.get("config", {}).get("background", "white"))),
        words=html.escape(str(spec.get("description", ""))),
        # In a script element only "</" and "<!--" can end or confuse it: no "<" is left.
        spec=json.dumps(spec, ensure_ascii=False).replace("<", "\\u003c"),
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
