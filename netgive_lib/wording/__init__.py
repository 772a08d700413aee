"""A linter for what you are about to write to someone you know: an offer, or an ask.

It looks for careful patterns in English, offline, and says what is wrong, where, and how to do better. Of a text in
another language it says nothing, neither good nor bad: ask `is_english` before you take silence for praise.
Every code is explained in docs/wording.md, which is made from `CODES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from netgive_lib.wording import asks, offers
from netgive_lib.wording.codes import CODES, Kind, Rule, Severity
from netgive_lib.wording.hints import hint_for
from netgive_lib.wording.language import OTHER_LANGUAGE, is_english
from netgive_lib.wording.text import Span, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = [
    "CODES",
    "OTHER_LANGUAGE",
    "Finding",
    "Kind",
    "Rule",
    "as_json",
    "check_ask",
    "check_offer",
    "is_english",
    "is_no_gift",
    "told",
]

_NO_GIFT = {"OF1", "OF2", "OF5", "OF6"}
_MARKS = " \t\n,;–—-"


@dataclass(frozen=True)
class Finding:
    """Something that could be said better.

    Attributes:
        code: What is wrong, a key of `CODES`.
        message: The same in one sentence.
        start: Where it begins in the text as given, in characters.
        end: Where it ends, exclusive. What is missing altogether has the whole text as its span.
        hint: How to say it better, in the writer's own words where there are some to use.
        severity: `error` (spoils the message) or `warning` (weakens it).

    """

    code: str
    message: str
    start: int
    end: int
    hint: str
    severity: Severity


@lru_cache(maxsize=4096)
def is_no_gift(text: str) -> bool:
    """Whether what is meant as an offer gives nothing: help of any kind, homework, a trade or an ask.

    A note for yourself may be short: that nothing is named is left to `check_offer`.

    >>> is_no_gift("How can I help you?"), is_no_gift("jazz"), is_no_gift("a seat at the film club on Friday")
    (True, False, False)
    """
    # The patterns find nothing in another language, and a plan reads too many to ask for each which it is.
    return any(finding.code in _NO_GIFT for finding in _of_offer(Text(text)))


def check_offer(text: str) -> list[Finding]:
    """What could be better in an offer, in the order of the text; nothing where it is not in English.

    >>> [finding.code for finding in check_offer("How can I help you?")]
    ['OF1', 'OF3']
    """
    return _of_offer(Text(text)) if is_english(text) else []


def _of_offer(ready: Text) -> list[Finding]:
    if not ready.words:
        return _findings(ready, {"OF3": _whole(ready)})
    offer = offers.Offer(ready)
    found = {
        "OF1": offer.is_generic,
        "OF2": offer.works_them,
        "OF3": [] if offer.names_something else _whole(ready),
        "OF4": _whole(ready) if offer.is_not_about_them else [],
        "OF5": offer.attaches_strings,
        "OF6": offer.asks_in_disguise,
    }
    return _findings(ready, found)


def check_ask(text: str) -> list[Finding]:
    """What could be better in an ask, in the order of the text; nothing where it is not in English.

    >>> [finding.code for finding in check_ask("Could you introduce me to Priya Shah by Friday?")]
    ['AS5', 'AS6', 'AS7']
    """
    if not is_english(text):
        return []
    ready = Text(text)
    long = asks.overlong(ready)
    found: dict[str, Iterable[Span]] = {"AS8": [long] if long else []}
    if not asks.requests(ready):
        # Nothing is asked, and so there is nothing yet to bound, to decline or to give a reason for.
        return _findings(ready, {"AS1": _whole(ready), **found})
    missing = {
        "AS4": not asks.is_bounded(ready),
        "AS5": not asks.has_easy_no(ready),
        "AS6": not asks.says_why_them(ready),
        "AS7": not asks.brings_something(ready),
    }
    found |= {"AS2": asks.further_questions(ready), "AS3": asks.has_no_end(ready)}
    found |= {code: _whole(ready) for code, lacks in missing.items() if lacks}
    return _findings(ready, found)


def as_json(kind: Kind, text: str, findings: Sequence[Finding]) -> dict[str, Any]:
    """What `netgive check --json` prints: kind, ok (read, and nothing found), english (whether it was), findings."""
    english = is_english(text)
    keys = ("code", "message", "start", "end", "hint", "severity")
    return {
        "kind": kind,
        "ok": english and not findings,
        "english": english,
        "findings": [{key: getattr(finding, key) for key in keys} for finding in findings],
    }


def told(text: str, findings: Sequence[Finding]) -> str:
    """The findings for a terminal: where, what, and how to do better."""
    if not is_english(text):
        return OTHER_LANGUAGE
    if not findings:
        return "Nothing to change: this reads well."
    lines = []
    for finding in findings:
        whole = finding.end - finding.start >= len(text)
        where = "the whole" if whole else f"“{' '.join(text[finding.start : finding.end].split())}”"
        lines += [f"{finding.code} {finding.severity}, {where}: {finding.message}", f"    {finding.hint}"]
    return "\n".join(lines)


def _whole(text: Text) -> list[Span]:
    return [(0, len(text.raw))]


def _findings(text: Text, found: Mapping[str, Iterable[Span]]) -> list[Finding]:
    """A finding a span, overlapping spans of one code joined; what is nearest the beginning first."""
    findings = []
    for code, spans in found.items():
        rule = CODES[code]
        for start, end in (_trimmed(text, span) for span in _joined(spans)):
            hint = hint_for(rule, text, (start, end))
            findings.append(Finding(code, rule.message, start, end, hint, rule.severity))
    return sorted(findings, key=lambda finding: (finding.start, finding.code))


def _trimmed(text: Text, span: Span) -> Span:
    """The span without the marks around it, and without a loose “and” at its end; the whole text stays whole."""
    if span == (0, len(text.raw)):
        return span
    words = text.raw[slice(*span)].rstrip(_MARKS)
    first, _, last = words.rpartition(" ")
    kept = first.rstrip(_MARKS) if last.lower() in {"and", "or", "but", "so"} else words
    start = len(kept) - len(kept.lstrip())
    return (span[0] + start, span[0] + len(kept)) if kept.strip() else span


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
