"""The page that explains every code, made from the rules themselves.

`python -m netgive_lib.wording.page > docs/wording.md` writes it anew; a test holds the file to it.
"""

from __future__ import annotations

import sys

from netgive_lib.wording.codes import CODES, Rule

_TOP = """\
# The wording of offers and asks

<!-- Made by `python -m netgive_lib.wording.page > docs/wording.md`. Change netgive_lib/wording/codes.py instead. -->

`netgive check --offer TEXT` and `netgive check --ask TEXT` look at what you are about to write to someone you know,
and so do the workbooks while you type. Nothing is sent anywhere: these are patterns, looked for on your machine. They
know how things are usually said in English, and not what you mean. You decide. Of a text in another language they say
nothing, neither good nor bad.

An *error* spoils a message; a *warning* weakens it. Where something is missing altogether, the whole text is marked,
and otherwise the words themselves. One text can have several codes, each for what its own sentence says: “How can I
help you?” is generic (OF1) and names nothing (OF3). The mail that you answer to, quoted below your own, is not read.
Phrases are looked for in the first 8,000 characters.
"""


def page() -> str:
    """The whole page, as Markdown."""
    parts = [_TOP]
    for kind, title in (("offer", "Offers"), ("ask", "Asks")):
        parts.append(f"## {title}\n")
        parts += [_section(rule) for rule in CODES.values() if rule.kind == kind]
    return "\n".join(parts)


def _section(rule: Rule) -> str:
    return (
        f"### {rule.code}: {rule.name} ({rule.severity})\n\n{rule.message} {rule.meaning}\n\n"
        f"Not so good:\n\n> {rule.bad}\n\nBetter:\n\n> {rule.good}\n"
    )


if __name__ == "__main__":
    sys.stdout.write(page())
