"""A class on its pages, as HTML: taking one's work along, and the class in numbers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from netgive_lib.classroom.agenda import exercise_name, page_name
from netgive_lib.classroom.invitation import qr_svg
from netgive_lib.describe import counted
from netgive_lib.store import DEFAULT_NAME, Session, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgive_lib.classroom.overview import Overview
    from netgive_lib.network import Network
    from netgive_lib.pages.at_work import Page, Said

_PASSED = {
    "given": "given",
    "received": "received",
    "asked": "asked for",
    "was_asked": "asked by others",
}


# A participant's start page


def save_work(page: Page) -> str:
    """The way to one's own file, or what to do first."""
    if not page.desk.own.exists():
        return "<p>You are looking at the sample, so there is nothing of yours to save yet.</p>"
    return (
        f'<p><a class="ng-go" href="/{DEFAULT_NAME}" download>Save my work</a></p>'
        f"<p>It gives you one file, <code>{DEFAULT_NAME}</code>, with all that you put in. Keep it on your device: when"
        " the class ends, nothing stays here.</p>"
    )


def go_on_from(page: Page, data: bytes) -> Said:
    """Go on from a saved file; what was there before can be had back by undo."""
    try:
        network = page.desk.restore(data)
    except StoreError as error:
        return page.refused(str(error))
    page.session = Session(page.desk.store)
    return page.done(
        f"welcome back to your {people(network)}. Not the file you meant? Undo brings back what was here"
    )


def people(network: Network) -> str:
    """How many people a network has, in words."""
    return counted(network.size, "people")


def private_link(page: Page) -> str:
    """One's own seat on another device: its address to copy, and as a QR code."""
    address = page.desk.room.address.rstrip("/") + page.desk.private_link
    code = qr_svg(address, "Your private link as a QR code")
    return (
        "<p>This link opens your seat on another device of yours: the same people, the same work. Whoever has it sees"
        " everything you put in, so show it to nobody.</p>"
        '<p style="margin-top:10px"><label for="ng-link">Your private link</label><br>'
        f'<input id="ng-link" readonly value="{escape(address)}"'
        ' style="width:100%;padding:6px 8px;border:1px solid;border-radius:6px">'
        '<button type="button" data-copies="ng-link" style="margin:6px 0;padding:4px 12px;border:1px solid;'
        'border-radius:6px">Copy it</button></p>'
        f'<p>Or point the camera of your phone at this:</p><div class="ng-qr">{code}</div>'
    )


# The facilitator's page


def class_in_figures(view: Overview) -> str:
    """The class in numbers and bars: how many are where, and nothing of anyone."""
    figures = (
        (view.seats, "seats taken"),
        (view.cards, "cards in the ring"),
        (f"{view.served} of {view.asks}", "asks with a helper"),
    )
    top = "".join(f"<li><b>{figure}</b>{words}</li>" for figure, words in figures)
    steps = {page_name(step): count for step, count in view.steps.items()}
    solved = {exercise_name(name): count for name, count in view.solved.items()}
    return f'<ul class="ng-figures">{top}</ul><div class="ng-report">' + "".join(
        (
            _bars(
                "Who is where",
                "people on this page last",
                sorted(steps.items(), key=_most),
                "Nobody has come yet.",
            ),
            _bars("Exercises solved", "people who solved it", sorted(solved.items(), key=_most), "None yet."),
            "</div>",
        )
    )


def pictures_of_class(view: Overview) -> str:
    """The anonymous pictures: sizes of rings, give and ask, and what people could bring."""
    rings = [(f"Ring {ring}", size) for ring, size in sorted((view.rings or {}).items())]
    passed = [(_PASSED[name], number) for name, number in (view.passed or {}).items()]
    hidden = "Shown once at least three people have some."
    ring_words = "half of you have this many or more"
    return '<div class="ng-report">' + "".join(
        (
            _bars("How many people you have in each ring", ring_words, rings, hidden),
            _bars("What passed, all of you together", "times, to the nearest ten", passed, hidden),
            _bars(
                "What you could bring", "people who have some", sorted(view.kinds.items(), key=_most), hidden
            ),
            "</div>",
        )
    )


def _most(item: tuple[str, float]) -> tuple[float, str]:
    return -item[1], item[0]


def _bars(title: str, unit: str, rows: Iterable[tuple[str, float]], nothing: str) -> str:
    """Bars with their numbers beside them, longest possible for the largest."""
    rows = list(rows)
    if not rows:
        return f"<h4>{title}</h4><p>{nothing}</p>"
    longest = max(number for _, number in rows) or 1
    lines = "".join(
        f'<tr><th scope="row" style="width:50%">{escape(name)}</th><td>{number:,.4g}</td>'
        f'<td style="width:35%"><div class="ng-bar"><i style="width:{number / longest:.0%}"></i></div></td></tr>'
        for name, number in rows
    )
    return (
        f'<h4>{title}</h4><table class="ng-table"><thead><tr><th scope="col">&#8203;</th>'
        f'<th scope="col" colspan="2" style="text-align:left">{unit}</th></tr></thead><tbody>{lines}</tbody></table>'
    )
