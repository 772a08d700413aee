"""Commands about what to do: offers, check, plan, ring."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netgive_lib.commands.common import FILE, JSON, TODAY, day_for, network_in, refusals, store_of

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.ring import Ring


@click.command()
@click.argument("person", required=False)
@FILE
@TODAY
@JSON
def offers(person: str | None, file: str | None, today: date | None, as_json: bool) -> None:
    """List what you could bring, to whom, and why; PERSON is a name, part of one, an e-mail address or an id."""
    from netgive_lib.listing import offers_listed, offers_told

    with refusals():
        network = network_in(file)
        rows = offers_listed(network, day_for(network, today), network.find(person) if person else None)
    click.echo(json.dumps(rows, ensure_ascii=False) if as_json else offers_told(rows))


@click.command()
@click.option("--offer", metavar="TEXT", help="An offer, as you would write it; - reads it from the input.")
@click.option("--ask", metavar="TEXT", help="An ask, as you would write it; - reads it from the input.")
@JSON
def check(offer: str | None, ask: str | None, as_json: bool) -> None:
    """Check the wording of an offer or an ask before you send it. Exit code 1 if something could be better.

    It knows English only. In another language nothing is checked, which is exit code 1 too.
    """
    from netgive_lib import wording

    if (offer is None) == (ask is None):
        raise click.UsageError("Give --offer TEXT or --ask TEXT, one of the two.")
    given = offer if offer is not None else ask or ""
    text = sys.stdin.read().rstrip("\n") if given == "-" else given
    kind: wording.Kind = "offer" if offer is not None else "ask"
    findings = wording.check_offer(text) if kind == "offer" else wording.check_ask(text)
    click.echo(
        json.dumps(wording.as_json(kind, text, findings), ensure_ascii=False)
        if as_json
        else wording.told(text, findings)
    )
    sys.exit(0 if wording.is_english(text) and not findings else 1)


@click.command()
@click.option("--weeks", type=click.IntRange(1, 104), default=8, show_default=True, help="How far ahead.")
@click.option("--per-week", type=click.IntRange(1, 50), help="Moves a week [default: your setting, else 2].")
@click.option(
    "-o", "output", type=click.Path(dir_okay=False, path_type=Path), help="A file: .ics, .csv or .md."
)
@FILE
@TODAY
@JSON
def plan(
    weeks: int, per_week: int | None, output: Path | None, file: str | None, today: date | None, as_json: bool
) -> None:
    """Plan whom to contact, in which week, and with which offer; -o writes it for a calendar or to print."""
    from datetime import UTC, datetime

    from netgive_lib.listing import plan_told
    from netgive_lib.plan import files as plan_files
    from netgive_lib.plan import make_plan

    with refusals():
        if output:
            plan_files.check_plan_suffix(output)
        network, name = network_in(file), store_of(file).path.name
        found = make_plan(network, day_for(network, today), weeks, per_week)
        if output:
            plan_files.save_plan(found, network, output, name, datetime.now(UTC))
    said = plan_files.plan_as_json(found)
    click.echo(json.dumps(said, ensure_ascii=False) if as_json else plan_told(said))


@click.command()
@click.argument(
    "cards", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "-o", "output", type=click.Path(dir_okay=False, path_type=Path), help="Draw the ring to this file."
)
@JSON
def ring(cards: tuple[Path, ...], output: Path | None, as_json: bool) -> None:
    """Match a group's asks and offers: CARDS are JSON files, each with one card or a list of them."""
    from netgive_lib.ring import match, read_cards

    with refusals():
        found = match(read_cards(cards))
        if output:
            from netgive_lib.charts import save
            from netgive_lib.charts.ring import ring_chart

            save.save(ring_chart(found), output)
    click.echo(json.dumps(found.as_json(), ensure_ascii=False) if as_json else _ring_told(found))


def _ring_told(found: Ring) -> str:
    """A ring for a person: who helps whom, and the circles of giving."""
    lines = [f"{found.served} of {found.asks} asks have a helper."]
    lines += [f"  {each.giver} helps {each.asker}: {each.why}" for each in found.matches]
    for cycle in found.cycles:
        lines.append(f"A circle of giving: {' helps '.join([*cycle, cycle[0]])}.")
    helped = {each.asker for each in found.matches}
    open_asks = [card for card in found.cards if card.ask and card.name not in helped]
    lines += [f"Still open: {card.name} asks “{card.ask}”" for card in open_asks]
    return "\n".join(lines)
