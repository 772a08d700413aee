"""The sample networks: a story about made-up people that ships with netgive, and made-up ones of any size."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from netgive_lib import sources
from netgive_lib.network import Network
from netgive_lib.resources import folder
from netgive_lib.sources.merge import merge
from netgive_lib.synthetic import generate

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["NAMES", "generate", "load_sample", "sample_today"]

NAMES = ("story",)
"""The samples that ship with netgive. `data/README.md` says what is in them."""


@lru_cache
def load_sample(name: str) -> Network:
    """The sample called `name`, read from its CSV folder. Raises `ValueError` if there is none."""
    if name not in NAMES:
        raise ValueError(f"There is no sample {name!r}. There is {', '.join(NAMES)}.")
    return _from_folder(folder("data") / name)


def sample_today(network: Network) -> date | None:
    """The day that it always is in a sample; None for a person's own network, where time passes."""
    try:
        return date.fromisoformat(network.setting("today"))
    except ValueError:
        return None


def _from_folder(path: Path) -> Network:
    """A network from its CSV folder, without the checks for who is who: its ids say it."""
    network, _ = merge(Network(), sources.read(path))
    return network
