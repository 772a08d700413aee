"""What you bring, as rows: the things you could bring, and the offers made from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.network import new_id
from netgive_lib.schema import ASSETS, OFFERS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from netgive_lib.network import Network


class OfferError(LookupError):
    """There is no such offer or asset, or it is past what was asked of it. The message is one sentence."""


def with_asset(
    network: Network,
    kind: str,
    title: str,
    topics: Iterable[str] = (),
    good_until: date | None = None,
    note: str | None = None,
) -> tuple[Network, str]:
    """With something new that you could bring, and its id. Raises `SchemaError` for a kind that is none."""
    if not title.strip():
        raise OfferError("Say what you could bring: the title is empty.")
    id = new_id()
    row = {
        "id": id,
        "kind": kind,
        "title": title.strip(),
        "topics": [topic.strip() for topic in topics if topic.strip()],
        "good_until": good_until,
        "note": note,
    }
    return network.with_rows("assets", pl.DataFrame([row], schema=ASSETS.schema)), id


def without_asset(network: Network, asset: str) -> Network:
    """Without something that you can bring no longer. Offers made from it stay."""
    return replace(network, assets=network.assets.filter(pl.col("id") != asset))


def with_offer(
    network: Network,
    person: str,
    text: str,
    *,
    today: date,
    asset: str | None = None,
    kind: str | None = None,
) -> tuple[Network, str]:
    """With an idea of what to offer one person, and its id. Its kind is that of the asset, if none is given.

    Raises `SchemaError` for someone who is not there, `OfferError` for an asset that is not, or an empty text.
    """
    if not text.strip():
        raise OfferError("Say what you would offer: the text is empty.")
    if asset is not None:
        kinds = network.assets.filter(pl.col("id") == asset)["kind"]
        if not len(kinds):
            raise OfferError(f"What you could bring is not there any more ({asset}).")
        kind = kind or kinds[0]
    id = new_id()
    row = {
        "id": id,
        "person": person,
        "asset": asset,
        "kind": kind,
        "text": text.strip(),
        "status": "idea",
        "created": today,
    }
    return network.with_rows("offers", pl.DataFrame([row], schema=OFFERS.schema)), id


def choose(network: Network, offer: str) -> Network:
    """With this offer chosen. Raises `OfferError` if it is not there, or was given."""
    _still_open(network, offer)
    return _with_status(network, offer, "chosen")


def drop(network: Network, offer: str) -> Network:
    """With this offer dropped: it is not suggested again. Raises `OfferError` if it is not there, or was given."""
    _still_open(network, offer)
    return _with_status(network, offer, "dropped")


def given(network: Network, offer: str, on: date, weight: float = 1, channel: str | None = None) -> Network:
    """With this offer given on that day, which is also put on the tab as a give.

    Raises `OfferError` if it is not there, or was given already; `SchemaError` for a weight that is none.
    """
    row = _still_open(network, offer)
    what = row["text"] or _title(network, row["asset"])
    noted = network.give(row["person"], what, on=on, weight=weight, channel=channel)
    return _with_status(noted, offer, "given")


def _still_open(network: Network, offer: str) -> dict[str, Any]:
    rows = network.offers.filter(pl.col("id") == offer)
    if not rows.height:
        raise OfferError(f"This offer is not there any more ({offer}).")
    row = rows.row(0, named=True)
    if row["status"] == "given":
        raise OfferError("This offer was given already: it stands on the tab.")
    return row


def _title(network: Network, asset: str | None) -> str | None:
    titles = network.assets.filter(pl.col("id") == asset)["title"]
    return titles[0] if len(titles) else None


def _with_status(network: Network, offer: str, status: str) -> Network:
    return network.with_rows("offers", pl.DataFrame({"id": [offer], "status": [status]}))
