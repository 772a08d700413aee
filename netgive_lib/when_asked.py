"""Dicts whose keys are all there, and whose values are made when somebody first asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
    from threading import RLock

Key = TypeVar("Key")
Value = TypeVar("Value")
ValueMade = TypeVar("ValueMade", covariant=True)

_UNMADE: Any = object()


def unmade(keys: Iterable[Key]) -> dict[Key, Any]:
    """The keys, as a `WhenAsked` takes them: to copy them for each is a quarter of the work of hashing them anew."""
    return dict.fromkeys(keys, _UNMADE)


class Maker(Protocol[Key, ValueMade]):
    """What makes the values. All dicts whose values have parts in common share one lock."""

    @property
    def lock(self) -> RLock:
        """Held while values are made: two threads that ask for the same get one and the same."""

    @property
    def singly(self) -> int:
        """So many values are made one by one. Whoever asks for more is taken to want all: that is cheaper then."""

    def one(self, key: Key) -> ValueMade:
        """The value of one key."""

    def all(self) -> Mapping[Key, ValueMade]:
        """The values of all keys that there were in the beginning."""


class Made(dict[Key, Value]):
    """What a `WhenAsked` is once all its values are there: as fast as a dict, because it overrides no way to read."""

    __slots__ = ("_asked", "_maker")
    _asked: int
    _maker: Maker[Key, Value] | None

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        """Copied and pickled as a plain dict."""
        return dict, (), None, None, iter(self.items())


class WhenAsked(Made[Key, Value]):
    """A dict to everyone who uses it. A value that nobody has asked for is `_UNMADE` inside, which nobody gets to see.

    Keys are added, replaced and taken out as in any dict, and a key has its place from the beginning. Whoever wants all
    values has them made at once, and then this turns into a `Made`: in place, because the views of NetworkX hold on
    to it. Some hold on to a method of it, too: each has to work on a `Made` as well, and calls those of `dict` by name.
    """

    __slots__ = ()

    def __init__(self, keys: dict[Key, Value], maker: Maker[Key, Value]) -> None:
        super().__init__(keys)
        self._asked = 0
        self._maker = maker

    # One value

    def __getitem__(self, key: Key) -> Value:
        value = dict.__getitem__(self, key)
        return _made(self, key) if value is _UNMADE else value

    def get(self, key: Key, default: Any = None) -> Any:
        """As of a dict."""
        return self[key] if key in self else default  # noqa: SIM401 - that would be this method

    def setdefault(self, key: Key, default: Any = None) -> Any:
        """As of a dict."""
        return self[key] if key in self else dict.setdefault(self, key, default)

    def pop(self, key: Key, *default: Any) -> Any:
        """As of a dict."""
        if key in self:
            self[key]
        return dict.pop(self, key, *default)

    # All of them

    def items(self) -> ItemsView[Key, Value]:  # type: ignore[override]
        """As of a dict."""
        return dict.items(_whole(self))

    def values(self) -> ValuesView[Value]:  # type: ignore[override]
        """As of a dict."""
        return dict.values(_whole(self))

    def popitem(self) -> tuple[Key, Value]:
        """As of a dict."""
        return dict.popitem(_whole(self))

    def copy(self) -> dict[Key, Value]:
        """As of a dict: a plain one."""
        return dict.copy(_whole(self))

    def __repr__(self) -> str:
        return dict.__repr__(_whole(self))

    def __eq__(self, other: object) -> bool:
        return dict.__eq__(_whole(self), _whole(other))

    def __ne__(self, other: object) -> bool:
        return dict.__ne__(_whole(self), _whole(other))

    __hash__ = None  # type: ignore[assignment]

    def __or__(self, other: Any) -> Any:
        return dict.__or__(_whole(self), _whole(other))

    def __ror__(self, other: Any) -> Any:
        return dict.__ror__(_whole(self), _whole(other))

    # None of them

    def __iter__(self) -> Iterator[Key]:
        # Where this is dict's own, dict(d) and {**d} copy what is inside as it is, `_UNMADE` and all.
        return dict.__iter__(self)

    def clear(self) -> None:
        """As of a dict."""
        dict.clear(self)
        _whole(self)


def _made(pending: Made[Key, Value], key: Key) -> Value:
    """The value of a key that was not made when its thread looked."""
    maker = pending._maker
    if maker is None:  # another thread has made all since then
        return dict.__getitem__(pending, key)
    with maker.lock:
        value = dict.__getitem__(pending, key)
        if value is _UNMADE and pending._asked < maker.singly:
            pending._asked += 1
            value = pending[key] = maker.one(key)
        return dict.__getitem__(_whole(pending), key) if value is _UNMADE else value


def _whole(of: Any) -> Any:
    """The same dict with all its values. Anything else is given back as it is."""
    maker = of._maker if isinstance(of, WhenAsked) else None
    if maker is None:
        return of
    with maker.lock:
        if isinstance(of, WhenAsked):  # still
            missing = [key for key in dict.__iter__(of) if dict.__getitem__(of, key) is _UNMADE]
            values = maker.all() if missing else {}
            for key in missing:  # no key moves: who goes through them meanwhile takes no notice
                dict.__setitem__(of, key, values[key])
            of.__class__, of._maker = Made, None  # type: ignore[assignment]  # of one layout: Python allows it
    return of
