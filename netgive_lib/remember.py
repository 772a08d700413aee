"""What was found out about a network is kept while the network lives: it never changes, so neither does the answer."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from netgive_lib.network import Network

P = ParamSpec("P")
R = TypeVar("R")

_known: WeakKeyDictionary[Network, dict[Hashable, object]] = WeakKeyDictionary()


def remembered(
    function: Callable[Concatenate[Network, P], R],
) -> Callable[Concatenate[Network, P], R]:
    """Ask `function` only once for each network and further arguments, all of them hashable.

    A page asks the same of one network in many places. What is given is shared: it must not be changed in place.
    """

    @wraps(function)
    def asked(network: Network, /, *rest: P.args, **more: P.kwargs) -> R:
        known = _known.setdefault(network, {})
        key = (function, rest, tuple(sorted(more.items())))
        if key not in known:
            known[key] = function(network, *rest, **more)
        return known[key]  # type: ignore[return-value]

    return asked


def forget() -> None:
    """Forget all that is known of any network: for measuring how long it takes to find out."""
    _known.clear()
