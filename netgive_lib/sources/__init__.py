r"""Getting people in: from a file, of whatever format, to a `Found`.

>>> read_bytes(b"Name,E-mail\nZoe Obi,zoe@example.org\n", "people.csv").people[0].name
'Zoe Obi'
"""

from __future__ import annotations

from netgive_lib.sources.found import Found, Happened, Problem, Someone, SourceError
from netgive_lib.sources.reading import read, read_bytes

__all__ = ["Found", "Happened", "Problem", "Someone", "SourceError", "read", "read_bytes"]
