"""A plan as a file: for a calendar (.ics), a spreadsheet (.csv), the printer (.md), and for scripts (JSON)."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from icalendar import Calendar, Event

from netgive_lib import __version__
from netgive_lib.cells import defused
from netgive_lib.describe import day_in_words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from netgive_lib.network import Network
    from netgive_lib.plan import Plan

SUFFIXES = (".ics", ".csv", ".md")
"""The files that `save_plan` writes."""

_FIRST_SEQUENCE = datetime(2020, 1, 1, tzinfo=UTC)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]+")
# The last two alternatives are what makes an address a link without any markup.
_MARKDOWN = re.compile(r"([\\`*_\[\]|~!#@$^=]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_CSV = ("week", "on", "name", "person", "offer", "kind", "why", "ask", "score")


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """The plan in plain values: moves, held_back and think_first, dates in ISO form."""
    moves = [
        {
            **{name: row[name] for name in ("person", "name")},
            "on": row["on"].isoformat(),
            **{
                name: row[name] for name in ("offer", "why", "score", "kind", "asset", "ask", "move", "fixed")
            },
        }
        for row in plan.moves.iter_rows(named=True)
    ]
    return {
        "moves": moves,
        "held_back": plan.held_back.select("person", "name", "reasons").to_dicts(),
        "think_first": plan.think_first.select("person", "name").to_dicts(),
    }


def plan_as_ics(plan: Plan, network: Network, file: str, made: datetime) -> bytes:
    """The plan as an iCalendar file (RFC 5545): an event of a whole day for each move, the offer in its text.

    An event keeps its UID for as long as the move is with the same person and the same offer, and `file` (which names
    your network) is the same: to import the next plan moves it rather than doubling it. `made` (with its zone) is the
    moment that the newer of two such events is known by. There is no METHOD, which would make an invitation of it, and
    the day does not count as busy.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//netgive//netgive {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "netgive")
    asks = dict(network.asks.select("id", "text").iter_rows())
    for move in plan.moves.iter_rows(named=True):
        calendar.add_component(_event(move, asks.get(move["ask"]), file, made))
    return bytes(calendar.to_ical())


def _event(move: dict[str, Any], ask: str | None, file: str, made: datetime) -> Event:
    """One move as an event."""
    event = Event()
    event.add("uid", f"{_identity(file, move)}@netgive")
    event.add("dtstamp", made.astimezone(UTC))
    event.add("last-modified", made.astimezone(UTC))
    event.add("sequence", int((made - _FIRST_SEQUENCE).total_seconds()))
    event.add("dtstart", move["on"])
    event.add("dtend", move["on"] + timedelta(days=1))
    event.add("summary", _plain(f"{move['name']}: {move['offer']}", " "))
    lines = [f"Bring {move['name']}: {move['offer']}", move["why"]]
    if ask:
        lines.append(f"If it fits, ask: {ask}")
    event.add("description", "\n\n".join(_plain(line, "\n") for line in lines if line))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("categories", ["netgive"])
    return event


def _identity(file: str, move: dict[str, Any]) -> str:
    """What stays the same about a move while its day changes."""
    parts = (file, move["person"], move["asset"] or move["offer"])
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def _plain(text: str, line: str) -> str:
    """Text that no calendar takes for HTML (some show descriptions as such), with `line` for its line ends."""
    whole = _CONTROL.sub(" ", line.join(text.splitlines()))
    return whole.replace("<", "‹").replace(">", "›").strip()


def plan_as_csv(plan: Plan, network: Network) -> str:
    """The moves as CSV, a row a move, by day; a cell that a spreadsheet would run as a formula is defused."""
    asks = dict(network.asks.select("id", "text").iter_rows())
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(_CSV)
    for move in plan.moves.iter_rows(named=True):
        ask = asks.get(move["ask"])
        rows.writerow([_cell(ask if name == "ask" else move[name]) for name in _CSV])
    return text.getvalue()


def _cell(value: str | float | date | None) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if isinstance(value, float) else defused(str(value))


def plan_as_markdown(plan: Plan, network: Network) -> str:
    """The plan as Markdown to print: a table a week, who is held back and why, and for whom to think first."""
    asks = dict(network.asks.select("id", "text").iter_rows())
    first, last = plan.horizon.mondays[0], plan.horizon.last
    lines = [f"# Your plan, {day_in_words(first)} to {day_in_words(last)}"]
    if not plan.moves.height:
        lines += ["", "There are no moves in it yet."]
    for (week,), moves in plan.moves.group_by("week", maintain_order=True):
        lines += ["", f"## Week of {day_in_words(week)}", ""]
        lines += ["| Day | Who | What you bring | Why | Done |", "| --- | --- | --- | --- | --- |"]
        for move in moves.iter_rows(named=True):
            ask = asks.get(move["ask"])
            bring = _escaped(move["offer"]) + (f"<br>*If it fits, ask:* {_escaped(ask)}" if ask else "")
            day = f"{move['on']:%A}, {day_in_words(move['on'])}"
            lines.append(f"| {day} | {_escaped(move['name'])} | {bring} | {_escaped(move['why'])} | ☐ |")
    held = plan.held_back.filter(~plan.held_back["resting"])
    if held.height:
        lines += ["", "## Held back", ""]
        lines += [
            f"- **{_escaped(name)}**: {_escaped(' '.join(reasons))}"
            for name, reasons in held.select("name", "reasons").iter_rows()
        ]
    if plan.think_first.height:
        lines += ["", "## Think first: nothing to bring yet", ""]
        lines += [f"- **{_escaped(name)}**" for name in plan.think_first["name"]]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """Text that stands in a cell of Markdown as it is, whatever is in it: no markup, no HTML, one line."""
    line = " ".join(_CONTROL.sub(" ", text).split())
    return "".join(_HTML.get(mark, mark) for mark in _MARKDOWN.sub(r"\\\1", line))


def save_plan(plan: Plan, network: Network, path: Path, file: str, made: datetime) -> None:
    """Write the plan to `path`, in the form that its suffix says; `file` and `made`: see `plan_as_ics`.

    Raises `ValueError` for a suffix that is none of `SUFFIXES`, and `OSError`.
    """
    check_plan_suffix(path)
    suffix = path.suffix.lower()
    if suffix == ".ics":
        path.write_bytes(plan_as_ics(plan, network, file, made))
    else:
        write = plan_as_csv if suffix == ".csv" else plan_as_markdown
        path.write_text(write(plan, network), encoding="utf-8", newline="")


def check_plan_suffix(path: Path) -> None:
    """Raise `ValueError` if a plan can't be written to a file with this suffix."""
    if path.suffix.lower() not in SUFFIXES:
        raise ValueError(f"{path.name}: a plan is written to a file that ends in {', '.join(SUFFIXES)}.")
