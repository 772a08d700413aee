"""The command line. Each command imports what it needs when it runs: `netgive --help` answers at once."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netgive_lib import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netgive_lib.charts.theme import ThemeName
    from netgive_lib.network import Network
    from netgive_lib.sources.merge import Report
    from netgive_lib.store import Store

_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")
_FILE = click.option(
    "--file", type=click.Path(dir_okay=False), help="Your network's file [default: my-network.netgive]."
)


class _Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that the text names."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2026-03-12.", param, ctx)


_TODAY = click.option("--today", type=_Day(), help="The day to answer for [default: today].")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="netgive %(version)s")
def main() -> None:
    """Know who is in your network, and what you can bring them. Nothing leaves this machine."""


@main.command("import")
@click.argument("sources", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@click.option("--me", metavar="ADDRESS", help="Your own e-mail or profile address, if it can't be found.")
@_FILE
@_JSON
def import_(
    sources: tuple[Path, ...], dry_run: bool, me: str | None, file: str | None, as_json: bool
) -> None:
    """Bring people in: LinkedIn's zip, Google's CSV, vCards, any CSV, or netgive's own folder."""
    from netgive_lib.sources.bring import bring, gather

    store = _store(file)
    with _refusals():
        before = store.load()
        with _progress("Reading") as progress:
            gathered = gather(sources, progress, me)
        after, report = bring(before, gathered)
        if not dry_run:
            names = ", ".join(path.name for path in sources)
            store.save(before, after, f"imported {names}")
    click.echo(json.dumps(report.as_json()) if as_json else _told(report, dry_run))
    if gathered.unreadable:
        sys.exit(1)


@main.command()
@_FILE
@_TODAY
@_JSON
def people(file: str | None, today: date | None, as_json: bool) -> None:
    """List everyone: ring, warmth, tab, and a reason not to write now, if there is one."""
    from netgive_lib.listing import people_listed, people_told

    with _refusals():
        network = _store(file).load()
        rows = people_listed(network, _day(network, today))
    click.echo(json.dumps(rows, ensure_ascii=False) if as_json else people_told(rows))


@main.command()
@click.argument("name", required=False)
@click.option("--people", "number", type=click.IntRange(1), help="Make up a network of this many people.")
@click.option("--exchanges", type=click.IntRange(0), help="… with this many exchanges.")
@click.option("--seed", type=int, default=1, show_default=True, help="… always the same for the same seed.")
@_FILE
def sample(name: str | None, number: int | None, exchanges: int | None, seed: int, file: str | None) -> None:
    """Write a sample network to a new file: NAME ("story"), or any size with --people."""
    from netgive_lib import sample as samples

    if (name is None) == (number is None):
        raise click.UsageError(f"Give a name ({', '.join(samples.NAMES)}) or --people, one of the two.")
    if name is not None and name not in samples.NAMES:
        raise click.UsageError(f"There is no sample {name!r}. There is {', '.join(samples.NAMES)}.")
    with _refusals():
        store = _store(file)
        if name is not None:
            network = samples.load_sample(name)
        else:
            network = samples.generate(
                number or 1, 10 * (number or 1) if exchanges is None else exchanges, seed
            )
        store.create(network, "wrote a sample network")
    click.echo(f"{store.path}: {network.size:,} people, {network.exchanges.height:,} exchanges, all made up.")


@main.command()
@click.argument("picture", type=click.Choice(["map"]))
@click.option(
    "-o", "output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file."
)
@click.option("--width", type=click.IntRange(300, 4000), default=960, show_default=True, help="In pixels.")
@click.option("--scale", type=click.FloatRange(0.5, 8), default=2.0, show_default=True, help="For PNG.")
@click.option(
    "--theme",
    type=click.Choice(["light", "dark"]),
    default="light",
    show_default=True,
    help="For paper, or for a dark page.",
)
@click.option("--anonymous", is_flag=True, help="No names: numbers in their place.")
@_FILE
@_TODAY
def chart(
    picture: str,
    output: Path,
    width: int,
    scale: float,
    theme: ThemeName,
    anonymous: bool,
    file: str | None,
    today: date | None,
) -> None:
    """Draw a picture to a file: .svg, .png, .pdf, .html (works offline) or .json (Vega-Lite)."""
    from netgive_lib.charts import save
    from netgive_lib.charts.map import network_map

    with _refusals():
        save.check_suffix(output)
        network = _store(file).load()
        drawn = network_map(network, _day(network, today), width=width, theme=theme, anonymous=anonymous)
        save.save(drawn, output, scale=scale)
    click.echo(f"{output}: the {picture} of {network.size:,} people.")


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@_FILE
def export(folder: Path, file: str | None) -> None:
    """Write all tables as CSV files to FOLDER, for a spreadsheet; `netgive import FOLDER` reads them back."""
    from netgive_lib.export import to_folder

    with _refusals():
        paths = to_folder(_store(file).load(), folder)
    click.echo(f"{folder}: {len(paths)} tables.")


@main.command()
@click.option("--list", "only_list", is_flag=True, help="Only list the changes that can be taken back.")
@_FILE
@_JSON
def undo(only_list: bool, file: str | None, as_json: bool) -> None:
    """Take the latest change back. Up to 100 changes are kept."""
    with _refusals():
        store = _store(file)
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


@main.command("open")
@click.option("--sample", "sample_name", metavar="NAME", help="Look at a sample instead of your file.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="[default: a free one]")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@_FILE
@_TODAY
def open_(sample_name: str | None, port: int, no_browser: bool, file: str | None, today: date | None) -> None:
    """Open the workbooks in your browser, on your file. Only this machine can reach them."""
    from netgive_lib import server

    with _refusals():
        store = _store(file)
        store.version()  # a file that can't be opened is refused here, before there is a page
        server.run(store.path, sample=sample_name, port=port, browser=not no_browser, today=today)


def _store(file: str | None) -> Store:
    from netgive_lib.store import Store, default_path

    return Store(default_path(file))


def _day(network: Network, chosen: date | None) -> date:
    """The day to answer for: the one chosen, else the sample's own, else today."""
    from netgive_lib.sample import sample_today

    return chosen or sample_today(network) or date.today()  # noqa: DTZ011 - the day where the person is


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn what the library refuses into one sentence on stderr and exit code 1."""
    from netgive_lib.network import UnknownPersonError
    from netgive_lib.schema import SchemaError
    from netgive_lib.sources.found import SourceError
    from netgive_lib.store import StoreError

    try:
        yield
    except (StoreError, SourceError, SchemaError, UnknownPersonError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(f"{where}{error.strerror or error}.") from error


@contextmanager
def _progress(label: str) -> Iterator[Callable[[float], None]]:
    """A progress bar on stderr, where there is somebody to see it."""
    with click.progressbar(length=100, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def show(fraction: float) -> None:
            bar.update(max(0, int(100 * fraction) - bar.pos))

        yield show


def _told(report: Report, dry_run: bool) -> str:
    """The report of an import, for a person."""
    would = "This would bring" if dry_run else "Brought"
    lines = [
        f"{would} in {report.people_new:,} new people of {report.people_read:,} read; "
        f"{report.people_merged:,} were here already.",
        f"{report.exchanges_new:,} new exchanges of {report.exchanges_read:,} read.",
    ]
    if report.ties_read:
        lines.append(f"{report.ties_new:,} new ties of {report.ties_read:,} read.")
    lines += [f"  {source['file']}: {source['format']}" for source in report.sources]
    lines += [f"Passed over: {count:,} {reason}." for reason, count in report.skipped.items()]
    if report.possible_duplicates:
        lines.append(f"{len(report.possible_duplicates):,} may be the same person twice:")
        lines += [f"  {pair['a']} and {pair['b']}: {pair['why']}" for pair in report.possible_duplicates[:20]]
    if report.problems:
        lines.append(f"{len(report.problems):,} could not be read:")
        for problem in report.problems[:50]:
            line = f", line {problem.line}" if problem.line else ""
            lines.append(f"  {problem.file}{line}: {problem.problem}")
    if len(report.problems) > 50:
        lines.append("  … all of them with --json.")
    return "\n".join(lines)
