"""What becomes of the moves of a plan: accepted, done, skipped; and what could come next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.network import new_id
from netgive_lib.nuisance import check_other
from netgive_lib.plan.candidates import TERMS, Terms, offers_ready, standing
from netgive_lib.schema import ME
from netgive_lib.weeks import quiet_dates

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network


class UnknownMoveError(LookupError):
    """There is no such move."""


@dataclass(frozen=True)
class NextMove:
    """When to contact someone next, and with what."""

    person: str
    on: date
    offer: str | None
    """What you could bring, in words; None if there is nothing yet, and thinking comes first."""
    why: str


def accept(network: Network, moves: pl.DataFrame, today: date) -> Network:
    """With these rows of `Plan.moves` in the table of moves, as planned, and their offers as chosen.

    Someone whose move was planned before keeps that row, with the new day, offer and ask: to accept the next plan moves
    it rather than doubling it. A suggested offer becomes a row of `offers`, one for all the moves that bring it.
    """
    named = moves["move"].drop_nulls().implode()
    planned = network.moves.filter((pl.col("status") == "planned") & ~pl.col("id").is_in(named))
    planned = planned.sort("on", "id", nulls_last=True)
    ids = {person: iter(group["id"]) for (person,), group in planned.group_by("person", maintain_order=True)}
    known = {
        (person, asset): id
        for id, person, asset in network.offers.select("id", "person", "asset").iter_rows()
        if asset is not None
    }
    offers, rows = {}, []
    for move in moves.iter_rows(named=True):
        person, asset = move["person"], move["asset"]
        offer = move["offer_id"] or known.get((person, asset)) or new_id()
        if asset is not None:
            known.setdefault((person, asset), offer)
        rows.append(
            {
                "id": move["move"] or next(ids.get(person, iter(())), None) or new_id(),
                "person": person,
                "on": move["on"],
                "offer": offer,
                "ask": move["ask"],
                "status": "planned",
            }
        )
        chosen = {"id": offer, "person": person, "asset": asset, "kind": move["kind"], "text": move["offer"]}
        offers[offer] = {**chosen, "status": "chosen", "created": _created(network, offer, today)}
    if not rows:
        return network
    network = network.with_rows("offers", pl.DataFrame([*offers.values()], infer_schema_length=None))
    return network.with_rows("moves", pl.DataFrame(rows, infer_schema_length=None))


def _title(network: Network, offer: str | None) -> str | None:
    """What a move brings that names no offer: an asset by its title, else its own words."""
    asset = network.assets.filter(pl.col("id") == pl.lit(offer, pl.String))
    return asset["title"][0] if asset.height else offer


def _created(network: Network, offer: str, today: date) -> date | None:
    """When an offer was thought of."""
    before = network.offers.filter(pl.col("id") == offer)["created"].to_list()
    return before[0] if before else today


def done(
    network: Network,
    move: str,
    on: date,
    brought: str | None = None,
    came_back: str | None = None,
    note: str | None = None,
    *,
    weight: float = 1,
    weight_back: float = 1,
    asked: bool = True,
) -> Network:
    """With a planned move done on that day: what you brought goes on the tab, and what came back too.

    Args:
        network: Its table of moves has to hold the move.
        move: The id of its row there.
        on: The day on which it happened.
        brought: What you brought; default: the text of its offer, which counts as given from now on.
        came_back: What they gave you in return, if anything.
        note: What to remember of it.
        weight: How much it was that you brought, 1 (small) to 3 (large).
        weight_back: The same for what came back.
        asked: Whether you made the ask that the move carried, if it carried one.

    Raises `UnknownMoveError`, and `ValueError` if the move is not planned (any more).

    """
    row = _planned(network, move)
    person, channel = row["person"], row["channel"]
    offer = network.offers.filter(pl.col("id") == pl.lit(row["offer"], pl.String))
    what = brought or (offer["text"][0] if offer.height else _title(network, row["offer"]))
    network = network.give(person, what, on=on, weight=weight, channel=channel)
    if came_back and came_back.strip():
        network = network.give(
            ME, came_back.strip(), on=on, actor=person, weight=weight_back, channel=channel
        )
    if offer.height:
        network = network.with_rows("offers", pl.DataFrame({"id": offer["id"], "status": ["given"]}))
    ask = network.asks.filter((pl.col("id") == pl.lit(row["ask"], pl.String)) & (pl.col("status") == "draft"))
    if asked and ask.height:
        network = network.ask(person, ask["text"][0], on=on, channel=channel)
        made = pl.DataFrame({"id": ask["id"], "status": ["made"], "created": [on]})
        network = network.with_rows("asks", made)
    return _ended(network, row, "done", on, note)


def skip(network: Network, move: str, on: date, note: str | None = None) -> Network:
    """With a planned move skipped, as of that day. Its offer stays, for another time.

    Raises `UnknownMoveError`, and `ValueError` if the move is not planned (any more).
    """
    return _ended(network, _planned(network, move), "skipped", on, note)


def _planned(network: Network, move: str) -> dict[str, Any]:
    """The row of a move that is planned."""
    rows = network.moves.filter(pl.col("id") == move)
    if not rows.height:
        raise UnknownMoveError(f"There is no move {move!r}.")
    row = rows.row(0, named=True)
    if row["status"] != "planned":
        raise ValueError(f"The move {move!r} is {row['status']} already.")
    return row


def _ended(network: Network, row: dict[str, Any], status: str, on: date, note: str | None) -> Network:
    """With a move that is planned no more."""
    end = {"id": [row["id"]], "status": [status], "on": [on], "note": [note or row["note"]]}
    return network.with_rows("moves", pl.DataFrame(end))


def next_move(
    network: Network, today: date, person: str, offers: pl.DataFrame | None = None, terms: Terms = TERMS
) -> NextMove | None:
    """When to contact someone next, and with what: the first weekday that rhythm and nuisance leave free.

    `offers`: what could be brought to them; default is what `suggest_offers` gives. None if nothing is in sight, for
    example since you left them alone. Raises `UnknownPersonError`, and `ValueError` for yourself.
    """
    check_other(network, person)
    row = standing(network, today, terms=terms).row(by_predicate=pl.col("id") == person, named=True)
    on, quiet = row["earliest"], quiet_dates(network)
    if on is None:
        return None
    while on.weekday() >= 5 or on in quiet:
        on += timedelta(days=1)
    if offers is None:
        from netgive_lib.offers import suggest_offers  # not needed by whoever brings their own

        offers = suggest_offers(network, today, person)
    ready = offers_ready(network, offers, terms).filter(
        (pl.col("person") == person) & (pl.col("latest").is_null() | (pl.col("latest") >= on))
    )
    if not ready.height:
        return NextMove(person, on, None, "There is nothing to bring them by then yet: think first.")
    best = ready.row(0, named=True)
    return NextMove(person, on, best["title"], best["why"])
