"""What was found out about a network, or a table of it, is kept while that lives: it never changes, nor does that."""

from __future__ import annotations

import weakref
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

P = ParamSpec("P")
R = TypeVar("R")
Of = TypeVar("Of")

# By identity: a table has no hash, and to compare two takes as long as what is to be saved.
_known: dict[int, tuple[weakref.ref[Any], dict[Hashable, object]]] = {}


def remembered(function: Callable[Concatenate[Of, P], R]) -> Callable[Concatenate[Of, P], R]:
    """Ask `function` only once for each network or table and further arguments, all of them hashable.

    A page asks the same of one network in many places, and a change of one table leaves the others as they were. What
    is given is shared: it must not be changed in place.
    """

    @wraps(function)
    def asked(of: Of, /, *rest: P.args, **more: P.kwargs) -> R:
        known = _known_of(of)
        key = (function, rest, tuple(sorted(more.items())))
        if key not in known:
            known[key] = function(of, *rest, **more)
        return known[key]  # type: ignore[return-value]

    return asked


def _known_of(of: object) -> dict[Hashable, object]:
    """What is known of a network or a table, for as long as it lives."""
    here, known = _known.get(id(of), (None, {}))
    if here is None or here() is not of:
        known = {}
        _known[id(of)] = (weakref.ref(of, _forgetting(id(of))), known)
    return known


def _forgetting(key: int) -> Callable[[weakref.ref[Any]], None]:
    """What forgets all that is known of something that is gone, unless its place is taken by then."""

    def gone(of: weakref.ref[Any]) -> None:
        if key in _known and _known[key][0] is of:
            del _known[key]

    return gone


def forget() -> None:
    """Forget all that is known of any network: for measuring how long it takes to find out."""
    _known.clear()
