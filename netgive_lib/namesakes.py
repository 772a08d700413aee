"""Who has another's name: what to call each person where nothing but words tells them apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from netgive_lib.describe import each_once, name_of
from netgive_lib.remember import remembered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from netgive_lib.network import Network

_TELLING = ("organization", "title", "circle", "city", "emails", "phones")
"""What tells people of one name apart, the plainest first."""


@remembered
def told_apart(network: Network) -> dict[str, str]:
    """Id -> what to call each person but me, by name: no two are called the same.

    Who has another's name has something behind it that the other does not: where they work, what they do, and so on.
    """
    columns = ("id", "name", *_TELLING)
    people = [(name_of(row), row) for row in network.others.select(columns).iter_rows(named=True)]
    people.sort(key=lambda person: (person[0], person[1]["id"]))
    sharing = Counter(name for name, _ in people)
    of_name: dict[str, list[Mapping[str, Any]]] = {}
    for name, row in people:
        if sharing[name] > 1:
            of_name.setdefault(name, []).append(row)
    labels = ((_label(name, row, of_name.get(name, [row])), row["id"]) for name, row in people)
    return {id: label for label, id in each_once(labels).items()}


def _label(name: str, person: Mapping[str, Any], namesakes: Sequence[Mapping[str, Any]]) -> str:
    """A name, with the first thing behind it that none of the others has."""
    if len(namesakes) == 1:
        return name
    for column in _TELLING:
        said = _first(person[column])
        if said and said != name and sum(_first(other[column]) == said for other in namesakes) == 1:
            return f"{name}, {said}"
    return name


def _first(value: str | list[str] | None) -> str:
    return (value[0] if isinstance(value, list) else value) if value else ""
