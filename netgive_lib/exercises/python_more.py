"""The exercises in Python of the workbooks on keeping in touch, on the tab, and on the ring."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.exercises.in_python import Coding, Slip, Trial, read_names, read_number, read_number_or_none
from netgive_lib.network import Network
from netgive_lib.schema import ME

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DAY = date(2026, 3, 2)
_LATER, _LATEST = _DAY + timedelta(days=20), _DAY + timedelta(days=40)
_TWO = Network().with_people(pl.DataFrame({"id": ["ana", "ben"], "name": ["Ana", "Ben"]}))
_WROTE_TWICE = _TWO.touch("ana", on=_DAY).touch("ana", on=_LATER)


def _mine(network: Network, person: str) -> pl.DataFrame:
    return network.exchanges.filter(actor=ME, other=person)


def _theirs(network: Network, person: str) -> pl.DataFrame:
    return network.exchanges.filter(actor=person, other=ME)


def _since(network: Network, theirs: pl.DataFrame, person: str) -> int:
    """How often I was in touch after the latest of these days, or at all if there is none."""
    mine = _mine(network, person)
    return mine.filter(pl.col("date") > theirs["date"].max()).height if theirs.height else mine.height


UNANSWERED = Coding(
    name="unanswered",
    task=(
        "`unanswered(network, person)` is to count how often you have been in touch with someone since they last were "
        "with you: two such times in a row are enough, says a rule of the plan. `network.exchanges` is a Polars frame "
        "with the columns `date`, `actor`, `kind` and `other`; you are `me`. Whatever they gave, asked or said "
        "answers all that you sent until that day, that day included. As it stands, it counts too much."
    ),
    wanted="a whole number",
    read=read_number,
    trials=(
        Trial("you wrote to Ana twice and heard nothing", (_WROTE_TWICE, "ana"), 2),
        Trial(
            "you wrote to Ana twice, and she answered before the second time",
            (_WROTE_TWICE.touch(ME, actor="ana", on=_DAY + timedelta(days=1)), "ana"),
            1,
        ),
        Trial(
            "you wrote to Ana twice, and once to Ben, who alone answered",
            (_WROTE_TWICE.touch("ben", on=_LATER).touch(ME, actor="ben", on=_LATEST), "ana"),
            2,
        ),
        Trial(
            "you wrote to Ana twice, and then she answered once",
            (_WROTE_TWICE.touch(ME, actor="ana", on=_LATEST), "ana"),
            0,
        ),
        Trial(
            "you wrote to Ana twice, and she gave you something on the second day",
            (_WROTE_TWICE.give(ME, actor="ana", on=_LATER), "ana"),
            0,
        ),
        Trial("nothing has passed between you and Ana", (_TWO, "ana"), 0),
    ),
    slips=(
        Slip(
            lambda network, _: network.exchanges.filter(actor=ME).height,
            "It counts what you sent to others, too, and what was answered.",
        ),
        Slip(
            lambda network, person: _mine(network, person).height,
            "It counts what was answered, too. Which came after the latest day on which you heard from them?",
        ),
        Slip(
            lambda network, person: _mine(network, person).height - _theirs(network, person).height,
            "It sets one answer off against one message. One answer settles all that came before it.",
        ),
        Slip(
            lambda network, person: (
                _mine(network, person).filter(pl.col("date") >= _theirs(network, person)["date"].max()).height
                if _theirs(network, person).height
                else _mine(network, person).height
            ),
            "It counts what you sent on the very day of their answer. Later than that day, not on it.",
        ),
        Slip(
            lambda network, person: _since(network, _theirs(network, person).filter(kind="touch"), person),
            "A gift from them is an answer, too: do not look at touches alone.",
        ),
        Slip(
            lambda network, person: _since(network, network.exchanges.filter(other=ME), person),
            "It takes anybody's answer for theirs.",
        ),
        Slip(
            lambda network, person: (
                _mine(network, person).filter(pl.col("date") > _theirs(network, person)["date"].max()).height
            ),
            "Where you never heard from them there is no latest day, and a comparison with it keeps no row.",
        ),
    ),
    hints=(
        'Begin with two frames: what you sent them, `filter(actor="me", other=person)`, and what came from them.',
        '`frame["date"].max()` is the latest day, and `None` for a frame without rows.',
    ),
    worked=(
        "Keep what you sent them in one frame and what they sent you in another. If the second has no rows, the answer "
        "is the `height` of the first. Else take the latest date of the second, and count the rows of the first "
        "whose date is later."
    ),
    notice=(
        "No answer is no offence, and often nobody's fault. The rule does not punish: it leaves the next word to them "
        "for a while."
    ),
)

_YEAR = 365


def _sum(passed: Sequence[tuple[float, float]]) -> float:
    return sum(weight * math.pow(0.5, days / _YEAR) for weight, days in passed)


def _flat(passed: Sequence[tuple[float, float]]) -> float:
    return sum(weight for weight, _ in passed)


def _part(given: float, received: float) -> float | None:
    return given / (given + received) if given + received else None


TAB_SHARE = Coding(
    name="tab_share",
    task=(
        "`tab_share(given, received)` is to say which part of what passed between two people came from you: 0 for "
        "none, 1 for all. Each of the two is a list of pairs: the weight of a thing, and how many days ago it was. A "
        "weight halves every 365 days. Where nothing passed, it is `None`. As it stands, it never forgets."
    ),
    wanted="a number from 0 to 1, or None",
    read=read_number_or_none,
    trials=(
        Trial("each gave a thing of weight 2 today", ([(2, 0)], [(2, 0)]), 0.5),
        Trial("you gave a 2 a year ago, and they a 1 today", ([(2, 365)], [(1, 0)]), 0.5),
        Trial(
            "you gave a 1 today and a 2 two years ago, and they a 1 today",
            ([(1, 0), (2, 730)], [(1, 0)]),
            0.6,
        ),
        Trial(
            "you gave a 1 today, and they a 1 a hundred days ago",
            ([(1, 0)], [(1, 100)]),
            round(1 / (1 + math.pow(0.5, 100 / _YEAR)), 9),
        ),
        Trial("you gave a 3, and they gave nothing", ([(3, 40)], []), 1.0),
        Trial("they gave a 1, and you gave nothing", ([], [(1, 100)]), 0.0),
        Trial("nothing passed", ([], []), None),
    ),
    slips=(
        Slip(
            lambda given, received: _part(_flat(given), _flat(received)),
            "It weighs old things like new ones. Halve each weight for every 365 days.",
        ),
        Slip(
            lambda given, received: _flat(given) / (_flat(given) + _flat(received)),
            "It weighs old things like new ones. Halve each weight for every 365 days.",
        ),
        Slip(
            lambda given, received: _part(len(given), len(received)), "It counts things. They have weights."
        ),
        Slip(
            lambda given, received: _part(_sum(received), _sum(given)),
            "That is their part. Yours stands above the line.",
        ),
        Slip(
            lambda given, received: _sum(given) / _sum(received) if received else None,
            "That is how many times as much you gave. Divide by what both gave.",
        ),
        Slip(
            lambda given, received: _sum(given) - _sum(received),
            "That is the difference. A share is a part of the whole.",
        ),
        Slip(
            lambda given, received: _part(
                sum(weight * 0.5 ** (days // _YEAR) for weight, days in given),
                sum(weight * 0.5 ** (days // _YEAR) for weight, days in received),
            ),
            "// drops the part of a year. Divide with /.",
        ),
        Slip(
            lambda given, received: _sum(given) / (_sum(given) + _sum(received)),
            "Nothing passed, and so there is nothing to divide by. Give back None first.",
        ),
        Slip(
            lambda given, received: _part(_sum(given), _sum(received)) or 0,
            "A share of 0 says that they gave all. Where nothing passed, give back None.",
        ),
    ),
    hints=(
        "What a thing weighs today is `weight * 0.5 ** (days / 365)`. Add that up for each side.",
        "Before you divide, look whether both sums are 0.",
    ),
    worked=(
        "Write a small function that adds up `weight * 0.5 ** (days / 365)` for the pairs of a list, and call it for "
        "both lists. If the two sums are 0 together, give back `None`. Else divide yours by their sum."
    ),
    notice="From 0.4 to 0.6 the tab counts as split. Nobody splits it to the cent, and nobody should.",
)


def _walk(helps: Mapping[str, str], name: str) -> list[str]:
    """Everyone from `name` on, each once, until it stops or comes to someone who was there."""
    found = [name]
    while (following := helps.get(found[-1])) is not None and following not in found:
        found.append(following)
    return found


def _comes_back(helps: Mapping[str, str], name: str) -> bool:
    return helps.get(_walk(helps, name)[-1]) == name


def _reached(helps: Mapping[str, str], name: str) -> list[str]:
    """The circle that one comes to from `name`, whoever is in it."""
    walk = _walk(helps, name)
    following = helps.get(walk[-1])
    return walk[walk.index(following) :] if following in walk else []


_ROUND = {"ana": "ben", "ben": "chi", "chi": "ana"}

CIRCLE_OF = Coding(
    name="circle_of",
    task=(
        "`circle_of(helps, name)` is to find the circle of giving that someone is in. `helps` is a dict: each name "
        'leads to the one whom that person helps, such as `{"ana": "ben", "ben": "ana"}`. Give back the names of the '
        "circle as a list, in the order of giving, from `name` on. Whoever is in no circle gets an empty list. As it "
        "stands, it finds circles where there are none."
    ),
    wanted='a list of names, such as ["ana", "ben"]',
    read=read_names,
    trials=(
        Trial("Ana helps Ben, Ben helps Chi, and Chi helps Ana", (_ROUND, "ana"), ("ana", "ben", "chi")),
        Trial("the same three stand around, and Ben is asked for", (_ROUND, "ben"), ("ben", "chi", "ana")),
        Trial("Ana helps Ben, who helps nobody", ({"ana": "ben"}, "ana"), ()),
        Trial("Ana helps nobody", ({}, "ana"), ()),
        Trial(
            "Dev helps Ana, and she and Ben help each other",
            ({"dev": "ana", "ana": "ben", "ben": "ana"}, "dev"),
            (),
        ),
        Trial(
            "there are two circles",
            ({"ana": "ben", "ben": "ana", "chi": "dev", "dev": "chi"}, "chi"),
            ("chi", "dev"),
        ),
    ),
    slips=(
        Slip(_walk, "It follows the helping, and never asks whether it came back to where it began."),
        Slip(
            lambda helps, name: [*_walk(helps, name), name] if _comes_back(helps, name) else [],
            "The name it began with is there twice.",
        ),
        Slip(
            lambda helps, name: _walk(helps, name) if len(_walk(helps, name)) > 1 else [],
            "It follows the helping, and never asks whether it came back to where it began.",
        ),
        Slip(_reached, "Dev leads to a circle, and is not in it."),
        Slip(
            lambda helps, name: sorted(_walk(helps, name)) if _comes_back(helps, name) else [],
            "Sorted by name it no longer says who helps whom.",
        ),
        Slip(
            lambda helps, name: _walk(helps, name)[::-1] if _comes_back(helps, name) else [],
            "That is the order of getting. Begin with the name, and go on with whom they help.",
        ),
    ),
    hints=(
        "Go from name to name with `helps.get(name)`: it is `None` where someone helps nobody.",
        "Stop when you meet a name that you have already. Is it the one you began with?",
    ),
    worked=(
        "Begin a list with the name. While the last of the list helps someone who is not in it yet, add that one. Then "
        "look whom the last one helps: if it is the name you began with, the list is the circle, and else there is "
        "none. In NetworkX, `nx.simple_cycles` finds all circles of a graph."
    ),
    notice=(
        "When everyone helps at most one and is helped by at most one, circles and chains are all there is. That is "
        "why the ring of a class can be drawn so simply."
    ),
)
