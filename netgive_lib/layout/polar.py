"""Dividing a disc: rings into bands, circles into sectors, and the dots of one cell into lanes.

Angles run clockwise from twelve o'clock, in radians; lengths are pixels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

TURN = 2 * math.pi
MOST_DOTS = 2400
"""More people than this are never drawn one by one."""
_ROOM = (3.0, 2.2, 1.5, 1.1, 1.0, 1.0)
"""How generous the room of one person is, ring by ring from the middle, the unrated last."""
_TIGHT, _AMPLE = 100.0, 2600.0
"""Square pixels a person (times `_ROOM`): the least that a dot can be drawn in, and more than anyone needs."""


@dataclass(frozen=True)
class Band:
    """One ring's part of the disc."""

    inner: float
    outer: float
    crowded: bool = False
    """Too many people for dots: only cells in which few of them stand are drawn one by one."""

    @property
    def middle(self) -> float:
        """The radius half-way."""
        return (self.inner + self.outer) / 2


def bands(counts: Sequence[int], hole: float, outer: float) -> list[Band]:
    """The bands of six rings (the unrated last, who get none if nobody is), from the hole to the rim.

    Each ring has a least width; the rest goes where the people are, inner rings being served more
    generously. When not everyone can be a dot, the fullest rings are marked as crowded.
    """
    unit = (outer - hole) / 10
    crowded: set[int] = set()
    while True:
        floors = [_least(i, count, unit, i in crowded) for i, count in enumerate(counts)]
        drawn = [0 if i in crowded else count for i, count in enumerate(counts)]
        if sum(drawn) <= MOST_DOTS and _rim(drawn, floors, hole, _TIGHT)[-1] <= outer:
            break
        crowded.add(drawn.index(max(drawn)))
    radii = _stretched(drawn, floors, hole, outer)
    return [Band(a, b, i in crowded) for i, (a, b) in enumerate(zip([hole, *radii], radii, strict=False))]


def _least(ring: int, count: int, unit: float, crowded: bool) -> float:
    """The least width of a band."""
    if count == 0:
        return 0.0 if ring == 5 else unit * 0.75
    return unit * (1.25 if crowded or ring < 2 else 1.0)


def _rim(drawn: Sequence[int], floors: Sequence[float], hole: float, room: float) -> list[float]:
    """The outer radius of each band, when a person takes `room` square pixels."""
    radii, radius = [], hole
    for count, floor, generous in zip(drawn, floors, _ROOM, strict=True):
        radius = max(radius + floor, math.sqrt(radius**2 + count * room * generous / math.pi))
        radii.append(radius)
    return radii


def _stretched(drawn: Sequence[int], floors: Sequence[float], hole: float, outer: float) -> list[float]:
    """The outer radius of each band, with as much room for each person as the disc has."""
    low, high = 0.0, _AMPLE
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if _rim(drawn, floors, hole, middle)[-1] <= outer else (low, middle)
    radii = _rim(drawn, floors, hole, low)
    spare, total = outer - radii[-1], sum(floors)
    reached = 0.0
    for i, floor in enumerate(floors):
        reached += floor
        radii[i] += spare * reached / total
    return radii


def divide(needs: Sequence[float], counts: Sequence[int], least: float) -> list[tuple[float, float]]:
    """The (start, end) of each sector: what it needs and no less than `least`, the rest by head count."""
    if not counts:
        return []
    wanted = [max(need, least) for need in needs]
    total, people = sum(wanted), sum(counts)
    shrink = min(1.0, TURN / total)
    spare = max(0.0, TURN - total)
    sectors, start = [], 0.0
    for want, count in zip(wanted, counts, strict=True):
        end = start + want * shrink + spare * count / people
        sectors.append((start, end))
        start = end
    return [*sectors[:-1], (sectors[-1][0], TURN)]


@dataclass(frozen=True)
class Sign:
    """A ring's label at twelve o'clock, which dots keep clear of: half its width, and its two radii."""

    half: float
    near: float
    far: float

    def hides(self, radius: float, reach: float) -> float:
        """The half-angle at `radius` within which a dot of radius `reach` would touch the label."""
        corner = math.hypot(self.half, self.far)
        if radius + reach < self.near or radius - reach > corner:
            return 0.0
        return math.asin(min(1.0, (self.half + reach) / radius))


@dataclass(frozen=True)
class Cell:
    """One ring in one sector, with the signs that hang in it or near it."""

    band: Band
    start: float
    end: float
    signs: tuple[Sign, ...] = ()
    lean: float = 0.5
    """Where a lone dot stands between the two sides, 0 to 1."""


class Spot(NamedTuple):
    """A place for a dot: its angle, its radius from the middle, and its lane, counted from the inside."""

    angle: float
    radius: float
    lane: int


@dataclass(frozen=True)
class _Lane:
    """An arc that dots stand on."""

    radius: float
    start: float
    end: float

    @cached_property
    def span(self) -> float:
        """Its angle; never negative."""
        return max(0.0, self.end - self.start)

    def takes(self, reach: float) -> float:
        """The angle that a dot needs which keeps `reach` free around its middle."""
        return 2 * math.asin(min(1.0, reach / self.radius))


def need(reaches: Sequence[float], band: Band, deep: float) -> float:
    """The angle that these dots need in a band, with lanes that are `deep` apart."""
    lanes = max(1, int((band.outer - band.inner) / deep))
    return (2 * sum(reaches) / lanes + max(reaches)) * 1.1 / band.middle


def spots(cell: Cell, reaches: Sequence[float], deep: float, ease: float) -> list[Spot]:
    """Places for dots in a cell, in the order given, which runs clockwise; none if they do not fit.

    A dot keeps `reach` pixels free around its middle; lanes are at least `deep` apart. There are as few lanes
    as leave the dots `ease` apart along them, up to three; more only when needed.
    """
    widest, total = 2 * max(reaches), 2 * sum(reaches)
    most = _most_lanes(cell.band, widest, deep)
    eased = math.ceil(len(reaches) * ease / (cell.band.middle * (cell.end - cell.start)))
    for count in range(max(1, min(eased, 3, len(reaches), most)), most + 1):
        lanes = _lanes(cell, count, widest, deep)
        room = sum(lane.span * lane.radius for lane in lanes)
        if total <= room * (0.97 if count == most else 0.75):
            found = _filled(lanes, reaches, cell.lean)
            if found:
                return found
    return []


def _most_lanes(band: Band, widest: float, deep: float) -> int:
    """How many lanes a band can have."""
    width = band.outer - band.inner - widest
    return 1 + int(width / deep) if width >= 0 else 0


def _lanes(cell: Cell, count: int, widest: float, deep: float) -> list[_Lane]:
    """The lanes of a cell, from the inside, clear of its sides and of the signs."""
    width = cell.band.outer - cell.band.inner - widest
    apart = width / count if width / count >= deep else width / max(1, count - 1)
    first = cell.band.middle - apart * (count - 1) / 2
    return [_lane(cell, first + apart * number, widest / 2) for number in range(count)]


def _lane(cell: Cell, radius: float, reach: float) -> _Lane:
    hidden = max((sign.hides(radius, reach) for sign in cell.signs), default=0.0)
    return _Lane(radius, max(cell.start, hidden), min(cell.end, TURN - hidden))


def _filled(lanes: Sequence[_Lane], reaches: Sequence[float], lean: float) -> list[Spot]:
    """A spot for each dot, the lanes filling up evenly; none if one of them overflows."""
    filled = [0.0 if lane.span > 0 else 2.0 for lane in lanes]
    chosen: list[list[tuple[int, float]]] = [[] for _ in lanes]
    taken = [{reach: lane.takes(reach) for reach in set(reaches)} for lane in lanes]
    for number, reach in enumerate(reaches):
        index = filled.index(min(filled))
        lane = lanes[index]
        chosen[index].append((number, filled[index] * lane.span))
        filled[index] += taken[index][reach] / lane.span if lane.span else 0.0
        if filled[index] > 1:
            return []
    spread: dict[int, Spot] = {}
    for index, (lane, dots) in enumerate(zip(lanes, chosen, strict=True)):
        spare = lane.span * (1 - filled[index]) / max(1, len(dots))
        phase = lean if len(lanes) == 1 else 0.3 + 0.4 * (index % 2)
        for place, (number, before) in enumerate(dots):
            room = taken[index][reaches[number]]
            spread[number] = Spot(
                lane.start + before + room / 2 + spare * (place + phase), lane.radius, index
            )
    return [spread[number] for number in range(len(reaches))]
