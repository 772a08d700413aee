"""How to say it better, in the writer's own words where the text has some to take."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netgive_lib.wording.asks import has_no_end, requests
from netgive_lib.wording.codes import MOST_WORDS
from netgive_lib.wording.phrases.vague import telling_words
from netgive_lib.wording.text import READ_CHARACTERS, phrases

if TYPE_CHECKING:
    from netgive_lib.wording.codes import Rule
    from netgive_lib.wording.text import Sentence, Span, Text

_LONGEST_QUOTE = 160
# What they write about: the words after “about”, “regarding” …, up to the end of the clause.
_AFTER = re.compile(
    r"(?<!\w)(?P<link>about|regarding|concerning|(?:you got|get|getting|break|breaking) into|help (?:you |me )?with|"
    r"(?:advice|thoughts|feedback|views|your take|tips|read|paper|guide|guidance|insights?|opinion|input|perspective|suggestions|comments) (?:on|for|to)|"
    r"(?:talk|report|notes|article|book|piece) on|looking for(?! (?:guidance|advice|help|support|tips|some|any|your)\b)|launched)[ ](?P<topic>(?:[^\s.,;:?!()\"§]{1,30}[ ]?){1,6})"
)
_CUT = re.compile(
    r"\s+(?:and|or|but|so|because|if|when|while|as|by|before|next|this|that|which|who|where|for (?:you|me|us|free)|please|"
    r"pls|plz|thanks|sometime|soon|in case|x+|anyway|right now|from|here|today|tonight|tomorrow|last \w+|at the moment|these days|now|atm|"
    r"(?:is|are|was|were|would|could|can|will)|until|till|\w{3,}ed (?:me|us|up|out|a|the|my|all)|got|gave|stuck|made|on \w+day|in (?:town|general))(?:\s.*)?$",
    re.DOTALL | re.IGNORECASE,
)
# A topic of six words may stop short of its end: “the first step of the”.
_LOOSE_END = re.compile(
    r"(?:\s+(?:a|an|the|my|your|his|her|our|their|of|in|on|at|to|for|with|and|or|by|through|from|into|some|any|more|i|you|it))+$",
    re.IGNORECASE,
)
_EMPTY = phrases(
    r"(?:it|this|that|them|you|me|us|him|her|these|those|how|what|why|where|when|who|which|if|whether|and|or|but|so|because|than|"
    r"in|on|at|for|from|with|by|of|the attached|any ?thing|something|everything|some ?one|some ?body|any ?one|whatever|any|some|more|other|each|being|having|to|a (?:few|couple|lot|bit))(?: .*)?|"
    r"(?:asking|reaching|contacting|calling|saying|doing|going)(?: .*)?|{your}|my|the|a|an|all|(?:my|{your}|the) (?:idea|thing|stuff|thoughts|advice|feedback)s?"
)
_GERUND = re.compile(
    r"(?!(?:something|anything|nothing|everything|pricing|marketing|funding|housing|training|testing|spring|string|king)\b)[a-z]{2,}ing\s"
)
# What is no topic for a note: “so sorry to hear about your mum”.
_SAD = re.compile(r"(?:sorry|heard|hear|sad|loss|condolences)[^.?!\n]{0,20}\s$")
_GIVES = phrases(
    "i|i'll|i'd|i've|i can|we|we'll|we'd|we can|you can|you're|here|here's|take|have|use|feel free"
)
_RETURN = phrases("in (?:return|exchange|turn)")
_LOOSE_CONDITION = re.compile(
    r"(?:[\s,;–—-]+(?:and|but|then|so|or|as|just|only|though|although|obviously|of course|i|i'd|i'm|i'll|we|we'd|we'll|now))+$",
    re.IGNORECASE,
)
_OPEN_WH = phrases("(?:what|which|how|who|whom|where|when|why|whose)")
_YES_NO = phrases("(?:is|are|was|were|do|does|did|has|have|should|shall) \\w+")
_DEMAND = re.compile(
    r"(?:and |but |so |then )?(?:you|u)(?:'d|'ll)? (?:could|can|would|will|should|might|may|have to|need to|owe)\b.*\b(?:me|us|my|our|mine|ours)\b",
    re.I,
)
"""What is to come back: no part of a gift that is given freely."""
_MEETING = phrases(
    "talk|chat|speak|call|meet(?:ing)?|coffee|lunch|dinner|drinks?|catch up|conversation|sit down|zoom|come by|visit|time (?:to|for)|explain|show|walk me|teach|help"
)
_JUDGING = phrases(
    "read|review|look(?:ing)? (?:at|over|through)|check|watch|go (?:over|through)|proofread|comment on|skim|test|correct"
)
_PASSING = phrases(
    "send|share|forward|pass|introduc\\w*|connect|put (?:me|us) in|give|write|retweet|post|vote|sign|lend|email|mention|tell|let me know|ask|recommend|endorse|"
    "refer|fill|answer|like"
)


def hint_for(rule: Rule, text: Text, span: Span) -> str:
    """The hint of `rule` for the finding at `span`, with the writer's own words in it if they fit."""
    if "{count}" in rule.hint:
        return rule.hint.format(count=len(text.words) - MOST_WORDS)
    if "{ask}" in rule.hint:
        asked = _request(text)
        if asked is None:
            return rule.fallback
        return rule.hint.format(ask=_quoted(text, asked), bound=_bound(asked), out=_way_out(asked))
    if "{rest}" in rule.hint:
        rest = _rest(text, span)
        return rule.hint.format(rest=rest) if rest else rule.fallback
    topic = topic_of(text, span, near_only="{question}" in rule.hint)
    if topic is None or ("{topic}" in rule.hint and not _is_subject(rule, topic)):
        return _wanted(text, span) or rule.fallback if rule.code == "OF6" else rule.fallback
    return rule.hint.format(topic=topic, question=_small_question(text, topic), reason=_reason(text, topic))


def topic_of(text: Text, span: Span, *, near_only: bool = False) -> str | None:
    """What the text is about in its own words, nearest after `span` begins: “pricing”, “your new studio”.

    With `near_only`, what stands before the span is not taken: “your talk on failure” is not what they ask about.
    """
    found = [
        topic for match in _AFTER.finditer(text.plain, 0, READ_CHARACTERS) if (topic := _topic(text, match))
    ]
    near = [topic for start, topic in found if start >= span[0]]
    topics = near if near_only else near or [topic for _, topic in found]
    return topics[0] if topics else None


def _topic(text: Text, match: re.Match[str]) -> tuple[int, str] | None:
    words = " ".join(text.raw[match.start("topic") : match.end("topic")].split())
    kept = _LOOSE_END.sub("", _CUT.sub("", words)).strip(" '\"-–—")
    low = kept.lower()
    if (
        len(kept) < 3
        or _EMPTY.fullmatch(low)
        or not telling_words(low)
        or _SAD.search(text.plain, 0, match.start())
    ):
        return None
    return match.start("topic"), kept


def _is_owned(topic: str) -> bool:
    return topic.lower().startswith(("my ", "your ", "our ", "ur "))


def _is_subject(rule: Rule, topic: str) -> bool:
    """Whether there may be notes on it: not on “a flat”, nor, for an ask, on “my career”."""
    return not topic.lower().startswith(("a ", "an ")) and not (rule.kind == "ask" and _is_owned(topic))


def _small_question(text: Text, topic: str) -> str:
    """A question about `topic` that two lines answer, without its mark."""
    low = topic.lower()
    if low.startswith(("your ", "ur ")):
        return f"what mattered most in {topic}"
    if _GERUND.match(low):
        return f"what you would do first when {topic}"
    if re.search(r"looking for\s+" + re.escape(low), text.plain):
        return f"what you would do first to find {topic}"
    return f"what you would do first about {topic}"


def _reason(text: Text, topic: str) -> str:
    """Why it may be for them: a thing of the writer's is of use, a subject is to be liked."""
    is_thing = _is_owned(topic) or re.search(
        r"(?:launched|reviews?)\s+" + re.escape(topic.lower()), text.plain
    )
    return f"{topic} might be of use to you" if is_thing else f"you might like this on {topic}"


def _wanted(text: Text, span: Span) -> str | None:
    """What they want for themselves, in their own words, and what to do with it."""
    sentence = next((s for s in text.sentences if s.start <= span[0] < s.end), None)
    if sentence is None or len(sentence.said) > _LONGEST_QUOTE:
        return None
    words = " ".join(text.raw[sentence.end - len(sentence.said) : sentence.end].split()).rstrip(".!")
    if len(text.sentences) == 1:
        return f"You want something here: “{words}”. Ask for it openly: say how little would do, and that a no is fine."
    return f"You want something here: “{words}”. Keep that for another day, with an easy way to say no, and let this be a gift."


def _request(text: Text) -> Sentence | None:
    """Their first request if it is short, and bounded enough to be said again."""
    if has_no_end(text):
        return None
    asked = requests(text)[0]
    return asked if len(asked.said) <= _LONGEST_QUOTE else None


def _quoted(text: Text, asked: Sentence) -> str:
    """The request as they wrote it, on one line, without the greeting before it."""
    start = asked.end - len(asked.said)
    words = " ".join(text.raw[start : asked.end].split()).lstrip("-–—•* ")
    words = words[0].upper() + words[1:]
    if words[-1] in ".!?":
        return words
    return words + ("?" if re.match(r"(?:can|could|would|will|may|do|any chance)\b", words.lower()) else ".")


def _bound(asked: Sentence) -> str:
    """How little would do for such a request."""
    plain = asked.said
    if _OPEN_WH.match(plain):
        return "Two lines are plenty."
    if _YES_NO.match(plain):
        return "A yes or no by Friday would do."
    for pattern, bound in (
        (_MEETING, "Fifteen minutes next week would do."),
        (_JUDGING, "Ten minutes would do."),
        (_PASSING, "Any time this week is fine."),
    ):
        if pattern.search(plain):
            return bound
    return "Any time this month is fine."


def _way_out(asked: Sentence) -> str:
    return "No worries if you can't say." if _OPEN_WH.match(asked.said) else "No worries if not."


def _rest(text: Text, span: Span) -> str | None:
    """The sentence around `span` without the string that hangs on it, such as “I'll introduce you to Priya.”."""
    at = next((i for i, s in enumerate(text.sentences) if s.start <= span[0] < s.end), None)
    if at is None:
        return None
    sentence = text.sentences[at]
    before = text.raw[max(sentence.start, sentence.end - len(sentence.said)) : span[0]]
    after = text.raw[span[1] : sentence.end].lstrip(" ,")
    parts = [before, after if _GIVES.match(after.lower()) and not _RETURN.match(text.plain, span[0]) else ""]
    if at and (not before.strip() or _DEMAND.match(before)):
        parts.insert(
            0,
            text.raw[
                text.sentences[at - 1].end - len(text.sentences[at - 1].said) : text.sentences[at - 1].end
            ],
        )
    for part in parts:
        words = " ".join(part.split())
        if words.endswith("?") or _DEMAND.match(words):
            continue
        words = _LOOSE_CONDITION.sub("", words.strip(" ,;:.!?–—-"))
        if len(words.split()) >= 4 and len(words) <= _LONGEST_QUOTE:
            return words[0].upper() + words[1:] + "."
    return None
