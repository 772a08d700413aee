"""The ring as a picture: everyone in a circle, and an arrow from each who helps to the one they help."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import altair as alt
import polars as pl

from netgive_lib.charts.frame import empty
from netgive_lib.charts.sheet import wrapped
from netgive_lib.charts.theme import THEMES
from netgive_lib.lettering import Page, fitted, text_width

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from netgive_lib.charts.theme import Theme, ThemeName
    from netgive_lib.ring import Ring

_STEPS = 24
"""Points along an arrow."""
_SHORT = 12.0
"""So far from the middle of a dot its arrow ends."""
_LARGEST, _LEAST = 13.0, 7.0
"""The font sizes of names, as large as there is room for; where it would be less than the least, there are none."""
_CUT = 9.0
"""Names are cut rather than set smaller than this."""
_SPOKE = 1.25
"""From one name to the next like spokes of a wheel, in font sizes, where they begin."""
_LEGEND = 12.0
Point = tuple[float, float]


def ring_chart(
    ring: Ring, *, width: float = 760, theme: ThemeName = "light", anonymous: bool = False
) -> alt.LayerChart:
    """A group's ring: circles of giving stand together and are drawn strong, other arrows lighter.

    People whose ask has no helper yet are hollow. With `anonymous`, people have numbers.
    """
    if not ring.cards:
        return empty("Nobody has put a card in the middle yet.", width=width, theme=theme)
    colors = THEMES[theme]
    order = _order(ring)
    names = {name: f"no. {n}" for n, name in enumerate(order, 1)} if anonymous else {n: n for n in order}
    size, radius = _measures(names.values(), width)
    places = _places(order, radius, width / 2)
    # Marks are small where people stand close together.
    scale = min(1.0, width / 600, 2 * math.pi * radius / len(order) / 24)
    layers = [
        *_arrows(ring, places, names, width / 2, scale, colors),
        _people(ring, places, names, scale, colors),
    ]
    if size:
        layers += _labels(places, names, width, size, colors)
    legend = _legend(ring, width, colors, named=bool(size))
    below = 10 + 1.35 * _LEGEND * len(legend.text)
    config = {**colors.config(), "padding": {"left": 0, "right": 0, "top": 0, "bottom": below}}
    return alt.LayerChart(
        layer=layers,
        width=width,
        height=width,
        title=legend,
        description=_words(ring, names),
        config=config,
    )


def _legend(ring: Ring, width: float, colors: Theme, *, named: bool) -> alt.TitleParams:
    """What arrows and dots mean, as far as they are in the picture, under it."""
    helped = {match.asker for match in ring.matches}
    asking = {card.name for card in ring.cards if card.ask}
    meant = [
        ("An arrow leads from who helps to who asked.", bool(ring.matches)),
        ("Thick arrows: a circle of giving.", bool(ring.cycles)),
        ("Filled dot: has a helper.", bool(helped)),
        ("Hollow: the ask has no helper yet.", bool(asking - helped)),
        ("For names there is no room: make the picture wider.", not named),
        ("Pale: no ask.", any(card.name not in asking | helped for card in ring.cards)),
    ]
    words = " ".join(text for text, there in meant if there)
    return alt.TitleParams(
        wrapped(words, _LEGEND, width - 40),
        orient="bottom",
        anchor="middle",
        fontSize=_LEGEND,
        fontWeight="normal",
        color=colors.soft,
        offset=4,
    )


def _order(ring: Ring) -> list[str]:
    """Names around the circle: circles of giving together, then chains, then everyone else."""
    order = [name for cycle in ring.cycles for name in cycle]
    order += [name for chain in ring.chains for name in chain]
    order += [name for match in ring.matches for name in (match.giver, match.asker)]
    return list(dict.fromkeys([*order, *(card.name for card in ring.cards)]))


def _measures(names: Collection[str], width: float) -> tuple[float, float]:
    """The font size of the names, 0 where they have no room, and the radius of the circle inside them.

    Names are rather small than cut, and rather cut than too small to read.
    """
    room = max(70.0, 0.28 * width)
    size = _LARGEST
    while size >= _LEAST:
        beside = max(text_width(name, size) for name in names) + 26
        radius = width / 2 - min(beside, room)
        if (beside <= room or size <= _CUT) and len(names) * size * _SPOKE <= 2 * math.pi * radius:
            return size, radius
        size -= 0.5
    return 0.0, width / 2 - 24 * min(1.0, width / 700)


def _places(order: list[str], radius: float, middle: float) -> dict[str, Point]:
    turn = 2 * math.pi / len(order)
    return {
        name: (middle + radius * math.sin(n * turn), middle - radius * math.cos(n * turn))
        for n, name in enumerate(order)
    }


def _curve(start: Point, end: Point, middle: float, short: float = _SHORT) -> list[Point]:
    """A quadratic Bézier curve that bends towards the middle, and ends `short` of the dot it points to.

    Between neighbours it bends as little as they are apart.
    """
    out = math.dist(start, (middle, middle)) or 1.0
    bend = min(0.55, 1.3 * math.dist(start, end) / out)
    control = tuple(((a + b) / 2) * (1 - bend) + middle * bend for a, b in zip(start, end, strict=True))

    def at(t: float) -> Point:
        x, y = (
            (1 - t) ** 2 * a + 2 * (1 - t) * t * c + t**2 * b
            for a, c, b in zip(start, control, end, strict=True)
        )
        return x, y

    # By halves: the steps of a long arrow are longer than what it ends short by.
    low, high = 0.5, 1.0
    for _ in range(20):
        half = (low + high) / 2
        low, high = (half, high) if math.dist(at(half), end) > short else (low, half)
    points = (at(low * step / _STEPS) for step in range(_STEPS + 1))
    return [(round(x, 1), round(y, 1)) for x, y in points]


def _arrows(
    ring: Ring,
    places: Mapping[str, Point],
    names: Mapping[str, str],
    middle: float,
    scale: float,
    colors: Theme,
) -> list[alt.Chart]:
    if not ring.matches:
        return []
    around = {(a, b) for cycle in ring.cycles for a, b in zip(cycle, (*cycle[1:], cycle[0]), strict=True)}
    lines, heads = [], []
    for n, match in enumerate(ring.matches):
        strong = (match.giver, match.asker) in around
        color = colors.tab[4] if strong else colors.tab_line[2]
        told = f"{names[match.giver]} helps {names[match.asker]}"
        points = _curve(places[match.giver], places[match.asker], middle, _SHORT * scale)
        lines += [
            (n, step, x, y, color, (3.0 if strong else 1.6) * scale, told)
            for step, (x, y) in enumerate(points)
        ]
        (x0, y0), (x1, y1) = points[-2] if len(points) > 1 else places[match.giver], points[-1]
        angle = math.degrees(math.atan2(x1 - x0, y0 - y1))
        heads.append((x1, y1, angle, color, (150 if strong else 80) * scale**3, told))
    paths = pl.DataFrame(lines, schema=["path", "step", "x", "y", "line", "width", "told"], orient="row")
    tips = pl.DataFrame(heads, schema=["x", "y", "angle", "line", "size", "told"], orient="row")
    stroke = alt.Stroke("line:N", scale=None, legend=None)
    tooltip = [alt.Tooltip("told:N", title="Who helps")]
    return [
        alt.Chart(paths)
        .mark_line(opacity=0.9, interpolate="basis", aria=False)
        .encode(
            **_at(),
            order="step:Q",
            detail="path:N",
            stroke=stroke,
            strokeWidth=alt.StrokeWidth("width:Q", scale=None, legend=None),
            tooltip=tooltip,
        ),
        alt.Chart(tips)
        .mark_point(shape="triangle-up", opacity=1, aria=False)
        .encode(
            **_at(),
            angle=alt.Angle("angle:Q", scale=None),
            fill=alt.Fill("line:N", scale=None, legend=None),
            stroke=stroke,
            size=alt.Size("size:Q", scale=None, legend=None),
            tooltip=tooltip,
        ),
    ]


def _at() -> dict[str, alt.X | alt.Y]:
    return {"x": alt.X("x:Q", scale=None, axis=None), "y": alt.Y("y:Q", scale=None, axis=None)}


def _people(
    ring: Ring, places: Mapping[str, Point], names: Mapping[str, str], scale: float, colors: Theme
) -> alt.Chart:
    helped = {match.asker for match in ring.matches}
    asking = {card.name for card in ring.cards if card.ask}
    rows = [
        (
            *places[name],
            names[name],
            colors.ground if name in asking - helped else colors.tab[4] if name in helped else colors.tab[2],
            colors.tab_line[0] if name in asking - helped else colors.tab_line[4],
            "the ask has no helper yet"
            if name in asking - helped
            else "helped"
            if name in helped
            else "no ask",
        )
        for name in places
    ]
    frame = pl.DataFrame(rows, schema=["x", "y", "name", "fill", "line", "state"], orient="row")
    drawn: alt.Chart = (
        alt.Chart(frame)
        .mark_point(opacity=1, size=150 * scale**1.5, strokeWidth=2.4 * scale)
        .encode(
            **_at(),
            fill=alt.Fill("fill:N", scale=None, legend=None),
            stroke=alt.Stroke("line:N", scale=None, legend=None),
            description=alt.Description("name:N"),
            tooltip=[alt.Tooltip("name:N", title="Name"), alt.Tooltip("state:N", title="Ask")],
        )
    )
    return drawn


def _labels(
    places: Mapping[str, Point], names: Mapping[str, str], width: float, size: float, colors: Theme
) -> list[alt.Chart]:
    """The names outside the circle: level where that leaves room for all, else like the spokes of a wheel."""
    rows = [_level(names[name], x, y, width, size) for name, (x, y) in places.items()]
    if not _apart(rows, size):
        rows = [_spoke(names[name], x, y, width, size) for name, (x, y) in places.items()]
    frame = pl.DataFrame(rows, schema=list(_Label._fields), orient="row")
    return [
        alt.Chart(frame.with_columns(name=pl.Series(names.values(), dtype=pl.String)))
        .mark_text(
            fontSize=size, color=colors.ink, baseline="middle", align=alt.ExprRef("datum.align"), aria=False
        )
        .encode(
            **_at(),
            text="text:N",
            angle=alt.Angle("angle:Q", scale=None),
            tooltip=[alt.Tooltip("name:N", title="Name")],
        )
    ]


class _Label(NamedTuple):
    x: float
    y: float
    text: str
    align: str
    angle: float


def _level(name: str, x: float, y: float, width: float, size: float) -> _Label:
    """A name beside its dot, or above or below where that is nearer."""
    dx, dy = x - width / 2, y - width / 2
    far = math.hypot(dx, dy) or 1.0
    align = "center" if abs(dx) < 0.15 * far else "left" if dx > 0 else "right"
    at_x = x + dx / far * 14
    room = {"left": width - at_x, "right": at_x, "center": 2 * min(at_x, width - at_x)}[align]
    return _Label(at_x, y + dy / far * 16, fitted(name, size, room - 4), align, 0.0)


def _spoke(name: str, x: float, y: float, width: float, size: float) -> _Label:
    """A name on the line from the middle through its dot, readable from left to right."""
    dx, dy = x - width / 2, y - width / 2
    far = math.hypot(dx, dy) or 1.0
    right = dx > -1e-9
    angle = math.degrees(math.atan2(dy, dx)) + (0 if right else 180)
    text = fitted(name, size, width / 2 - far - 16)
    return _Label(x + dx / far * 13, y + dy / far * 13, text, "left" if right else "right", angle)


def _apart(labels: list[_Label], size: float) -> bool:
    """Whether no two level names touch."""
    page = Page()
    for label in labels:
        wide = text_width(label.text, size)
        left = label.x - {"left": 0.0, "center": wide / 2, "right": wide}[label.align]
        box = (left, label.y - size / 2, left + wide, label.y + size / 2)
        if not page.is_free(box):
            return False
        page.take(box)
    return True


def _words(ring: Ring, names: Mapping[str, str]) -> str:
    circles = [
        " helps ".join([*(names[name] for name in cycle), names[cycle[0]]]) + "." for cycle in ring.cycles
    ]
    asks = "ask has" if ring.asks == 1 else "asks have"
    return " ".join([f"{ring.served} of {ring.asks} {asks} a helper.", *circles])
