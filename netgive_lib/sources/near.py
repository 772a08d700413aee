"""Whom a description may mean: those who have a key or a name in common with it, by an index of both."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from netgive_lib.schema import ME
from netgive_lib.sources.keys import repeated
from netgive_lib.sources.personal_names import name_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgive_lib.sources.keys import Keys

_MOST_OF_ONE = 50
"""Among so many people of one name, or with one phone, none is certain."""


class Near:
    """Who has each key and each name, as far as more than one has them.

    Args:
        all_keys: The keys of everyone who will ever be entered or looked for, each as often as someone has it.
        all_names: Their names.

    """

    def __init__(self, all_keys: Iterable[Keys], all_names: Iterable[str | None]) -> None:
        self._common = repeated(chain(all_keys, map(name_keys, all_names)))
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._profiled: set[str] = set()
        self.in_company: set[str] = set()
        """Who has a key or a name that more than one has."""

    def _is_alone(self, name: str | None, keys: Keys) -> bool:
        """Whether nobody else has any of this, as is so for most: then nobody is near, now or later."""
        return self._common.isdisjoint(keys) and self._common.isdisjoint(name_keys(name))

    def enter(self, id: str, name: str | None, keys: Keys) -> None:
        """Let `id` be found by keys and a name: the person's own, or of one merged into them."""
        if self._is_alone(name, keys):
            return
        self.in_company.add(id)
        for key, own in keys:
            _add(self._by_key[key], id)
            if own and key.startswith("url:"):
                self._profiled.add(id)
        for name_key in name_keys(name) if id != ME else ():  # my namesake is somebody else
            _add(self._by_name[name_key], id)

    def to(self, name: str | None, keys: Keys) -> dict[str, None]:
        """Those who have a key or a name in common with a description, each once."""
        if self._is_alone(name, keys):
            return {}
        near = {
            id: None
            for key, own in keys
            if key in self._by_key and (own or len(self._by_key[key]) < _MOST_OF_ONE)
            for id in self._by_key[key]
        }
        for name_key in name_keys(name):
            same_name = self._by_name.get(name_key, ())
            if not 0 < len(same_name) < _MOST_OF_ONE:
                continue
            # With another profile nobody is certain by name.
            profiled = any(own and key.startswith("url:") for key, own in keys)
            near |= {id: None for id in same_name if not (profiled and id in self._profiled)}
        return near

    def has(self, id: str, key: str) -> bool:
        """Whether a person has a key that another description has, too."""
        return id in self._by_key.get(key, ())

    def only_one_called(self, name: str | None) -> str | None:
        """The person of this name, if there is just one."""
        same_name = self._by_name.get(next(iter(name_keys(name)), ""), [])
        return same_name[0] if len(same_name) == 1 else None


def _add(ids: list[str], id: str) -> None:
    if len(ids) < _MOST_OF_ONE and id not in ids:
        ids.append(id)
