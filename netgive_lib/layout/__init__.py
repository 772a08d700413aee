"""Where everything stands in the map, in pixels: dots, names, rings, sectors, and glyphs for the many."""

from netgive_lib.layout.map import (
    NO_CIRCLE,
    OTHER_CIRCLES,
    RING_WORDS,
    SIZE_STEPS,
    UNRATED_WORDS,
    MapLayout,
    map_layout,
)

__all__ = [
    "NO_CIRCLE",
    "OTHER_CIRCLES",
    "RING_WORDS",
    "SIZE_STEPS",
    "UNRATED_WORDS",
    "MapLayout",
    "map_layout",
]
