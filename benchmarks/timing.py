"""The clock: work that is done in turn, and the best of several; and work in a process of its own, for its memory."""

from __future__ import annotations

import gc
import multiprocessing
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from netgive_lib.remember import forget

if TYPE_CHECKING:
    from collections.abc import Callable

    Result = TypeVar("Result")

PATIENCE = 20.0
"""No work is repeated once all rounds together have taken so many seconds."""


@dataclass(frozen=True)
class Took:
    """How long a piece of work took, in seconds."""

    wall: float
    cpu: float
    """The processor time of all threads of this process."""


def once(work: Callable[[], Result]) -> tuple[Took, Result]:
    """How long `work` takes where nothing is known of a network yet, and what it gives."""
    forget()
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return Took(time.perf_counter() - wall, time.process_time() - cpu), result


def in_turn(*works: Callable[[], object], rounds: int = 5) -> list[Took]:
    """The best that each of `works` took, all of them once in each round."""
    best = [Took(float("inf"), float("inf"))] * len(works)
    begin = time.perf_counter()
    for _ in range(rounds):
        took = [once(work)[0] for work in works]
        best = [Took(min(a.wall, b.wall), min(a.cpu, b.cpu)) for a, b in zip(best, took, strict=True)]
        if time.perf_counter() - begin > PATIENCE:
            break
    return best


def alone(work: Callable[..., Result], *given: object) -> tuple[Took, float, Result]:
    """`work` in a fresh process: how long it took there, the most memory it held (MB), and what it gave.

    `work` is a function of a module, and what it is given and gives can be pickled.
    """
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh) as processes:
        return processes.submit(_alone, work, *given).result()


def _alone(work: Callable[..., Result], *given: object) -> tuple[Took, float, Result]:
    took, result = once(lambda: work(*given))
    return took, peak_memory(), result


def peak_memory() -> float:
    """The most memory that this process has held, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # a new process starts with its parent's figure in `getrusage`, but not here
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024**2 if sys.platform == "darwin" else 1024)
