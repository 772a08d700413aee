"""Commands about what to do: check."""

from __future__ import annotations

import json
import sys

import click

from netgive_lib.commands.common import JSON


@click.command()
@click.option("--offer", metavar="TEXT", help="An offer, as you would write it; - reads it from the input.")
@click.option("--ask", metavar="TEXT", help="An ask, as you would write it; - reads it from the input.")
@JSON
def check(offer: str | None, ask: str | None, as_json: bool) -> None:
    """Check the wording of an offer or an ask before you send it. Exit code 1 if something could be better."""
    from netgive_lib import wording

    if (offer is None) == (ask is None):
        raise click.UsageError("Give --offer TEXT or --ask TEXT, one of the two.")
    given = offer if offer is not None else ask or ""
    text = sys.stdin.read().rstrip("\n") if given == "-" else given
    kind: wording.Kind = "offer" if offer is not None else "ask"
    findings = wording.check_offer(text) if kind == "offer" else wording.check_ask(text)
    click.echo(
        json.dumps(wording.as_json(kind, findings), ensure_ascii=False)
        if as_json
        else wording.told(text, findings)
    )
    sys.exit(1 if findings else 0)
