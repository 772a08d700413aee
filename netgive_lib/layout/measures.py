"""The lengths and font sizes of the map, which all follow from its width."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

_RADII = (3.6, 4.9, 6.5, 8.4, 10.6)
"""The radius of a dot for each step of its size."""


@dataclass(frozen=True)
class Measures:
    """Lengths and font sizes that follow from the width of the picture, in pixels."""

    width: float

    @cached_property
    def phone(self) -> bool:
        """Whether the picture is as narrow as a phone."""
        return self.width < 560

    @cached_property
    def center(self) -> float:
        """X and y of the middle."""
        return self.width / 2

    @cached_property
    def rim(self) -> float:
        """The radius of the outermost band; the names of the circles stand outside it."""
        return self.width / 2 - (22 if self.phone else 30)

    @cached_property
    def hole(self) -> float:
        """The radius of the middle, where you are."""
        return 17.0 if self.phone else 26.0

    @cached_property
    def sectors(self) -> int:
        """The most sectors that can be told apart."""
        return 7 if self.phone else 12

    @cached_property
    def name_size(self) -> float:
        """Font size of people's names."""
        return 10.0 if self.phone else 11.0

    @cached_property
    def name_room(self) -> float:
        """The widest that a name gets."""
        return 84.0 if self.phone else 132.0

    @cached_property
    def circle_size(self) -> float:
        """Font size of the names of circles."""
        return 11.0 if self.phone else 13.0

    @cached_property
    def sign_size(self) -> float:
        """Font size of the rings' labels and of the counts in glyphs."""
        return 9.0 if self.phone else 10.0

    @cached_property
    def radii(self) -> tuple[float, ...]:
        """The radius of a dot of each size step, 0 to 4, at scale 1."""
        wide = min(1.1, max(0.84, math.pow(self.width / 960, 0.3)))
        return tuple(radius * wide for radius in _RADII)

    def radius(self, step: int, scale: float = 1.0) -> float:
        """The radius of a dot of a size step (0 to 4)."""
        return self.radii[step] * scale

    def at(self, angle: float, radius: float) -> tuple[float, float]:
        """X and y of a point at an angle and a distance from the middle."""
        return self.center + radius * math.sin(angle), self.center - radius * math.cos(angle)
