"""What a comparison needs that netgive itself does not: the `bench` extra. Without it, its row says so."""

from __future__ import annotations

from importlib.util import find_spec


def lacking(*packages: str) -> str:
    """What has to be installed before these packages can be imported; "" if all are there.

    >>> lacking("polars")
    ''
    """
    absent = [package.replace("_", "-") for package in packages if find_spec(package) is None]
    return f"needs {', '.join(absent)}: pip install {' '.join(absent)}" if absent else ""
