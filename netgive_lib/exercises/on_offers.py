"""The exercises of the offers workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.describe import name_of
from netgive_lib.exercises.replies import lines_of, taken_as_it_is, to_guess
from netgive_lib.introductions import suggest_introductions
from netgive_lib.introductions.history import acquainted
from netgive_lib.network import fold
from netgive_lib.offers import score, suggest_offers
from netgive_lib.wording import check_offer, is_english
from netgive_lib.workshop import Exercise, Feedback

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

_WANTED = 3
_A_LEAD = 0.005
"""Fits are shown with two decimals: of two that look the same there, neither is the best."""


def _check_rewrite(answer: str, network: Network, today: date) -> Feedback:
    del network, today
    lines = lines_of(answer)
    if len({fold(line) for line in lines}) < len(lines):
        return Feedback(
            right=False, text="Two of these lines are the same. Three different things are asked for."
        )
    for number, line in enumerate(lines, 1):
        found = check_offer(line)
        if found:
            return Feedback(right=False, text=f"Line {number}: {found[0].message} {found[0].hint}")
    if len(lines) < _WANTED:
        missing = _WANTED - len(lines)
        good = f"{len(lines)} good so far. " if lines else ""
        return Feedback(right=False, text=f"{good}Write {missing} more, each on its own line.")
    if not all(map(is_english, lines)):
        return taken_as_it_is("does each name a thing, and say why it is for them?")
    return Feedback(
        right=True, text="Yes: each names a thing, and says why it is for them. Which would you send today?"
    )


REWRITE = Exercise(
    name="offers-rewrite",
    question="“How can I help you?” Turn it into three offers to someone you know, one on each line.",
    kind="text",
    check=_check_rewrite,
    hints=(
        "Name one thing that they would have after reading it: a link, a seat, a name, an hour of your work.",
        "Say in the same line why you thought of them: what they do, said, or asked for.",
    ),
    worked=lambda _network, _today: (
        "For instance: “You said hiring is slow. I know two analysts who are free from June. Shall I introduce you?” "
        "“For your festival: the Arts Council opened a fund this morning. Here's the page.” “I can proofread your "
        "programme on Friday. Just say yes and it's done.” Each names one thing, ties it to something they said or do, "
        "and needs a yes at most."
    ),
    notice="The open question leaves the thinking to them. Three minutes of yours save it.",
)


def _example(network: Network, today: date) -> pl.DataFrame:
    """Up to four offers for one person who has several to choose from: the one whose best stands out most.

    The columns of `suggest_offers`, the best first. No two have the same title, since a choice goes by it.
    """
    offers = suggest_offers(network, today).unique(["person", "title"], keep="first", maintain_order=True)
    several = offers.group_by("person", maintain_order=True).agg(
        pl.len(), lead=pl.col("fit").first() - pl.col("fit").get(1, null_on_oob=True)
    )
    clear = several.filter((pl.col("len") >= _WANTED) & (pl.col("lead") > _A_LEAD))
    best = clear.sort("lead", descending=True, maintain_order=True).head(1)
    return offers.join(best.select("person"), on="person", maintain_order="left").head(4)


def _titles(network: Network, today: date) -> tuple[str, ...]:
    # In an order that does not give the answer away.
    return tuple(sorted(_example(network, today)["title"], key=lambda title: title[::-1]))


def _check_match(answer: str, network: Network, today: date) -> Feedback:
    offers = _example(network, today)
    chosen = offers.filter(pl.col("title") == answer)
    if not offers.height:
        return Feedback(right=False, text="Write down at least three things that fit one person first.")
    if not chosen.height:
        return Feedback(right=False, text="Choose one of the things above.")
    row = chosen.row(0, named=True)
    parts = score(network, today, row["person"], row["asset"]).parts
    told = " ".join(f"{part.sentence} ({part.name.replace('_', ' ')} {part.value:.2f})" for part in parts)
    if row["asset"] == offers["asset"][0]:
        return Feedback(right=True, text=f"Yes, a fit of {row['fit']:.2f}. {told}")
    return Feedback(
        right=False, text=f"That has a fit of {row['fit']:.2f}, and one of the others has more. {told}"
    )


def _match_question(network: Network, today: date) -> str:
    offers = _example(network, today)
    if not offers.height:
        return "Which of your things fits one person best? Write down three that do, and this asks you."
    return f"Which of these would fit {offers['name'][0]} best?"


def _worked_match(network: Network, today: date) -> str:
    offers = _example(network, today)
    if not offers.height:
        return "There is nothing to choose from yet."
    best, second = offers.row(0, named=True), offers.row(1, named=True)
    return (
        f"“{best['title']}”, with a fit of {best['fit']:.2f}. {best['why']} "
        f"Next comes “{second['title']}” with {second['fit']:.2f}."
    )


MATCH = Exercise(
    name="offers-match",
    question=_match_question,
    kind="choice",
    choices=_titles,
    check=_check_match,
    hints=(
        "Look at what they care about on their card, and at what few others care about.",
        "Then at the kind: the latest thing for someone senior, recognition for someone junior.",
    ),
    worked=_worked_match,
    notice="A thing is not good or bad in itself. The same playlist is a delight to one and nothing to another.",
)


_BEST = 10


def _check_hidden(answer: tuple[str, str], network: Network, today: date) -> Feedback:
    found = suggest_introductions(network, today)
    if not set(answer) <= set(network.others["id"]) or len(set(answer)) != 2:
        return Feedback(right=False, text="Choose two people who are on the map.")
    if not found.height:
        return Feedback(
            right=False, text="Nobody stands out yet. Note what people care about, then look again."
        )
    pairs = [frozenset(pair) for pair in found.select("a", "b").iter_rows()]
    names = " and ".join(name_of(network.person(id)) for id in answer)
    if frozenset(answer) in pairs:
        place = pairs.index(frozenset(answer))
        row = found.row(place, named=True)
        told = f"{row['why_a']} {row['why_b']}"
        if place < _BEST:
            return Feedback(right=True, text=f"Yes, {names}. {told}")
        return Feedback(right=False, text=f"A good idea, and {_BEST} others are better still. {told}")
    return Feedback(right=False, text=_not_a_pair(answer, names, pairs[:_BEST], network, today))


def _not_a_pair(
    answer: tuple[str, str], names: str, best: list[frozenset[str]], network: Network, today: date
) -> str:
    """What to say to two who are not worth introducing."""
    both = pl.col("a").is_in(answer) & pl.col("b").is_in(answer)
    if acquainted(network, today).filter(both).height:
        return f"{names} know each other already. Look for two who do not."
    for id in answer:
        if any(id in pair for pair in best):
            return f"{name_of(network.person(id))} is right. Who else has something for them, and needs something?"
    return "Not one of the best. Think of what one does that the other cares about, and the other way round."


def _hidden_question(network: Network, today: date) -> str:
    if not suggest_introductions(network, today, most=1).height:
        return (
            "Who should have met long ago? Nobody stands out yet. Note on the map what people care about and do, "
            "and this asks you."
        )
    return "Find two people here who should have met long ago."


def _worked_hidden(network: Network, today: date) -> str:
    found = suggest_introductions(network, today, most=3)
    if not found.height:
        return "There is none to find yet."
    pairs = " ".join(
        f"{row['a_name']} and {row['b_name']}: {row['why_a']} {row['why_b']}"
        for row in found.iter_rows(named=True)
    )
    return f"{pairs} Each of the two has something for the other, and you are the only way between them."


HIDDEN = Exercise(
    name="offers-hidden-introduction",
    ready=lambda network, today: suggest_introductions(network, today, most=1).height > 0,
    question=_hidden_question,
    kind="pair",
    check=_check_hidden,
    hints=(
        "They stand in different circles, and nothing says that they know each other.",
        "Each does something that the other cares about. Open a few cards and read “Cares about” and “Does”.",
    ),
    worked=_worked_hidden,
    notice="You are the only one who can see this: both of them know you, and neither knows the other.",
)


def _inner(network: Network) -> pl.DataFrame:
    """The people of rings 1 and 2, without those to be left alone: nothing is suggested for these."""
    return network.others.filter(pl.col("ring").is_in([1, 2]) & ~pl.col("leave_alone").fill_null(value=False))


def _nothing_fits(network: Network, today: date) -> list[str]:
    """The names of people in rings 1 and 2 for whom nothing that is written down fits."""
    offers = suggest_offers(network, today)["person"]
    without = _inner(network).filter(~pl.col("id").is_in(offers.unique().to_list()))
    return [name_of(row) for row in without.iter_rows(named=True)]


def _check_nothing_fits(answer: int, network: Network, today: date) -> Feedback:
    count, among = len(_nothing_fits(network, today)), _inner(network).height
    return to_guess(
        answer, count, among, "in rings 1 and 2", "Count the empty rows of the picture once more."
    )


def _worked_nothing_fits(network: Network, today: date) -> str:
    names = _nothing_fits(network, today)
    if not names:
        return "Nobody: for each of them something fits."
    return f"{len(names)}: {', '.join(names)}. Three minutes with the questions above fill a row."


NOTHING_FITS = Exercise(
    name="offers-nothing-fits",
    question=(
        "Guess before you count: for how many people of your two inner rings does nothing that is written down fit?"
    ),
    kind="number",
    check=_check_nothing_fits,
    hints=(
        "Their rows in the picture are empty.",
        "The picture starts with the inner rings. People to be left alone do not count.",
    ),
    worked=_worked_nothing_fits,
    notice="The closest people are often the ones for whom we prepare least.",
)

EXERCISES = (REWRITE, MATCH, HIDDEN, NOTHING_FITS)
"""All of the page, in its order."""
