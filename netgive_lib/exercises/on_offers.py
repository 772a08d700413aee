"""The exercises of the offers workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.describe import name_of
from netgive_lib.introductions import suggest_introductions
from netgive_lib.offers import score, suggest_offers
from netgive_lib.wording import check_offer
from netgive_lib.workshop import Exercise, Feedback

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

_WANTED = 3


def _check_rewrite(answer: str, network: Network, today: date) -> Feedback:
    del network, today
    lines = [line.strip(" -•\t") for line in answer.splitlines() if line.strip(" -•\t")]
    if len(set(lines)) < len(lines):
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
    return Feedback(right=True, text="Yes: each names a thing, and says why it is for them.")


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
        "programme on Friday. Just say yes and it's done.”"
    ),
    notice="The open question leaves the thinking to them. Three minutes of yours save it.",
)


def _example(network: Network, today: date) -> pl.DataFrame:
    """The offers for one person who has several to choose from: the one whose best stands out most."""
    offers = suggest_offers(network, today)
    several = offers.group_by("person", maintain_order=True).agg(
        pl.len(), lead=pl.col("fit").first() - pl.col("fit").get(1, null_on_oob=True)
    )
    best = several.filter(pl.col("len") >= 3).sort("lead", descending=True, maintain_order=True).head(1)
    return offers.join(best.select("person"), on="person", maintain_order="left")


def _titles(network: Network, today: date) -> tuple[str, ...]:
    offers = _example(network, today).head(4)
    # In an order that does not give the answer away.
    return tuple(sorted(offers["title"], key=lambda title: title[::-1]))


def _check_match(answer: str, network: Network, today: date) -> Feedback:
    offers = _example(network, today)
    chosen = offers.filter(pl.col("title") == answer)
    if not chosen.height:
        return Feedback(right=False, text="Write down at least three things that fit one person first.")
    row = chosen.row(0, named=True)
    parts = score(network, today, row["person"], row["asset"]).parts
    told = " ".join(f"{part.sentence} ({part.name.replace('_', ' ')} {part.value:.2f})" for part in parts)
    if row["asset"] == offers["asset"][0]:
        return Feedback(right=True, text=f"Yes, a fit of {row['fit']:.2f}. {told}")
    return Feedback(
        right=False, text=f"That has a fit of {row['fit']:.2f}; one of the others has more. {told}"
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
    best = offers.row(0, named=True)
    return f"“{best['title']}”, with a fit of {best['fit']:.2f}. {best['why']}"


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


def _check_hidden(answer: tuple[str, str], network: Network, today: date) -> Feedback:
    found = suggest_introductions(network, today, most=10)
    if not found.height:
        return Feedback(
            right=False, text="Nobody stands out yet. Note what people care about, then look again."
        )
    pairs = [frozenset(pair) for pair in found.select("a", "b").iter_rows()]
    names = " and ".join(name_of(network.person(id)) for id in answer)
    if frozenset(answer) in pairs:
        row = found.row(pairs.index(frozenset(answer)), named=True)
        return Feedback(right=True, text=f"Yes, {names}. {row['why_a']} {row['why_b']}")
    known = network.ties.filter(pl.col("a").is_in(answer) & pl.col("b").is_in(answer)).height
    if known:
        return Feedback(right=False, text=f"{names} know each other already. Look for two who do not.")
    if any(set(answer) & pair for pair in pairs):
        return Feedback(right=False, text="One of the two is right. Who else has something for that one?")
    return Feedback(
        right=False, text="Not one of the ten best. Think of what one does that the other cares about."
    )


def _worked_hidden(network: Network, today: date) -> str:
    found = suggest_introductions(network, today, most=3)
    if not found.height:
        return "There is none to find yet."
    return " ".join(
        f"{row['a_name']} and {row['b_name']}: {row['why_a']} {row['why_b']}"
        for row in found.iter_rows(named=True)
    )


HIDDEN = Exercise(
    name="offers-hidden-introduction",
    question="Find two people here who should have met long ago.",
    kind="pair",
    check=_check_hidden,
    hints=(
        "They stand in different circles, and nothing says that they know each other.",
        "Each does something that the other cares about. Open a few cards and read “Cares about” and “Does”.",
    ),
    worked=_worked_hidden,
    notice="You are the only one who can see this: both of them know you, and neither knows the other.",
)


def _nothing_fits(network: Network, today: date) -> list[str]:
    """The names of people in rings 1 and 2 for whom nothing that is written down fits."""
    offers = suggest_offers(network, today)["person"]
    inner = network.others.filter(
        pl.col("ring").is_in([1, 2]) & ~pl.col("id").is_in(offers.unique().to_list())
    ).filter(~pl.col("leave_alone").fill_null(value=False))
    return [name_of(row) for row in inner.iter_rows(named=True)]


def _check_nothing_fits(answer: int, network: Network, today: date) -> Feedback:
    inner = network.others.filter(pl.col("ring").is_in([1, 2])).height
    count = len(_nothing_fits(network, today))
    if not inner:
        return Feedback(
            right=False, text="Nobody is in rings 1 and 2 yet. Rate a few people on the map first."
        )
    if answer == count:
        return Feedback(right=True, text=f"Yes, {count} of {inner}.")
    if answer > inner:
        return Feedback(right=False, text=f"There are only {inner} people in rings 1 and 2.")
    if abs(answer - count) == 1:
        return Feedback(right=False, text="Off by one. Count the empty rows of the picture once more.")
    return Feedback(right=False, text=f"It is {'fewer' if answer > count else 'more'} than that.")


def _worked_nothing_fits(network: Network, today: date) -> str:
    names = _nothing_fits(network, today)
    return f"{len(names)}: {', '.join(names)}." if names else "Nobody: for each of them something fits."


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
