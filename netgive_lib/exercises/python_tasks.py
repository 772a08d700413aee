"""The exercises in Python of the start page, the map, what you bring, and the ask.

Those of the other workbooks are in `netgive_lib.exercises.python_more`.
"""

from __future__ import annotations

import math
from datetime import date
from itertools import combinations

import networkx as nx
import polars as pl

from netgive_lib.exercises.in_python import (
    Coding,
    Slip,
    Trial,
    read_number,
    read_number_or_none,
    read_pairs,
)
from netgive_lib.network import Network
from netgive_lib.schema import ME

_DAY = date(2026, 3, 2)


def _knowing(*ids: str) -> Network:
    """A network of these people, between whom nothing has passed."""
    return Network().with_people(
        pl.DataFrame({"id": ids, "name": [id.capitalize() for id in ids]}, schema_overrides={"id": pl.String})
    )


_ANA = _knowing("ana")
_THREE = _knowing("ana", "ben", "chi")
_GAVE_ONCE = _ANA.give("ana", on=_DAY)
_ASKED_ONCE = _ANA.ask("ana", on=_DAY)
_GOT_TWICE = _ANA.give(ME, actor="ana", on=_DAY).give(ME, actor="ana", on=_DAY)

WHAT_I_GAVE = Coding(
    name="what_i_gave",
    task=(
        "`what_i_gave(network)` is to count how often *you* gave something. `network.exchanges` is a Polars frame with "
        "a row for everything that passed: `actor` did it, `other` is whom it went to, `kind` is `give`, `ask` or "
        "`touch`. You are `me`. As it stands, it counts too much."
    ),
    wanted="a whole number",
    read=read_number,
    trials=(
        Trial("you gave Ana one thing", (_GAVE_ONCE,), 1),
        Trial(
            "you gave once, asked once and said hello once",
            (_GAVE_ONCE.ask("ana", on=_DAY).touch("ana", on=_DAY),),
            1,
        ),
        Trial("Ana gave you two things", (_GOT_TWICE,), 0),
        Trial("Ana gave Ben something", (_THREE.give("ben", actor="ana", on=_DAY),), 0),
        Trial("you gave Ana one large thing, of weight 3", (_ANA.give("ana", weight=3, on=_DAY),), 1),
        Trial("nobody is there yet", (Network(),), 0),
    ),
    slips=(
        Slip(
            lambda network: network.exchanges.height, "It counts every row. Which kind is meant, and whose?"
        ),
        Slip(
            lambda network: network.exchanges.filter(kind="give", other=ME).height,
            "That is what others gave you: look at the actor.",
        ),
        Slip(
            lambda network: network.exchanges.filter(kind="give").height,
            "It counts what others gave, too. Who has to be the actor?",
        ),
        Slip(
            lambda network: network.exchanges.filter(actor=ME).height,
            "It counts your asks and hellos, too. Which kind is meant?",
        ),
        Slip(
            lambda network: network.exchanges.filter(actor=ME, kind="give")["weight"].sum(),
            "It adds up the weights. How often is asked for, not how much.",
        ),
    ),
    hints=(
        '`frame.filter(kind="ask")` keeps the rows whose `kind` is `ask`. It takes several columns at once.',
        "`frame.height` is the number of rows.",
    ),
    worked=(
        "Keep the rows in which the actor is `me` and the kind is `give`: one call of `filter` with both. What is left "
        "is a frame, and its `height` is the answer. An empty network needs no case of its own: it has 0 rows."
    ),
    notice="A touch and an ask are exchanges too. Only the actor and the kind together say who brought something.",
)

WARMTH = Coding(
    name="warmth",
    task=(
        "`warmth(gap, rhythm)` is to say how alive a tie is. `gap` is the days since the last contact, `rhythm` the "
        "days that its ring can bear. It is 1 today, a half after one rhythm, a quarter after two. Where one of "
        "them is `None`, it is `None`. As it stands, it falls in a straight line."
    ),
    wanted="a number, or None",
    read=read_number_or_none,
    trials=(
        Trial("the last contact was today", (0, 30), 1.0),
        Trial("it was one rhythm ago", (30, 30), 0.5),
        Trial("it was two rhythms ago", (60, 30), 0.25),
        Trial("it was 3 days ago and the rhythm is 7", (3, 7), round(2 ** (-3 / 7), 9)),
        Trial("there was no contact yet (the gap is None)", (None, 30), None),
        Trial("nobody said the ring (the rhythm is None)", (10, None), None),
    ),
    slips=(
        Slip(
            lambda gap, rhythm: 1 - gap / rhythm, "A straight line ends at 0. Halve for every rhythm instead."
        ),
        Slip(
            lambda gap, rhythm: max(0, 1 - gap / rhythm),
            "A straight line ends at 0. Halve for every rhythm instead.",
        ),
        Slip(lambda gap, rhythm: 2 ** (gap / rhythm), "It grows with silence: a minus is missing."),
        Slip(lambda gap, rhythm: 2 ** (-rhythm / gap), "The gap and the rhythm have changed places."),
        Slip(
            lambda gap, rhythm: math.exp(-gap / rhythm), "That falls to 0.37 in a rhythm. Which base halves?"
        ),
        Slip(lambda gap, rhythm: 0.5 ** (gap // rhythm), "// drops the part of a rhythm. Divide with /."),
        Slip(
            lambda gap, rhythm: 1 / (1 + gap / rhythm),
            "It is a half after one rhythm, but a third after two.",
        ),
        Slip(lambda gap, rhythm: 2 ** (-gap / rhythm), "Give back None before you count with it."),
        Slip(
            lambda gap, rhythm: 2 ** (-gap / rhythm) if gap and rhythm else None,
            "A gap of 0 counts as false in Python: ask whether it “is None”.",
        ),
    ),
    hints=(
        "How many rhythms have passed? Halve 1 so many times: `0.5 ** 3` is a half of a half of a half.",
        "Say what happens to `None` first, and ask with `is None`: a gap of 0 is no missing gap.",
    ),
    worked=(
        "First give back `None` if the gap or the rhythm `is None`. Then `gap / rhythm` is how many rhythms have "
        "passed, and a half to that power is the warmth. `2 ** (-gap / rhythm)` is the same number."
    ),
    notice=(
        "Warmth never reaches 0. After a silence of years it is small, and one contact makes it 1 again. That it "
        "halves is our choice: no study measured this curve."
    ),
)


def _pairs_without_edge(graph: nx.DiGraph[str]) -> list[tuple[str, str]]:
    return [(a, b) for a, b in combinations(graph, 2) if not graph.has_edge(a, b)]


COULD_MEET = Coding(
    name="could_meet",
    task=(
        "`could_meet(graph)` is to find the people whom only you connect: all pairs of people you know who have "
        "nothing to do with each other. `graph` is a NetworkX `DiGraph` with a node for each person. You are `me`, "
        "with edges to and from all others. An edge from one to another says that something passed, or that they know "
        "each other. As it stands, it finds too many."
    ),
    wanted='a list or set of pairs of ids, such as [("ana", "ben")]',
    read=read_pairs,
    trials=(
        Trial("you know Ana and Ben, who never met", (_knowing("ana", "ben").graph(_DAY),), [("ana", "ben")]),
        Trial(
            "Ana knows Ben, and nobody knows Chi but you",
            (_THREE.with_ties(pl.DataFrame({"a": ["ana"], "b": ["ben"]})).graph(_DAY),),
            [("ana", "chi"), ("ben", "chi")],
        ),
        Trial(
            "Ben once wrote to Ana, who never answered",
            (_knowing("ana", "ben").touch("ana", actor="ben", on=_DAY).graph(_DAY),),
            [],
        ),
        Trial("you know Ana alone", (_ANA.graph(_DAY),), []),
        Trial("nobody is there yet", (Network().graph(_DAY),), []),
    ),
    slips=(
        Slip(
            lambda graph: [(a, b) for a in graph for b in graph if not graph.has_edge(a, b)],
            "It pairs people with themselves, and has each pair twice. itertools.combinations(graph, 2) does neither.",
        ),
        Slip(nx.non_edges, "Each pair is there twice, once in each direction."),
        Slip(
            lambda graph: combinations(graph, 2), "Some of these know each other. graph.has_edge(a, b) tells."
        ),
        Slip(
            lambda graph: combinations([id for id in graph if id != ME], 2),
            "Some of these know each other. graph.has_edge(a, b) tells.",
        ),
        Slip(
            _pairs_without_edge,
            "Ben wrote to Ana, and so the edge leads from him to her alone. Look both ways.",
        ),
    ),
    hints=(
        "`itertools.combinations(graph, 2)` gives each pair of nodes once, and nobody with themselves.",
        "An edge may lead one way only: `graph.has_edge(a, b) or graph.has_edge(b, a)`.",
    ),
    worked=(
        "Go through `itertools.combinations(graph, 2)` and keep the pairs between which no edge leads in either "
        "direction. You need not leave yourself out: you have an edge to everyone. NetworkX can do it too: "
        "`graph.to_undirected()` forgets directions, and `nx.non_edges` gives the pairs that have no edge."
    ),
    notice=(
        "There are many such pairs in any network, about half the square of its size. Whom to introduce follows from "
        "what the two have for each other, and not from the gap alone."
    ),
)


def _share(network: Network, within: pl.DataFrame) -> float:
    return network.exchanges.filter(actor=ME, kind="ask").height / within.height


SHARE_OF_ASKS = Coding(
    name="share_of_asks",
    task=(
        "`share_of_asks(network)` is to say which part of all that came from *you* was an ask: 0 for none of it, 1 "
        "for all. `network.exchanges` is a Polars frame with a row for everything that passed: `actor` did it, `kind` "
        "is `give`, `ask` or `touch`. You are `me`. Where nothing came from you, it is `None`. As it stands, it goes "
        "wrong in three ways."
    ),
    wanted="a number from 0 to 1, or None",
    read=read_number_or_none,
    trials=(
        Trial("you asked once and gave once", (_ASKED_ONCE.give("ana", on=_DAY),), 0.5),
        Trial(
            "you asked once and said hello three times",
            (_ASKED_ONCE.touch("ana", on=_DAY).touch("ana", on=_DAY).touch("ana", on=_DAY),),
            0.25,
        ),
        Trial("Ana asked you, and you gave", (_GAVE_ONCE.ask(ME, actor="ana", on=_DAY),), 0.0),
        Trial("you asked once, and Ana gave you two things", (_GOT_TWICE.ask("ana", on=_DAY),), 1.0),
        Trial("nothing came from you, and Ana gave you two things", (_GOT_TWICE,), None),
        Trial("nobody is there yet", (Network(),), None),
    ),
    slips=(
        Slip(
            lambda network: network.exchanges.filter(kind="ask").height / network.exchanges.height,
            "It counts the exchanges of others, above the line and below it.",
        ),
        Slip(
            lambda network: _share(network, network.exchanges),
            "Below the line it counts what came from others, too.",
        ),
        Slip(
            lambda network: _share(network, network.exchanges.filter(actor=ME, kind="give")),
            "It divides by your gives. Divide by all that came from you.",
        ),
        Slip(
            lambda network: 100 * _share(network, network.exchanges.filter(actor=ME)),
            "That is in per cent.",
        ),
        Slip(
            lambda network: 1 - _share(network, network.exchanges.filter(actor=ME)),
            "That is the share without an ask.",
        ),
        Slip(
            lambda network: network.exchanges.filter(actor=ME, kind="ask").height,
            "That is how many asks there were. Divide by all that came from you.",
        ),
        Slip(
            lambda network: _share(network, network.exchanges.filter(actor=ME)),
            "Nothing came from you, and so there is nothing to divide by. Give back None first.",
        ),
        Slip(
            lambda network: (
                _share(network, network.exchanges.filter(actor=ME)) if ME in network.exchanges["actor"] else 0
            ),
            "A share of 0 says that you never ask. Where nothing came from you, give back None.",
        ),
    ),
    hints=(
        'Begin with what came from you: `network.exchanges.filter(actor="me")`. Both counts are made from it.',
        "Before you divide, look whether there is anything to divide by.",
    ),
    worked=(
        "Keep the rows with `me` as the actor. If there are none, give back `None`. Else count those of them with the "
        'kind `ask`, and divide by the count of all. In Polars the mean of `(kind == "ask")` is that share, and it is '
        "`None` by itself for no rows."
    ),
    notice=(
        "A share of nothing is no number: a 0 there would praise someone who never wrote. The tab workbook counts days "
        "rather than rows, so that a gift and an ask on one day are one contact."
    ),
)
