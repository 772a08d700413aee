"""Who could be in a plan, from which day, and with which offers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.describe import day_in_words
from netgive_lib.nuisance import held_back, texts
from netgive_lib.reconnect import reconnections
from netgive_lib.schema import RINGS
from netgive_lib.ties import PACE
from netgive_lib.wording import is_no_gift

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network


@dataclass(frozen=True)
class Terms:
    """The parameters of a plan. All ours, and all can be changed."""

    unrated_rhythm: int = 365
    """Days between two contacts with someone whose ring nobody has said."""
    least_pace: int = 28
    """Waiting costs no tie half of its timing in fewer days than this, however fast the rhythm of its ring."""
    occasion: tuple[float, float, float] = (0.8, 0.9, 1.0)
    """What timing counts in a plain week, in the week of an anniversary of your meeting, and of a birthday."""
    notice: int = 3
    """An invitation goes out at least so many days before its event."""
    own_fit: tuple[float, float] = (0.9, 1.0)
    """The fit of an offer that you thought of for them, and of one that you chose for them."""
    after_skip: int = 28
    """Someone whom you skipped is not proposed again for so many days."""
    circle_share: float = 0.5
    """At most this share of a week's moves is with people of one circle (rounded up), if there are several."""
    moves_for_an_ask: int = 4
    """One move in so many may carry an ask."""


TERMS = Terms()


def standing(
    network: Network, today: date, direction: float | None = None, terms: Terms = TERMS
) -> pl.DataFrame:
    """Who can be moved when, a row a person, the best to reconnect with first.

    Columns: those of `netgive_lib.reconnect.reconnections`; rhythm (days); due (the day on which one rhythm has
    passed since the last contact, or `today` if that is later or there was none); earliest (the first day on which
    neither rhythm nor nuisance nor a skip speaks against a move; null if none is in sight); reasons (list of texts:
    what holds them back today).
    """
    rhythms = dict(zip(RINGS, PACE.rhythm, strict=True))
    rhythm = pl.col("ring").replace_strict(rhythms, default=terms.unrated_rhythm, return_dtype=pl.Int64)
    said = texts(network, today)
    held = (
        held_back(network, today)
        .group_by("person", maintain_order=True)
        .agg(never=pl.col("until").is_null().any(), until=pl.col("until").max())
        .with_columns(
            nuisance=pl.col("person").replace_strict(said, default=[], return_dtype=pl.List(pl.String))
            if said
            else pl.lit([], dtype=pl.List(pl.String))
        )
    )
    never = pl.col("never").fill_null(value=False) | pl.col("twice").fill_null(value=False)
    nothing = pl.lit([], dtype=pl.List(pl.String))
    return (
        reconnections(network, today, direction)
        .with_columns(rhythm=rhythm)
        .with_columns(
            due=pl.max_horizontal(pl.col("last_contact") + pl.duration(days="rhythm"), pl.lit(today))
        )
        .join(held, left_on="id", right_on="person", how="left", maintain_order="left")
        .join(
            _skips(network, today, terms), left_on="id", right_on="person", how="left", maintain_order="left"
        )
        .with_columns(
            earliest=pl.when(~never).then(pl.max_horizontal("due", "until", "after_skip")),
            reasons=pl.concat_list(
                pl.col("nuisance").fill_null(nothing), pl.concat_list("skipped").list.drop_nulls()
            ),
        )
        .drop("nuisance", "never", "until", "skipped", "twice", "after_skip")
    )


def _skips(network: Network, today: date, terms: Terms) -> pl.DataFrame:
    """Columns person, after_skip (the day until which they rest), skipped (what to say of it), twice (in a row).

    A done move ends the row. Someone who has rested after one skip is not in it.
    """
    rows = []
    ended = network.moves.filter(
        pl.col("status").is_in(["done", "skipped"]) & (pl.col("on").fill_null(today) <= today)
    ).sort("on", "id", nulls_last=False)
    for (person,), moves in ended.group_by("person", maintain_order=True):
        *_, before, (status, on) = [(None, None), *moves.select("status", "on").iter_rows()]
        rest = on + timedelta(days=terms.after_skip) if on else None
        if status == "skipped" and before[0] == "skipped":
            days = ", " + " and ".join(f"on {day_in_words(day)}" for day in (before[1], on) if day)
            text = f"You skipped them twice{days.rstrip(', ')}. Would you rather leave them alone?"
            rows.append((person, rest, text, True))
        elif status == "skipped" and rest and rest > today:
            text = f"You skipped them on {day_in_words(on)}. They come up again from {day_in_words(rest)}."
            rows.append((person, rest, text, False))
    schema = {"person": pl.String, "after_skip": pl.Date, "skipped": pl.String, "twice": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")


def offers_ready(network: Network, suggested: pl.DataFrame, terms: Terms = TERMS) -> pl.DataFrame:
    """What there is to bring to each person: your own offers, and the suggested ones that you have not used up.

    `suggested`: a frame such as `netgive_lib.offers.suggest_offers` gives (person, asset, kind, title, fit, why).
    Columns: person, offer (the id of your own; null for a suggestion), asset, kind, title, fit, why, latest (the
    last day for it, which for an invitation lies before its event; null if it keeps). Sorted by person, best first.
    An offer that was given or dropped is not made to the same person again, nor is its asset. Of your own, one
    without words goes by the title of its asset, and one that gives nothing (see `wording.is_no_gift`) is left out.
    """
    columns = ("person", "offer", "asset", "kind", "title", "fit", "why")
    idea, chosen = terms.own_fit
    since = pl.lit(" on ") + pl.col("created").map_elements(day_in_words, pl.String)
    # A suggestion becomes an offer of your own when you keep the plan that it is in: that is not to have chosen it.
    planned = network.moves.filter(pl.col("status") == "planned")["offer"].drop_nulls().unique().to_list()
    thought = (
        pl.when(pl.col("status") == "chosen")
        .then(pl.lit("You chose this"))
        .otherwise(pl.lit("You thought of this"))
    )
    titles = network.assets.select(asset="id", of_asset="title")
    worded = network.offers.join(titles, on="asset", how="left").with_columns(
        text=pl.when(pl.col("text").fill_null("").str.strip_chars() != "")
        .then(pl.col("text"))
        .otherwise(pl.col("of_asset"))
    )
    gives = ~pl.col("text").map_elements(is_no_gift, pl.Boolean)
    own = worded.filter(pl.col("text").is_not_null() & (pl.col("asset").is_not_null() | gives)).select(
        "person",
        "asset",
        "kind",
        "status",
        offer="id",
        title="text",
        fit=pl.when(pl.col("status") == "chosen").then(chosen).otherwise(idea),
        why=pl.when(pl.col("asset").is_not_null() & pl.col("id").is_in(planned))
        .then(pl.lit("This is in the plan that you kept."))
        .otherwise(thought + pl.lit(" for them") + since.fill_null("") + pl.lit(".")),
    )
    known = network.offers.filter(pl.col("asset").is_not_null())
    fresh = suggested.join(known, on=["person", "asset"], how="anti").with_columns(
        offer=pl.lit(None, pl.String), fit=pl.col("fit").cast(pl.Float64)
    )
    mine = own.filter(pl.col("status").is_in(["idea", "chosen"]))
    event = (
        pl.when(pl.col("kind") == "invitation")
        .then(pl.duration(days=terms.notice))
        .otherwise(pl.duration(days=0))
    )
    until = network.assets.select(asset="id", latest="good_until")
    return (
        pl.concat([mine.select(columns), fresh.select(columns)], how="vertical_relaxed")
        .filter(pl.col("title").is_not_null())
        .join(until, on="asset", how="left")
        .with_columns(latest=pl.col("latest") - event)
        .sort(["person", "fit", "title", "asset"], descending=[False, True, False, False], nulls_last=True)
    )
