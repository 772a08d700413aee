"""Nuisance: the reasons not to contact someone now, in words that name dates, and until when each holds.

The rules are ours. They follow from the essay (keep in touch, ask easily, and don't be a nuisance), and from two
findings: people are gladder of an unexpected message than its sender thinks (Liu, Rim, Min & Min 2023), so that a
long silence is no reason to stay silent; and they find it hard to say no (Flynn & Lake 2008), so that silence after a
message has to count as an answer.

| code | held back because | no longer, once |
| --- | --- | --- |
| NU1 | your last message or ask has not been answered yet | the wait for their ring is over |
| NU2 | your last two contacts were not answered | a year has passed since the second |
| NU3 | an ask, while your last ask is open | it is answered, or half a year has passed |
| NU4 | an ask, while you have brought nothing since the last | you have brought something |
| NU5 | the week has as many moves as you want in one | the next week with room begins |
| NU6 | you chose to leave them alone | you choose otherwise |
| NU7 | you keep the day quiet | the quiet days are over |

Whatever comes from them ends NU1 and NU2 at once. Dates have no hours: what came on the same day counts as an answer.
A give needs no answer, so one alone never starts a wait (NU1). But two contacts in a row without an echo, gifts
included, say something (NU2); several on one day are one contact. What you bring along with an ask belongs to that ask:
only what you gave on a later day counts as given since (NU4).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.describe import day_in_words, name_of
from netgive_lib.schema import ME
from netgive_lib.ties import is_praise
from netgive_lib.weeks import least_wait, monday, moves_a_week, quiet_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netgive_lib.network import Network


@dataclass(frozen=True)
class Patience:
    """How long to wait, in days. All ours, and all can be changed."""

    wait: tuple[int, int, int, int, int] = (7, 14, 30, 60, 90)
    """After a message or an ask that was not answered, for rings 1 to 5: the closer, the sooner. The setting
    `quiet_days` says how long at least."""
    wait_unrated: int = 60
    """The same for someone whose ring nobody has said."""
    rest: int = 365
    """After two contacts in a row that were not answered."""
    ask_open: int = 180
    """An ask is open for so long; after that its silence has been the answer."""


PATIENCE = Patience()


@dataclass(frozen=True)
class Reason:
    """Why not to contact someone on a day."""

    code: str
    text: str
    """One or two sentences, to you."""
    until: date | None
    """The first day on which it no longer holds; None if that depends on what happens."""


def reasons(
    network: Network,
    today: date,
    person: str,
    on: date | None = None,
    asking: bool = False,
    patience: Patience = PATIENCE,
) -> list[Reason]:
    """Why not to contact `person` on the day `on` (default: `today`), as far as is known at `today`.

    NU3 and NU4 are looked at if the contact is to carry an ask (`asking`). None at all means: go ahead.
    Raises `UnknownPersonError` for nobody, and `ValueError` for yourself and for a setting that can't be read.
    """
    check_other(network, person)
    on = on or today
    row = _facts(network, today, person).row(0, named=True)
    patience = _at_least(patience, least_wait(network))
    found = [*_about_them(row, on, asking, patience), *_about_the_day(network, person, on)]
    return sorted(found, key=lambda reason: reason.code)


def check_other(network: Network, person: str) -> None:
    """Raise `UnknownPersonError` for nobody, and `ValueError` for yourself: no rule is about that."""
    network.person(person)
    if person == ME:
        raise ValueError(f"{ME!r} is you, and there is no need to contact yourself. Name somebody else.")


def held_back(
    network: Network,
    today: date,
    on: date | None = None,
    asking: bool = False,
    patience: Patience = PATIENCE,
) -> pl.DataFrame:
    """Everyone whom a rule about them (NU1 to NU4, NU6) keeps you from contacting on the day `on`.

    A row a reason, in the order of `people`. Columns: person, name, code, text, until. The rules about the day
    itself, NU5 and NU7, hold for everybody alike and are left to `reasons`.
    """
    on = on or today
    patience = _at_least(patience, least_wait(network))
    facts = _facts(network, today).filter(
        pl.col("leave_alone") | pl.col("unanswered").is_not_null() | pl.lit(asking)
    )
    rows = [
        (row["id"], name_of(row), reason.code, reason.text, reason.until)
        for row in facts.iter_rows(named=True)
        for reason in _about_them(row, on, asking, patience)
    ]
    schema = {**dict.fromkeys(("person", "name", "code", "text"), pl.String), "until": pl.Date}
    return pl.DataFrame(rows, schema=schema, orient="row")


def said_once(found: Sequence[Reason]) -> list[Reason]:
    """The same reasons without NU1 where NU2 holds longer: of one silence, one day to wait for is enough.

    Both hold, and `reasons` gives both: this is for where they are read side by side.
    """
    rest = max((reason.until for reason in found if reason.code == "NU2" and reason.until), default=None)
    return [
        reason
        for reason in found
        if not (reason.code == "NU1" and rest and reason.until and reason.until <= rest)
    ]


def texts(network: Network, today: date) -> dict[str, list[str]]:
    """Why not to contact them now, for each person whom `held_back` holds back today."""
    found: dict[str, list[Reason]] = {}
    columns = ("person", "code", "text", "until")
    for person, code, text, until in held_back(network, today).select(columns).iter_rows():
        found.setdefault(person, []).append(Reason(code, text, until))
    return {person: [reason.text for reason in said_once(of)] for person, of in found.items()}


def _at_least(patience: Patience, days: int) -> Patience:
    """`patience` that waits so many days at least, whatever the ring."""
    first, second, third, fourth, fifth = (max(wait, days) for wait in patience.wait)
    unrated = max(patience.wait_unrated, days)
    return replace(patience, wait=(first, second, third, fourth, fifth), wait_unrated=unrated)


def _facts(network: Network, today: date, person: str | None = None) -> pl.DataFrame:
    """What the rules look at, a row a person (or of the one).

    Columns: id, name, emails, phones, ring, leave_alone; unanswered (my days of contact since something last
    came from them, the latest first; null if none); waiting (the latest of them with a touch or an ask);
    last_ask, last_give (days of mine); open_ask (whether one is), open_since (since when, where known).
    """
    people = network.others.select("id", "name", "emails", "phones", "ring", "leave_alone")
    exchanges = network.exchanges.filter(pl.col("date") <= today)
    asks = network.asks.filter(pl.col("status") != "draft")
    if person is not None:
        people = people.filter(pl.col("id") == person)
        exchanges = exchanges.filter((pl.col("actor") == person) | (pl.col("other") == person))
        asks = asks.filter(pl.col("person") == person)
    from_them = (
        exchanges.lazy()
        .filter(pl.col("other") == ME)
        .group_by(id="actor")
        .agg(from_them=pl.col("date").max())
    )
    return (
        people.lazy()
        .join(_from_me(exchanges, from_them), on="id", how="left", maintain_order="left")
        .join(_asked(asks, today), on="id", how="left", maintain_order="left")
        .with_columns(
            leave_alone=pl.col("leave_alone").fill_null(value=False),
            last_ask=pl.max_horizontal("last_ask", "noted_ask"),
            open_since=pl.max_horizontal("unanswered_ask", "made"),
            open_ask=pl.col("unanswered_ask").is_not_null() | pl.col("is_made").fill_null(value=False),
        )
        .drop("unanswered_ask", "made", "is_made", "noted_ask")
        .collect()
    )


def _from_me(exchanges: pl.DataFrame, from_them: pl.LazyFrame) -> pl.LazyFrame:
    """My days of contact with each person: see `_facts`."""
    later = pl.col("from_them").is_null() | (pl.col("date") > pl.col("from_them"))
    needs_answer = later & (pl.col("kind") != "give")
    days = pl.col("date").filter(later & ~pl.col("praise")).unique().sort(descending=True)
    return (
        exchanges.lazy()
        .filter(pl.col("actor") == ME)
        .select("date", "kind", id="other", praise=is_praise())
        .join(from_them, on="id", how="left")
        .group_by("id")
        .agg(
            unanswered=days,
            waiting=pl.col("date").filter(needs_answer).max(),
            last_ask=pl.col("date").filter(pl.col("kind") == "ask").max(),
            last_give=pl.col("date").filter(pl.col("kind") == "give").max(),
            unanswered_ask=pl.col("date").filter(later & (pl.col("kind") == "ask")).max(),
        )
        .with_columns(unanswered=pl.when(pl.col("unanswered").list.len() > 0).then("unanswered"))
    )


def _asked(asks: pl.DataFrame, today: date) -> pl.LazyFrame:
    """What the table of asks says of those that were made: when the last was, and whether one is open."""
    noted = asks.lazy().filter(pl.col("created").is_null() | (pl.col("created") <= today))
    made = pl.col("status") == "made"
    return noted.group_by(id="person").agg(
        noted_ask=pl.col("created").max(), made=pl.col("created").filter(made).max(), is_made=made.any()
    )


def _about_them(row: dict[str, Any], on: date, asking: bool, patience: Patience) -> list[Reason]:
    """The reasons that lie in the person, or in what passed with them."""
    found = _unanswered(row, patience)
    if asking:
        found += _asking(row, patience)
    if row["leave_alone"]:
        found.append(Reason("NU6", "You chose to leave them alone.", None))
    return [reason for reason in found if reason.until is None or on < reason.until]


def _unanswered(row: dict[str, Any], patience: Patience) -> list[Reason]:
    """NU1 and NU2, whether they still hold or not."""
    found = []
    if row["waiting"] is not None:
        wait = patience.wait[row["ring"] - 1] if row["ring"] else patience.wait_unrated
        until = row["waiting"] + timedelta(days=wait)
        text = (
            f"You got in touch on {day_in_words(row['waiting'])}, and nothing has come back yet. "
            f"Give it until {day_in_words(until)}."
        )
        found.append(Reason("NU1", text, until))
    if row["unanswered"] is not None and len(row["unanswered"]) > 1:
        latest, before = row["unanswered"][:2]
        until = latest + timedelta(days=patience.rest)
        text = (
            f"You got in touch on {day_in_words(before)} and on {day_in_words(latest)}, and nothing came back "
            f"either time. Let it rest until {day_in_words(until)}, unless they write first."
        )
        found.append(Reason("NU2", text, until))
    return found


def _asking(row: dict[str, Any], patience: Patience) -> list[Reason]:
    """NU3 and NU4, whether they still hold or not."""
    found = []
    if row["open_ask"]:
        since = row["open_since"]
        until = since + timedelta(days=patience.ask_open) if since else None
        which = f"Your ask of {day_in_words(since)}" if since else "Your last ask"
        wait = f"an answer, or until {day_in_words(until)}," if until else "the answer"
        text = f"{which} is still open. Wait for {wait} before you ask again."
        found.append(Reason("NU3", text, until))
    if row["last_ask"] and not (row["last_give"] and row["last_give"] > row["last_ask"]):
        text = (
            f"You asked on {day_in_words(row['last_ask'])} and have brought nothing since. "
            "Bring something first."
        )
        found.append(Reason("NU4", text, None))
    return found


def _about_the_day(network: Network, person: str, on: date) -> list[Reason]:
    """NU5 and NU7: the reasons that lie in your week."""
    found = []
    limit = moves_a_week(network)
    weeks = _moves_by_week(network, person)
    week = monday(on)
    if not limit:
        found.append(Reason("NU5", "You want no moves at all for now.", None))
    elif weeks.get(week, 0) >= limit:
        free = week
        while weeks.get(free, 0) >= limit:
            free += timedelta(days=7)
        text = (
            f"The week of {day_in_words(week)} has {weeks[week]} of the {limit} moves that you want in a week. "
            f"There is room again from {day_in_words(free)}."
        )
        found.append(Reason("NU5", text, free))
    quiet = quiet_dates(network)
    if on in quiet:
        free = on
        while free in quiet:
            free += timedelta(days=1)
        text = f"You keep this time quiet. From {day_in_words(free)} you are back."
        found.append(Reason("NU7", text, free))
    return found


def _moves_by_week(network: Network, person: str) -> dict[date, int]:
    """Monday -> how many moves to others are planned or done in that week."""
    kept = network.moves.filter(
        pl.col("status").is_in(["planned", "done"])
        & (pl.col("person") != person)
        & pl.col("on").is_not_null()
    )
    counted = kept.group_by(pl.col("on").dt.truncate("1w")).len()
    return dict(counted.iter_rows())
