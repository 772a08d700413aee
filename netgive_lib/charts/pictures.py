"""Every picture by its name: what `netgive chart NAME` and the pages' download buttons draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.charts.introductions import introductions_chart
from netgive_lib.charts.map import network_map
from netgive_lib.charts.offers import offers_chart
from netgive_lib.charts.plan import plan_chart
from netgive_lib.charts.reconnect import reconnect_chart
from netgive_lib.charts.tab import months_chart, tab_chart
from netgive_lib.charts.warmth import warmth_chart

if TYPE_CHECKING:
    from collections.abc import Callable

    import altair as alt

PICTURES: dict[str, Callable[..., alt.LayerChart]] = {
    "map": network_map,
    "offers": offers_chart,
    "introductions": introductions_chart,
    "plan": plan_chart,
    "reconnect": reconnect_chart,
    "tab": tab_chart,
    "months": months_chart,
    "warmth": warmth_chart,
}
"""Each takes (network, today) and the keywords width, theme and anonymous, and gives a chart."""
