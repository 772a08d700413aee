"""The map: you in the middle, the people around you by ring and circle, and what passed between you."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.charts import layers
from netgive_lib.charts.legend import legend
from netgive_lib.charts.marks import Drawing
from netgive_lib.charts.naming import naming_nobody, numbers, shown_names
from netgive_lib.charts.theme import THEMES, tab_color
from netgive_lib.describe import day_in_words, name_of
from netgive_lib.layout import RING_WORDS, map_layout
from netgive_lib.ties import ties

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import altair as alt

    from netgive_lib.charts.theme import Theme, ThemeName
    from netgive_lib.layout import MapLayout
    from netgive_lib.network import Network


def network_map(
    network: Network,
    today: date,
    *,
    width: float = 960,
    theme: ThemeName = "light",
    anonymous: bool = False,
    selectable: bool = False,
    highlight: str | None = None,
    translations: Mapping[str, str] | None = None,
) -> alt.LayerChart:
    """The map of a network as it stands at `today`, `width` pixels wide.

    With `anonymous`, nobody's name, organization or id is in it: people have numbers. With `selectable` the
    chart has a point selection called `pick` over `id`: of a person, or of a glyph that stands for many
    (`cell:3:the agency`). `highlight` is the id of a person who is ringed.
    `translations` has other words for those of the key, by ours: it is set in rows, by the width of its words.
    """
    return map_drawing(
        network,
        today,
        width=width,
        theme=theme,
        anonymous=anonymous,
        selectable=selectable,
        highlight=highlight,
        translations=translations,
    ).chart()


def map_drawing(
    network: Network,
    today: date,
    *,
    width: float = 960,
    theme: ThemeName = "light",
    anonymous: bool = False,
    selectable: bool = False,
    highlight: str | None = None,
    translations: Mapping[str, str] | None = None,
) -> Drawing:
    """The same as marks, for a page that draws it again and again."""
    people, tied = network.others, ties(network, today)
    if anonymous:
        people, tied, highlight = _numbered(network, people, tied, highlight)
    layout = map_layout(people, tied, width=width)
    colors = THEMES[theme]
    dots = _dot_rows(layout, people, tied, colors)
    if anonymous:
        dots = dots.drop("organization")
    key = legend(layout, colors, f"{_counted(people.height)}, {day_in_words(today)}", translations)
    points = layers.person_dots(dots, layout)
    drawn = [
        *layers.ground(layout, colors),
        *layers.glyph_arcs(layout, colors),
        *points,
        *layers.you(layout, colors),
        *layers.picked_ring(points, colors, highlight, selectable),
        *layers.words(dots, layout, colors),
        *layers.key_marks(key, layout.measures.name_size, colors),
    ]
    if not people.height:
        drawn.append(layers.nobody(layout, colors))
    return Drawing(
        drawn,
        width=width,
        height=width + key.height,
        description=description(layout, tied, today),
        config=colors.config(),
        picks_in=layers.YOU if selectable else "",
        picked=highlight,
    )


def description(layout: MapLayout, tied: pl.DataFrame, today: date) -> str:
    """What the picture shows, in a few sentences: its text alternative."""
    if not tied.height:
        return f"Your network on {day_in_words(today)}: you in the middle, and nobody around you yet."
    rings = [
        f"{count} in ring {ring} ({RING_WORDS[ring - 1]})" if ring else f"{count} not rated yet"
        for ring, count in layout.rings.select("ring", "count").iter_rows()
        if count
    ]
    circles = [f"{c} ({n})" for c, n in layout.sectors.select("circle", "count").iter_rows()]
    sides = dict(tied["side"].fill_null("none").value_counts().iter_rows())
    quiet = tied["dormant"].sum()
    return " ".join(
        [
            f"Your network on {day_in_words(today)}: you in the middle, {_counted(tied.height)} around you.",
            f"From the inside out: {', '.join(rings)}.",
            f"Circles, clockwise from the top: {', '.join(circles)}.",
            f"{quiet} {'is' if quiet == 1 else 'are'} dormant and drawn hollow.",
            f"On the tab, they gave more in {sides.get('theirs', 0)}, you gave more in {sides.get('mine', 0)}, "
            f"it is split in {sides.get('split', 0)}, and nothing was given in {sides.get('none', 0)}.",
        ]
    )


def _counted(number: int) -> str:
    return f"{number:,} {'person' if number == 1 else 'people'}"


def _numbered(
    network: Network, people: pl.DataFrame, tied: pl.DataFrame, highlight: str | None
) -> tuple[pl.DataFrame, pl.DataFrame, str | None]:
    """The same people with numbers in place of all that could name them."""
    number = numbers(network)
    circles = naming_nobody(network, people["circle"].drop_nulls(), "circle")
    new = pl.col("id").replace_strict(number, return_dtype=pl.String)
    unnamed = people.select(
        new,
        pl.col("circle").replace(circles),
        "ring",
        pl.lit(None, pl.String).alias("organization"),
        name=pl.col("id").replace_strict(shown_names(network, anonymous=True), return_dtype=pl.String),
        given_name=None,
        emails=None,
        phones=None,
    )
    return unnamed, tied.with_columns(new), number.get(highlight or "")


# The rows behind the marks


def _dot_rows(layout: MapLayout, people: pl.DataFrame, tied: pl.DataFrame, colors: Theme) -> pl.DataFrame:
    """The dots with their looks, and the words of their tooltips."""
    rows = layout.dots.join(people.select("id", "name", "emails", "phones", "organization"), on="id").join(
        tied.select("id", "tab", "side", "dormant", "last_contact", "given", "received"), on="id"
    )
    names = [name_of(row) for row in rows.select("id", "name", "emails", "phones").iter_rows(named=True)]
    days = [day_in_words(day) if day else "none on record" for day in rows["last_contact"]]
    line, none = pl.col("tab_line"), pl.col("tab").is_null()
    return rows.with_columns(
        tab_color(colors.tab, colors.none).alias("fill"),
        tab_line=tab_color(colors.tab_line, colors.none_line),
    ).select(
        "id",
        pl.col("x", "y", "tail_x", "tail_y").round(1),
        "r",
        size=((2 * pl.col("r")) ** 2).round(1),
        fill=pl.when("dormant").then(pl.lit(colors.ground)).otherwise("fill"),
        line=line,
        width=pl.when(none)
        .then(0.8)
        .when("dormant")
        .then(pl.max_horizontal(pl.lit(1.2), pl.col("r") * 0.28))
        .otherwise(0.9)
        .round(2),
        name=pl.Series(names, dtype=pl.String),
        organization=pl.col("organization").fill_null("not known"),
        in_ring=layers.ring_in_words(),
        in_circle=pl.col("circle"),
        last=pl.Series(days, dtype=pl.String),
        passed=_passed_words(),
    )


def _passed_words() -> pl.Expr:
    """What was given and received, in words."""
    return (
        pl.when(pl.col("side").is_null())
        .then(pl.lit("nothing given or received yet"))
        .otherwise(
            pl.format(
                "{} ({} given, {} received)",
                pl.col("side").replace_strict(layers.SIDE_WORDS, default=None, return_dtype=pl.String),
                pl.col("given").round(1),
                pl.col("received").round(1),
            )
        )
    )
