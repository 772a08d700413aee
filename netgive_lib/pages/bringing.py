"""What you bring, as HTML: sparks, suggestions, introductions, and what the wording check says."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from netgive_lib.describe import KINDS_IN_WORDS, day_in_words
from netgive_lib.wording import OTHER_LANGUAGE, is_english

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from netgive_lib.sparks import Spark
    from netgive_lib.wording import Finding


def questions(texts: Iterable[str], title: str) -> str:
    """Questions to think about, as a list under a title."""
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f'<div class="ng-sparks"><h4>{escape(title)}</h4><ul>{items}</ul></div>'


def sparks(found: Sequence[Spark]) -> str:
    """The sparks for one person."""
    if not found:
        return questions(["That was all of them. What would you tell them over lunch?"], "Sparks")
    return questions([spark.text for spark in found], "Sparks")


def wording(text: str, found: Sequence[Finding]) -> str:
    """What the wording check says to a text: the text with the places marked, and how to do better."""
    if not text.strip():
        return '<p class="ng-said" role="status">What you type is read along: you see at once what could be better.</p>'
    if not is_english(text):
        return f'<p class="ng-said" role="status">{escape(OTHER_LANGUAGE)}</p>'
    if not found:
        return '<p class="ng-said ng-saved" role="status">This reads well.</p>'
    hints = "".join(
        f"<li><b>{escape(finding.message)}</b> {escape(finding.hint)} <small>{escape(finding.code)}</small></li>"
        for finding in found
    )
    return f'<div class="ng-wording" role="status"><p>{marked(text, found)}</p><ul>{hints}</ul></div>'


def marked(text: str, found: Sequence[Finding]) -> str:
    """A text with the places that were found marked, those that are the whole text left out."""
    parts, at = [], 0
    for finding in sorted(found, key=lambda finding: (finding.start, finding.end)):
        if finding.start < at or (finding.start, finding.end) == (0, len(text)):
            continue
        place = escape(text[finding.start : finding.end])
        parts += [
            escape(text[at : finding.start]),
            f'<mark title="{escape(finding.message)}">{place}</mark>',
        ]
        at = finding.end
    return "".join([*parts, escape(text[at:])])


def suggestions(rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows of `suggest_offers` or `introduction_offers` as a list: what, and why."""
    items = "".join(
        f"<li><b>{escape(row['title'])}</b> {_fit(row['fit'])}<br>{escape(row['why'])}</li>" for row in rows
    )
    if not items:
        return (
            "<p>Nothing that you have written down connects to them yet. The sparks may find something.</p>"
        )
    return f'<ul class="ng-offers">{items}</ul>'


def _fit(fit: float) -> str:
    return f'<span class="ng-fit">fit {fit:.2f}</span>'


def introductions(rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows of `suggest_introductions`: the pair, and what is in it for each."""
    items = "".join(
        f"<li><b>{escape(row['a_name'])} and {escape(row['b_name'])}</b>"
        f"<br>{escape(row['why_a'])}<br>{escape(row['why_b'])}</li>"
        for row in rows
    )
    if not items:
        return "<p>No two people stand out yet. Note what people care about, and some will.</p>"
    return f'<ol class="ng-offers">{items}</ol>'


def last_day(ticked: bool, day: date | None, today: date) -> date | None:
    """The last day of a thing: what was chosen, if it was ticked that there is one, or another day was chosen."""
    return day if ticked or day != today else None


def things(rows: Sequence[Mapping[str, Any]]) -> str:
    """Your inventory: what you could bring, by kind, and until when it is fresh."""
    if not rows:
        return "<p>Nothing is written down yet. Start with one: the questions help.</p>"
    parts = []
    for kind, words in KINDS_IN_WORDS.items():
        of_kind = [row for row in rows if row["kind"] == kind]
        if of_kind:
            items = "".join(f"<li>{_thing(row)}</li>" for row in of_kind)
            parts.append(f"<h4>{escape(words)}</h4><ul>{items}</ul>")
    return f'<div class="ng-report">{"".join(parts)}</div>'


def _thing(row: Mapping[str, Any]) -> str:
    topics = f" <small>{escape(', '.join(row['topics']))}</small>" if row["topics"] else ""
    until = f" <small>until {day_in_words(row['good_until'])}</small>" if row["good_until"] else ""
    return f"{escape(row['title'])}{topics}{until}"


def ideas(rows: Iterable[Mapping[str, Any]]) -> str:
    """The offers to one person, with how far each has come."""
    items = "".join(f"<li>{escape(row['text'] or '')} <small>{row['status']}</small></li>" for row in rows)
    return (
        f'<ul class="ng-offers">{items}</ul>' if items else "<p>No idea yet. Type one, and press Enter.</p>"
    )
