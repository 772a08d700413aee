"""Commands that change or copy your file: import, sample, export, undo."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netgive_lib.commands.common import FILE, JSON, TODAY, network_in, progress_shown, refusals, store_of
from netgive_lib.describe import counted

if TYPE_CHECKING:
    from datetime import date, datetime

    from netgive_lib.sources.merge import Report


@click.command("import")
@click.argument("sources", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@click.option("--me", metavar="ADDRESS", help="Your own e-mail or profile address, if it can't be found.")
@FILE
@TODAY
@JSON
def import_(
    sources: tuple[Path, ...],
    dry_run: bool,
    me: str | None,
    file: str | None,
    today: date | None,
    as_json: bool,
) -> None:
    """Bring people in: LinkedIn, Google, Outlook, vCards, calendars, mail, any CSV, or netgive's own folder."""
    from netgive_lib.sources.bring import bring, gather

    store = store_of(file)
    with refusals():
        before = store.load()
        with progress_shown("Reading") as progress:
            gathered = gather(sources, progress, me, today)
        after, report = bring(before, gathered)
        if gathered.found and not dry_run:  # else a first file without anybody would hide the sample
            names = ", ".join(path.name for path in sources)
            store.save(before, after, f"imported {names}")
    click.echo(json.dumps(report.as_json()) if as_json else _told(report, dry_run))
    if gathered.unreadable:
        sys.exit(1)


@click.command()
@click.argument("name", required=False)
@click.option("--people", "number", type=click.IntRange(1), help="Make up a network of this many people.")
@click.option("--exchanges", type=click.IntRange(0), help="… with this many exchanges.")
@click.option("--seed", type=int, default=1, show_default=True, help="… always the same for the same seed.")
@FILE
def sample(name: str | None, number: int | None, exchanges: int | None, seed: int, file: str | None) -> None:
    """Write a sample network to a new file: NAME ("story"), or any size with --people."""
    from netgive_lib import sample as samples

    if (name is None) == (number is None):
        raise click.UsageError(f"Give a name ({', '.join(samples.NAMES)}) or --people, one of the two.")
    if name is not None and name not in samples.NAMES:
        raise click.UsageError(f"There is no sample {name!r}. There is {', '.join(samples.NAMES)}.")
    with refusals():
        store = store_of(file)
        if name is not None:
            network = samples.load_sample(name)
        else:
            network = samples.generate(
                number or 1, 10 * (number or 1) if exchanges is None else exchanges, seed
            )
        store.create(network, "wrote a sample network")
    people, passed = counted(network.size, "people"), counted(network.exchanges.height, "exchanges")
    click.echo(f"{store.path}: {people}, {passed}, all made up.")


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@FILE
def export(folder: Path, file: str | None) -> None:
    """Write all tables as CSV files to FOLDER, for a spreadsheet; `netgive import FOLDER` reads them back."""
    from netgive_lib.export import to_folder

    with refusals():
        paths = to_folder(network_in(file), folder)
    click.echo(f"{folder}: {counted(len(paths), 'tables')}.")


@click.command()
@click.option("--list", "only_list", is_flag=True, help="Only list the changes that can be taken back.")
@FILE
@JSON
def undo(only_list: bool, file: str | None, as_json: bool) -> None:
    """Take the latest change back. Up to 100 changes are kept."""
    with refusals():
        store = store_of(file)
        if only_list:
            changes = store.history()
        else:
            change = store.undo()
            changes = [change] if change else []
    if as_json:
        click.echo(
            json.dumps([{"change": c.number, "at": c.at.isoformat(), "what": c.what} for c in changes])
        )
    elif changes:
        for change in changes:
            verb = "" if only_list else "Taken back: "
            click.echo(f"{verb}{change.what} ({_local(change.at)})")
    if not changes:
        click.echo("There is nothing to take back.", err=True)
        sys.exit(0 if only_list else 1)


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _told(report: Report, dry_run: bool) -> str:
    """The report of an import, for a person."""
    from netgive_lib.sources.found import one_line

    would = "This would bring" if dry_run else "Brought"
    lines = [
        f"{would} in {counted(report.people_new, 'new people')} of {report.people_read:,} read; "
        f"{report.people_merged:,} {'was' if report.people_merged == 1 else 'were'} here already.",
        f"{counted(report.exchanges_new, 'new exchanges')} of {report.exchanges_read:,} read.",
    ]
    if report.ties_read:
        lines.append(f"{counted(report.ties_new, 'new ties')} of {report.ties_read:,} read.")
    lines += [f"  {one_line(source['file'])}: {source['format']}" for source in report.sources]
    lines += [
        f"Passed over: {one_line(counted(count, reason), 400)}." for reason, count in report.skipped.items()
    ]
    if report.possible_duplicates:
        lines.append(f"{len(report.possible_duplicates):,} may be the same person twice:")
        lines += [f"  {pair['a']} and {pair['b']}: {pair['why']}" for pair in report.possible_duplicates[:20]]
    if report.problems:
        lines.append(f"{len(report.problems):,} could not be read:")
        lines += [f"  {problem.told}" for problem in report.problems[:50]]
    if len(report.problems) > 50:
        lines.append("  … all of them with --json.")
    return "\n".join(lines)
