"""What the commands share: their options, the file and the day they work on, and how they refuse."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netgive_lib.network import Network
    from netgive_lib.store import Store


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that the text names."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2026-03-12.", param, ctx)


JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")
FILE = click.option(
    "--file", type=click.Path(dir_okay=False), help="Your network's file [default: my-network.netgive]."
)
TODAY = click.option("--today", type=Day(), help="The day to answer for [default: today].")


def store_of(file: str | None) -> Store:
    """The file that a command works on."""
    from netgive_lib.store import Store, default_path

    return Store(default_path(file))


def network_in(file: str | None) -> Network:
    """The network in the file that a command looks at. Raises `StoreError` if there is none."""
    from netgive_lib.store import StoreError, default_path

    store = store_of(file)
    if not store.exists():
        raise StoreError(
            f"There is no file {default_path(file)}. Look whether its name and folder are right. "
            "“netgive import” makes a new one from your contacts, “netgive sample story” from made-up people."
        )
    return store.load()


def day_for(network: Network, chosen: date | None) -> date:
    """The day to answer for: the one chosen, else the sample's own, else today."""
    from netgive_lib.sample import sample_today

    return chosen or sample_today(network) or date.today()  # noqa: DTZ011 - the day where the person is


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what the library refuses into one sentence on stderr and exit code 1."""
    from netgive_lib.network import UnknownPersonError
    from netgive_lib.schema import SchemaError
    from netgive_lib.sources.found import SourceError
    from netgive_lib.store import StoreError

    try:
        yield
    except (StoreError, SourceError, SchemaError, UnknownPersonError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    except BrokenPipeError:  # who read what we print has gone: nobody is left to be told
        raise
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(f"{where}{error.strerror or error}.") from error


@contextmanager
def progress_shown(label: str) -> Iterator[Callable[[float], None]]:
    """A progress bar on stderr, where there is somebody to see it."""
    with click.progressbar(length=100, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def show(fraction: float) -> None:
            bar.update(max(0, int(100 * fraction) - bar.pos))

        yield show
