"""The sample networks: a story about made-up people that ships with netgive, and made-up ones of any size."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from netgive_lib import sources
from netgive_lib.network import Network
from netgive_lib.resources import folder
from netgive_lib.sample.synthetic import generate

__all__ = ["NAMES", "generate", "load_sample", "sample_today"]

NAMES = ("story",)
"""The samples that ship with netgive. `data/README.md` says what is in them."""


@lru_cache
def load_sample(name: str) -> Network:
    """The sample called `name`, read from its CSV folder. Raises `ValueError` if there is none."""
    if name not in NAMES:
        raise ValueError(f"There is no sample {name!r}. There is {', '.join(NAMES)}.")
    return Network(**sources.read(folder("data") / name).tables)


def sample_today(network: Network) -> date | None:
    """The day that it always is in a sample; None for a person's own network, where time passes."""
    try:
        return date.fromisoformat(network.setting("today"))
    except ValueError:
        return None
