"""What it is worth to reconnect with someone: novelty and engagement, and next to them the comfort that misleads.

Of the ties that have gone quiet, those are worth most that bring novelty (little time spent together, higher status)
and engagement (trust, the will to help). Left to themselves, people choose whom it is comfortable to write to instead
(Walter, Levin & Murnighan, "Reconnection Choices", Organization Science 26(5), 2015). Ties with a few people in common
help more than those with none or with many (Rajkumar et al., Science 377, 2022: an inverted U). Which signs stand for
each of the two, and that they all count the same, is ours.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.describe import contact_in_words, listed
from netgive_lib.namesakes import told_apart
from netgive_lib.remember import remembered
from netgive_lib.schema import ME, RINGS, STANDING
from netgive_lib.ties import PACE, Pace, is_praise, ties

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network


@dataclass(frozen=True)
class Worth:
    """The parameters of the value of a reconnection. All ours, and all can be changed."""

    unknown: float = 0.5
    """What a sign counts while nobody has said: the middle between 0 and 1."""
    days_shared: float = 10.0
    """So many days of contact, and the time spent together is half way from none to very much."""
    in_common: float = 3.0
    """With so many people in common the tie is likeliest to bring something new; with none or many, less."""
    senior: tuple[float, float, float] = (0.0, 0.5, 1.0)
    """What junior, peer and senior count."""
    novelty_share: tuple[float, float] = (0.3, 0.7)
    """The share of novelty in the value, for the directions `straight` (0) and `explore` (1); between them
    it lies between. The rest is engagement."""


WORTH = Worth()

DIRECTIONS = {"straight": 0.0, "explore": 1.0}
"""The two ends of the direction, in words."""
MIDDLE = 0.5
"""The direction while nobody has chosen one."""

_STANDING_IN_WORDS = {
    "knows": "knows you",
    "trusts": "trusts you",
    "respects": "respects your work",
    "sees_potential": "sees your potential",
}


def direction_of(network: Network) -> float:
    """The setting `direction`: 0 (straight up in your niche) to 1 (explore). `MIDDLE` while nothing is chosen.

    Raises `ValueError` for anything else than a number from 0 to 1, "straight" or "explore".
    """
    text = network.setting("direction", str(MIDDLE)).strip()
    try:
        direction = DIRECTIONS[text] if text in DIRECTIONS else float(text)
    except ValueError:
        direction = math.nan
    if not 0 <= direction <= 1:
        raise ValueError(f"The setting direction is {text!r}. It runs from 0 (straight) to 1 (explore).")
    return direction


@remembered
def reconnections(
    network: Network,
    today: date,
    direction: float | None = None,
    worth: Worth = WORTH,
    pace: Pace = PACE,
) -> pl.DataFrame:
    """What it is worth to reconnect with each person, the best first: a row a person, without me.

    `direction`: 0 (straight) to 1 (explore); default: the setting. Columns:
        id, name, ring, circle, leave_alone (false where nobody has said so).
        novelty: mean of five signs, each 0 to 1: little time spent together, an outer ring, a circle that
            you are seldom in, a few people in common, seniority.
        engagement: mean of five signs, each 0 to 1: they know, trust and respect you, see your potential,
            and have answered before.
        value: the two weighted by the direction, 0 to 1.
        comfort: mean of much time spent together, an inner ring, and not being senior: what people go by instead.
        last_contact, gap, warmth, dormant: see `netgive_lib.ties.ties`.
        days: on how many days you were in contact.
        common: how many people you both know, as far as `ties` says.
        contacts: on how many days you contacted them; answered: after how many of these something came back
            before you wrote again, the same day included.
        why: the facts behind it, in one sentence.
    """
    share = _novelty_share(direction_of(network) if direction is None else direction, worth)
    signs = ("little", "far", "elsewhere", "few_in_common", "above")
    frame = _facts(network, today, pace).with_columns(_novelty(worth, known=network.ties.height > 0))
    shown = ("id", "name", "ring", "circle", "leave_alone", "novelty", "engagement", "value", "comfort")
    figures = ("last_contact", "gap", "warmth", "dormant", "days", "common", "contacts", "answered")
    valued = (
        frame.with_columns(
            novelty=pl.mean_horizontal(signs),
            engagement=pl.mean_horizontal(*_engagement(worth)),
            comfort=1 - pl.mean_horizontal("little", "far", "above"),
        )
        .with_columns(value=share * pl.col("novelty") + (1 - share) * pl.col("engagement"))
        .sort(["value", "id"], descending=[True, False])
    )
    names, whys = [], []
    called, ties_known = told_apart(network), network.ties.height > 0
    for row in valued.iter_rows(named=True):
        names.append(called[row["id"]])
        whys.append(_why(row, ties_known))
    told = (pl.Series("name", names, pl.String), pl.Series("why", whys, pl.String))
    return valued.with_columns(told).select(*shown, *figures, "why")


def _novelty_share(direction: float, worth: Worth) -> float:
    """The share of novelty in the value, for a direction. Raises `ValueError` outside 0 to 1."""
    if not 0 <= direction <= 1:
        raise ValueError(f"The direction runs from 0 (straight) to 1 (explore); {direction:g} is outside.")
    straight, explore = worth.novelty_share
    return straight + (explore - straight) * direction


def _facts(network: Network, today: date, pace: Pace) -> pl.DataFrame:
    """What is known of each person that bears on reconnecting, a row a person."""
    columns = ("emails", "phones", "circle", "seniority", *STANDING)
    figures = ("id", "ring", "last_contact", "gap", "warmth", "dormant")
    return (
        network.others.lazy()
        .select("id", "name", pl.col("leave_alone").fill_null(value=False), *columns)
        .join(ties(network, today, pace).lazy().select(figures), on="id", how="left", maintain_order="left")
        .join(_contact(network, today), on="id", how="left", maintain_order="left")
        .join(_common(network), on="id", how="left", maintain_order="left")
        .with_columns(pl.col("days", "contacts", "answered", "common").fill_null(0))
        .collect()
    )


def _contact(network: Network, today: date) -> pl.LazyFrame:
    """Columns id, days, contacts, answered: see `reconnections`."""
    mine = pl.col("actor") == ME
    # A row a day of contact, in order: after a day of mine, the next row is either an answer or the next try.
    next_is_theirs = pl.col("theirs").shift(-1).over("id").fill_null(value=False)
    return (
        network.exchanges.lazy()
        .filter((pl.col("date") <= today) & (mine | (pl.col("other") == ME)))
        .select("date", mine=mine, praise=is_praise(), id=pl.when(mine).then("other").otherwise("actor"))
        .group_by("id", "date")
        .agg(mine=(pl.col("mine") & ~pl.col("praise")).any(), theirs=(~pl.col("mine")).any())
        .sort("id", "date")
        .with_columns(answered=pl.col("mine") & (pl.col("theirs") | next_is_theirs))
        .group_by("id")
        .agg(
            days=pl.len().cast(pl.Int64),
            contacts=pl.col("mine").sum().cast(pl.Int64),
            answered=pl.col("answered").sum().cast(pl.Int64),
        )
    )


def _common(network: Network) -> pl.LazyFrame:
    """Columns id, common: how many of the people I know each of them knows. I am nobody's tie in `ties`."""
    between = network.ties.lazy().filter((pl.col("a") != ME) & (pl.col("b") != ME)).select("a", "b")
    both = pl.concat([between, between.select(a="b", b="a")])
    return both.group_by(id="a").agg(common=pl.col("b").n_unique().cast(pl.Int64))


def _novelty(worth: Worth, known: bool) -> list[pl.Expr]:
    """The signs of novelty, as expressions over `_facts`. `known`: whether any tie between others is."""
    in_circle = pl.col("days").sum().over("circle")
    liveliest = pl.col("days").filter(pl.col("circle").is_not_null()).sum().over("circle").max()
    few = pl.col("common") / worth.in_common
    ranks = dict(zip(("junior", "peer", "senior"), worth.senior, strict=True))
    return [
        (worth.days_shared / (worth.days_shared + pl.col("days"))).alias("little"),
        ((pl.col("ring") - RINGS[0]) / (RINGS[-1] - RINGS[0])).fill_null(worth.unknown).alias("far"),
        pl.when(pl.col("circle").is_not_null() & (liveliest > 0))
        .then(1 - in_circle / liveliest)
        .otherwise(worth.unknown)
        .alias("elsewhere"),
        # x e^(1 - x): nothing at 0, highest at 1, and falling slowly after it.
        (few * (1 - few).exp() if known else pl.lit(worth.unknown)).alias("few_in_common"),
        pl.col("seniority")
        .replace_strict(ranks, default=worth.unknown)
        .fill_null(worth.unknown)
        .alias("above"),
    ]


def _engagement(worth: Worth) -> list[pl.Expr]:
    """The signs of engagement, as expressions over `_facts`."""
    # One answer more and one silence more than there were: a single answer does not count like twenty.
    answers = (pl.col("answered") + 1) / (pl.col("contacts") + 2)
    return [*(pl.col(name).cast(pl.Float64).fill_null(worth.unknown) for name in STANDING), answers]


def _why(row: dict[str, Any], ties_known: bool) -> str:
    """The facts about one person, in one sentence."""
    contact = contact_in_words(row["days"], row["last_contact"])
    facts = [contact[0].upper() + contact[1:]]
    if row["seniority"] == "senior":
        facts.append("senior to you")
    if ties_known:
        facts.append(
            {0: "nobody", 1: "one person"}.get(row["common"], f"{row['common']} people") + " in common"
        )
    standing = [words for name, words in _STANDING_IN_WORDS.items() if row[name]]
    if standing:
        facts.append(listed(standing[1:] if row["knows"] and len(standing) > 1 else standing))
    if row["contacts"]:
        facts.append(_answered_in_words(row["answered"], row["contacts"]))
    return "; ".join(facts) + "."


def _answered_in_words(answered: int, contacts: int) -> str:
    """How often something came back."""
    if contacts == 1:
        return (
            "answered the one time you got in touch"
            if answered
            else "has not answered the one time you got in touch"
        )
    if not answered:
        return f"has answered none of the {contacts} times you got in touch"
    if answered == contacts:
        return f"answered {'both' if contacts == 2 else f'all {contacts}'} times you got in touch"
    return f"answered {answered} of the {contacts} times you got in touch"
