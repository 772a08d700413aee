"""How a value stands in a cell of netgive's own CSV files, and how it is read back, losing nothing."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from netgive_lib.schema import Column

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r]")
_ITEM = re.compile(r"(?:\\[\\;]|[^;])+")
"""An item of a list: up to the next semicolon that has no backslash before it."""
_SPECIAL = re.compile(r"[\\;]")
_ESCAPED = re.compile(r"\\([\\;])")


def written(column: Column, value: Any) -> str:
    """A value as text: ISO dates, true and false, lists joined by `; `, and nothing for null.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    if value is None:
        return ""
    if column.kind == "yesno":
        return "true" if value else "false"
    if column.kind == "date":
        return str(value.isoformat())
    if column.kind == "list":
        value = "; ".join(_SPECIAL.sub(r"\\\g<0>", item.strip()) for item in value if item and item.strip())
    return defused(str(value))


def read(column: Column, cell: str) -> Any:
    """The value that a cell holds; None for an empty one. Raises `ValueError`, as a sentence.

    >>> from netgive_lib.schema import PEOPLE
    >>> topics = next(column for column in PEOPLE.columns if column.name == "topics")
    >>> read(topics, "type design; film")
    ['type design', 'film']
    """
    text = fused(cell)
    if not text.strip():
        return None
    if column.kind == "text":
        return text
    if column.kind == "list":
        items = (_ESCAPED.sub(r"\1", item).strip() for item in _ITEM.findall(text))
        return [item for item in items if item] or None
    try:
        return _READERS[column.kind](text.strip())
    except (ValueError, KeyError):
        raise ValueError(f"{column.name} {text.strip()[:40]!r} is not {_EXPECTED[column.kind]}.") from None


def defused(text: str) -> str:
    """`text` such that no spreadsheet takes it for a formula.

    >>> defused("=1+1"), defused("a=1")
    ("'=1+1", 'a=1')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def fused(cell: str) -> str:
    """The text behind a cell that `defused` made."""
    return cell[1:] if _DEFUSED.match(cell) else cell


def _yesno(text: str) -> bool:
    return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}[text.casefold()]


def _whole(text: str) -> int:
    """A whole number, which a spreadsheet may have written as 2.0."""
    value = float(text)
    if not value.is_integer():
        raise ValueError(text)
    return int(value)


_READERS: dict[str, Callable[[str], Any]] = {
    "whole": _whole,
    "number": float,
    "date": date.fromisoformat,
    "yesno": _yesno,
}
_EXPECTED = {
    "whole": "a whole number",
    "number": "a number",
    "date": "a date such as 2026-03-12",
    "yesno": "true or false",
}
