"""A picture as marks in Vega-Lite's own words: what a page draws again at every click, without Altair in between.

To build the map's layers as Altair charts, to copy them and to write them out takes Altair three times as long as
the layout of the map. A page needs only what is written out in the end; whoever codes gets Altair's chart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import altair as alt
import polars as pl
from polars import selectors

if TYPE_CHECKING:
    from collections.abc import Sequence

PICK = "pick"
"""The name of the selection of a chart that can be clicked."""
_FEW = 40
_DIGITS = 4
"""After the point. The smallest unit is a radian, of which a ten-thousandth is a twentieth of a pixel on the rim."""


@dataclass(frozen=True)
class Marks:
    """One layer: a mark for each row, and what the columns are to it."""

    rows: pl.DataFrame
    mark: dict[str, Any]
    """Vega-Lite's mark definition, with its `type`."""
    encoding: dict[str, Any]
    """Channel -> field definition, with its `field` and `type`."""
    name: str = ""
    picked_only: bool = False
    """Whether only those rows are drawn that are picked."""

    @property
    def few(self) -> bool:
        """Whether it is not worth to make the rows short."""
        return self.rows.height <= _FEW

    def rounded(self) -> pl.DataFrame:
        """The rows without digits that nobody sees."""
        return self.rows if self.few else self.rows.with_columns(selectors.float().round(_DIGITS))

    def written(self) -> str | list[dict[str, Any]]:
        """The rows as they are sent: many as CSV, far shorter than objects that name each column each time."""
        return self.rows.to_dicts() if self.few else self.rounded().write_csv()

    def read(self) -> dict[str, Any]:
        """How Vega-Lite reads what was `written`."""
        if self.few:
            return {"type": "json"}
        kinds = {
            name: "boolean" if kind == pl.Boolean else "number" if kind.is_numeric() else "string"
            for name, kind in self.rows.schema.items()
        }
        return {"type": "csv", "parse": kinds}

    def chart(self) -> alt.Chart:
        """The layer as an Altair chart."""
        return alt.Chart(
            self.rounded(),
            mark=alt.MarkDef(**self.mark),
            encoding=alt.FacetedEncoding(**self.encoding),
            **self.more(),
        )

    def more(self) -> dict[str, Any]:
        """The properties of a layer that only some have."""
        named = {"name": self.name} if self.name else {}
        return named | (
            {"transform": [{"filter": {"param": PICK, "empty": False}}]} if self.picked_only else {}
        )


@dataclass(frozen=True)
class Drawing:
    """A picture: its layers from the ground up, how large it is, and what it says to those who can't see it."""

    layers: Sequence[Marks]
    width: float
    height: float
    description: str
    config: dict[str, Any]
    picks_in: str = ""
    """The name of the layer that a point selection called `pick` over `id` hangs on; "" for none."""
    picked: str | None = None
    """The id that is picked at first."""

    @property
    def size(self) -> int:
        """How many marks it has."""
        return sum(of.rows.height for of in self.layers)

    def spec(self) -> dict[str, Any]:
        """The picture in Vega-Lite, with its data in it. The columns are numbers, strings or truth values."""
        tables = {id(of.rows): of for of in self.layers}  # a table that two layers share is written once
        names = {key: f"rows-{number}" for number, key in enumerate(tables)}
        layers = [
            {
                "data": {"name": names[id(of.rows)], "format": of.read()},
                "mark": of.mark,
                "encoding": of.encoding,
                **of.more(),
            }
            for of in self.layers
        ]
        return {
            "$schema": alt.SCHEMA_URL,
            "datasets": {names[key]: of.written() for key, of in tables.items()},
            "layer": layers,
            **self._properties(),
            **({"params": [self._pick()]} if self.picks_in else {}),
        }

    def chart(self) -> alt.LayerChart:
        """The picture as an Altair chart, to restyle."""
        layers = [of.chart() for of in self.layers]
        properties = self._properties()
        if self.picks_in:
            properties["params"] = [alt.TopLevelSelectionParameter(**self._pick())]
        return alt.LayerChart(layer=layers, **properties)

    def _properties(self) -> dict[str, Any]:
        return {
            "width": self.width,
            "height": self.height,
            "description": self.description,
            "config": self.config,
        }

    def _pick(self) -> dict[str, Any]:
        select = {"type": "point", "fields": ["id"], "toggle": False}
        at_first = {"value": [{"id": self.picked}]} if self.picked else {}
        return {"name": PICK, "select": select, "views": [self.picks_in], **at_first}


# Channels of marks that are placed by pixels and painted with the colours that the rows name


def _plain(column: str, kind: str = "quantitative", **more: Any) -> dict[str, Any]:
    return {"field": column, "type": kind, "scale": None, **more}


def at() -> dict[str, Any]:
    """At `x`, `y`."""
    return {"x": _plain("x", axis=None), "y": _plain("y", axis=None)}


def to() -> dict[str, Any]:
    """From `x`, `y` to `x2`, `y2`."""
    return {**at(), "x2": {"field": "x2"}, "y2": {"field": "y2"}}


def sized() -> dict[str, Any]:
    """At `x`, `y`, with `size` square pixels."""
    return {**at(), "size": _plain("size", legend=None)}


def painted() -> dict[str, Any]:
    """Filled with the colour `fill`, outlined with the colour `line`."""
    return {"fill": _plain("fill", "nominal", legend=None), "stroke": _plain("line", "nominal", legend=None)}


def spoken(column: str) -> dict[str, Any]:
    """What a screen reader says of each mark."""
    return {"field": column, "type": "nominal"}


def told(titles: dict[str, str]) -> list[dict[str, Any]]:
    """A tooltip: column -> what it is called there."""
    return [{"field": column, "title": title, "type": "nominal"} for column, title in titles.items()]
