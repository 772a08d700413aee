"""What people are called in pictures: by name, or by a number that is the same in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.describe import name_of
from netgive_lib.schema import ME

if TYPE_CHECKING:
    from netgive_lib.network import Network


def numbers(network: Network) -> dict[str, str]:
    """Id -> a number for everyone but me, in the order of their ids, with leading zeros to sort by."""
    ids = sorted(network.others["id"])
    digits = len(str(len(ids)))
    return {id: str(place).zfill(digits) for place, id in enumerate(ids, 1)}


def shown_names(network: Network, *, anonymous: bool) -> dict[str, str]:
    """Id -> what a picture calls each person; me is "you"."""
    if anonymous:
        shown = {id: f"no. {number.lstrip('0')}" for id, number in numbers(network).items()}
    else:
        people = network.others.select("id", "name", "emails", "phones")
        shown = {row["id"]: name_of(row) for row in people.iter_rows(named=True)}
    return {ME: "you", **shown}
