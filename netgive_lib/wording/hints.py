"""How to say it better, in the writer's own words where the text has some to take."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netgive_lib.wording.asks import has_no_end, requests
from netgive_lib.wording.codes import MOST_WORDS
from netgive_lib.wording.text import READ_CHARACTERS, phrases

if TYPE_CHECKING:
    from netgive_lib.wording.codes import Rule
    from netgive_lib.wording.text import Span, Text

_LONGEST_QUOTE = 160
# What they write about: the words after “about”, “regarding” …, up to the end of the clause.
_AFTER = re.compile(
    r"(?<!\w)(?:about|regarding|concerning|into|help (?:you |me )?with|"
    r"(?:advice|thoughts|feedback|views|take|tips) (?:on|for)|"
    r"talk on|report on|notes on|article on|looking for|reviews?|launched)[ ]"
    r"((?:[^\s.,;:?!()\"§]{1,30}[ ]?){1,6})"
)
_CUT = re.compile(
    r"\s+(?:and|or|but|so|because|if|when|while|by|before|next|this|that|which|who|for (?:you|me|us|free)|please|"
    r"pls|thanks|sometime|soon|in case|x+|anyway|right now|from|here|today|tomorrow|next|on \w+day)(?:\s.*)?$",
    re.DOTALL | re.IGNORECASE,
)
_EMPTY = phrases(
    r"(?:it|this|that|them|you|me|us|these|those|how|what|why|where|anything|something|everything|whatever|any|some)"
    r"(?: .*)?|{your}|my|the|a|an|all"
)


def hint_for(rule: Rule, text: Text, span: Span) -> str:
    """The hint of `rule` for the finding at `span`, with the writer's own words in it if they fit."""
    if "{count}" in rule.hint:
        return rule.hint.format(count=len(text.words) - MOST_WORDS)
    if "{ask}" in rule.hint:
        own = _ask(text)
    elif "{rest}" in rule.hint:
        own = _rest(text, span)
    else:
        own = topic_of(text, span)
    return rule.hint.format(ask=own, rest=own, topic=own) if own else rule.fallback


def topic_of(text: Text, span: Span) -> str | None:
    """What the text is about in its own words, nearest after `span` begins: “pricing”, “your new studio”."""
    found = [
        topic for match in _AFTER.finditer(text.plain, 0, READ_CHARACTERS) if (topic := _topic(text, match))
    ]
    near = [topic for start, topic in found if start >= span[0]]
    topics = near or [topic for _, topic in found]
    return topics[0] if topics else None


def _topic(text: Text, match: re.Match[str]) -> tuple[int, str] | None:
    words = text.raw[match.start(1) : match.end(1)].strip()
    kept = _CUT.sub("", words).strip(" '\"-–—")
    if len(kept) < 3 or _EMPTY.fullmatch(kept.lower()):
        return None
    return match.start(1), kept


def _ask(text: Text) -> str | None:
    """Their first request as they wrote it, on one line, if it is short and bounded enough to be said again."""
    if has_no_end(text):
        return None
    asked = requests(text)[0]
    words = " ".join(text.raw[asked.start : asked.end].split())
    if len(words) > _LONGEST_QUOTE:
        return None
    return words if words[-1] in ".!?" else words + "."


def _rest(text: Text, span: Span) -> str | None:
    """The sentence around `span` without the string that hangs on it, such as “I'll introduce you to Priya.”."""
    sentence = next((s for s in text.sentences if s.start <= span[0] < s.end), None)
    if sentence is None or sentence.is_question:
        return None
    before = text.raw[sentence.start : span[0]]
    after = text.raw[span[1] : sentence.end].partition(",")[2]
    for part in (before, after):
        words = " ".join(part.split()).strip(" ,;:.!?–—-")
        words = re.sub(r"[\s,]+(?:and|but|then|so|or)$", "", words, flags=re.IGNORECASE)
        if len(words.split()) >= 4 and len(words) <= _LONGEST_QUOTE:
            return words[0].upper() + words[1:] + "."
    return None
