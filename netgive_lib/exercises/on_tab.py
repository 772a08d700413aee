"""The exercises of the tab workbook."""

from __future__ import annotations

from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.logline import LogLineError, parse
from netgive_lib.schema import ME
from netgive_lib.simulation import simulate
from netgive_lib.tab import balances, overall
from netgive_lib.ties import PACE, ROUNDING
from netgive_lib.workshop import Exercise, Feedback

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from netgive_lib.network import Network

_SIZES = {"small": 1, "medium": 2, "large": 3}
_THINGS = ("an introduction", "a playlist")
_NEAR, _CLOSE = 3, 10
"""Percentage points: so near is right, and so close is nearly right."""


def _check_without_ask(answer: int, network: Network, today: date) -> Feedback:
    whole = overall(network, today)
    if whole.share_without_ask is None:
        return Feedback(
            right=False, text="You have not been in touch with anyone yet, as far as is noted here."
        )
    share = round(100 * whole.share_without_ask)
    exact = f"{whole.without_ask} of {whole.contacts} contacts, which is {share} in a hundred"
    if answer > 100:
        return Feedback(right=False, text="It is a share: a number from 0 to 100.")
    if abs(answer - share) <= _NEAR:
        return Feedback(right=True, text=f"Yes: {exact}.")
    if abs(answer - share) <= _CLOSE:
        return Feedback(
            right=False, text="Close: within ten of it. Guess once more, or look at the figures above."
        )
    return Feedback(right=False, text=f"It is {'less' if answer > share else 'more'} than that.")


def _worked_without_ask(network: Network, today: date) -> str:
    whole = overall(network, today)
    if whole.share_without_ask is None:
        return "There is nothing to count yet."
    return (
        f"Count each day on which you approached someone: {whole.contacts}. On {whole.without_ask} of them you asked "
        f"for nothing. {whole.without_ask} ÷ {whole.contacts} × 100 = {100 * whole.share_without_ask:.0f}."
    )


WITHOUT_ASK = Exercise(
    name="tab-without-ask",
    question=(
        "Guess before you look: of a hundred times that you got in touch with someone, how often did you ask for "
        "nothing?"
    ),
    kind="number",
    check=_check_without_ask,
    hints=("Most messages are not asks. Start above 50.", "The first figure beside the picture tells."),
    worked=_worked_without_ask,
    notice="Keeping in touch when you need nothing is what makes the one ask in ten so easy.",
)

_YEARS, _WEIGHT = 2, 2.0


def _check_half_life(answer: str, network: Network, today: date) -> Feedback:
    del network, today
    replies = {
        _HALVES[0]: "That would be one half-life, a year. It has been two.",
        _HALVES[2]: "Old gifts count less, but they never quite vanish: each year halves what is left.",
        _HALVES[3]: "On this tab time counts: what was given lately weighs more.",
    }
    if answer == _HALVES[1]:
        return Feedback(right=True, text="Yes: 2 × ½ × ½ = 0.5.")
    return Feedback(right=False, text=replies[answer])


_HALVES = ("1.0", "0.5", "0.0", "2.0")
HALF_LIFE = Exercise(
    name="tab-half-life",
    question=(
        f"Someone gave you something of medium size, weight {_WEIGHT:g}, exactly {_YEARS} years ago. What does it "
        "weigh today?"
    ),
    kind="choice",
    choices=_HALVES,
    check=_check_half_life,
    hints=(
        f"What passed weighs half as much after {PACE.half_life:.0f} days.",
        "Halve it once for the first year, and once more for the second.",
    ),
    worked=lambda _network, _today: "2 × 2^(−730 ÷ 365) = 2 × 2^(−2) = 2 ÷ 4 = 0.5.",
    notice="A tab that forgets slowly is kinder than one that never does. The half-life of a year is ours.",
)


def _largest_debt(network: Network, today: date) -> dict[str, Any] | None:
    rows = balances(network, today).filter(pl.col("side") == "theirs")
    return rows.row(0, named=True) if rows.height else None


def _question_even(network: Network, today: date) -> str:
    debt = _largest_debt(network, today)
    if debt is None:
        return "Split a lopsided tab in two moves: write two lines, one for each thing that you would give."
    return (
        f"{debt['name']} gave you {debt['received']:.1f} and got {debt['given']:.1f}. Split that tab in two moves: "
        f"write two lines such as “gave {debt['name'].split(' ')[0]} …, large”, one for each thing that you "
        "would give today."
    )


def _check_even(answer: str, network: Network, today: date) -> Feedback:
    debt = _largest_debt(network, today)
    lines = [line for line in answer.splitlines() if line.strip()]
    if debt is None:
        return Feedback(
            right=False, text="Nobody's tab leans to their side. Note what people gave you first."
        )
    changed = network
    for number, line in enumerate(lines, 1):
        try:
            entry = parse(line, network, today)
        except LogLineError as error:
            return Feedback(right=False, text=f"Line {number}: {error}")
        if entry.other != debt["id"] or entry.way != "I gave them something":
            return Feedback(right=False, text=f"Line {number} is not something that you give {debt['name']}.")
        changed = entry.apply(changed)
    if len(lines) > 2:
        return Feedback(right=False, text="Two moves are enough: make one of them larger.")
    after = balances(changed, today).row(by_predicate=pl.col("id") == debt["id"], named=True)
    if after["side"] == "split":
        return Feedback(right=True, text=f"Yes: your share is {after['tab']:.0%} then, and the tab is split.")
    if after["side"] == "mine":
        return Feedback(
            right=False, text=f"More than enough: your share would be {after['tab']:.0%}. Give less."
        )
    if len(lines) == 2 and _gives(changed, network) >= 6:
        return Feedback(
            right=True,
            text=f"Your share is {after['tab']:.0%}: no two moves could do more. The rest takes time.",
        )
    return Feedback(
        right=False, text=f"Your share would be {after['tab']:.0%}. Split is from 40 to 60 in a hundred."
    )


def _gives(after: Network, before: Network) -> float:
    """The weight of what I gave that was added."""
    added = after.exchanges.join(before.exchanges, on="id", how="anti").filter(pl.col("actor") == ME)
    return float(sum(added["weight"].to_list()))


def _sizes_that_split(debt: Mapping[str, Any]) -> tuple[str, ...]:
    """The sizes of one or two gifts, as small as they can be, that split a tab; the two largest if none do."""
    low, high = PACE.split
    ways = [way for count in (1, 2) for way in combinations_with_replacement(_SIZES, count)]
    for way in sorted(ways, key=lambda way: sum(_SIZES[size] for size in way)):
        given = debt["given"] + sum(_SIZES[size] for size in way)
        if low - ROUNDING <= given / (given + debt["received"]) <= high + ROUNDING:
            return way
    return ("large", "large")


def _worked_even(network: Network, today: date) -> str:
    debt = _largest_debt(network, today)
    if debt is None:
        return "There is no lopsided tab to split."
    low, _ = PACE.split
    level = low * debt["received"] / (1 - low)
    lines = [
        f"“gave {debt['name']} {thing}, {size}”"
        for thing, size in zip(_THINGS, _sizes_that_split(debt), strict=False)
    ]
    return (
        f"The tab is split when given ÷ (given + received) is at least {low:g}. With {debt['received']:.1f} received "
        f"that takes {level:.1f} given, so {max(0.0, level - debt['given']):.1f} more. Small counts 1, large 3. "
        f"For instance: {' and '.join(lines)}."
    )


EVEN_IT = Exercise(
    name="tab-even-it",
    question=_question_even,
    kind="text",
    check=_check_even,
    hints=(
        "Write as in the box above: “gave …” with a first name, what it is, and small, medium or large at the end.",
        "Small counts 1, medium 2, large 3. Your share has to reach 40 in a hundred.",
    ),
    worked=_worked_even,
    notice="It took two thoughts, not two weeks. And nothing was bought: it was news, an introduction, an hour.",
)

_DIALS = (
    "One gift a month, no asks",
    "One gift and one ask a month",
    "One ask a month, no gifts",
    "Nothing at all",
)


def _check_dial(answer: str, network: Network, today: date) -> Feedback:
    del network, today
    if answer == _DIALS[1]:
        tab = simulate(1, 1, ring=2)["tab"].to_list()[-1]
        return Feedback(right=True, text=f"Yes: it ends at {tab:.0%}, and the tie stays warm.")
    replies = {
        _DIALS[0]: "It stays warm, but the tab is all yours: you never let them give.",
        _DIALS[2]: "It stays warm for a while, and the tab is all theirs. How long would they like that?",
        _DIALS[3]: "Then nothing is on the tab, and the tie goes cold: warmth halves with every rhythm.",
    }
    return Feedback(right=False, text=replies[answer])


DIAL = Exercise(
    name="tab-dial",
    question="Predict, then set the dials above and see: which of these ends with a split tab after two years?",
    kind="choice",
    choices=_DIALS,
    check=_check_dial,
    hints=("The grey band is the split.", "Set gives and asks to the same number."),
    worked=lambda _network, _today: (
        "One gift and one ask a month: what you give and what you get weigh the same, so your share is a half."
    ),
    notice="Asking is half of a split tab. People who never ask leave their friends no turn.",
)

EXERCISES = (WITHOUT_ASK, HALF_LIFE, EVEN_IT, DIAL)
