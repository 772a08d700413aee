"""The rules for an ask: what each code looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.wording.codes import MOST_WORDS
from netgive_lib.wording.phrases import bounds, brought, easy_no, questions, unbounded, why_you

if TYPE_CHECKING:
    import re

    from netgive_lib.wording.text import Sentence, Span, Text


def requests(text: Text) -> list[Sentence]:
    """The sentences that want something of them."""
    wanting = [sentence for sentence in text.sentences if _wants(sentence)]
    # “Would 15 minutes on Wednesday be possible?” is about a day only where something else is asked.
    return wanting or [s for s in text.sentences if s.is_question and _opens(questions.LOGISTICS, _bare(s))]


def further_questions(text: Text) -> list[Span]:
    """AS2: each question after the first one that needs an answer of its own."""
    asked = [span for sentence in text.sentences for span in _questions(sentence)]
    if len(asked) > 1 and _opens(questions.WRAPPERS, text.plain[slice(*asked[0])]):
        asked = asked[1:]
    return asked[1:]


def has_no_end(text: Text) -> list[Span]:
    """AS3: what has no end, unless a size beside it gives it one."""
    sized = any(bounds.SIZE.search(sentence.plain) for sentence in _bounding(text))
    return [] if sized else text.spans(unbounded.UNBOUNDED)


def is_bounded(text: Text) -> bool:
    """AS4: whether a sentence of the ask, or one that says what is enough, has a size or a day in it."""
    return any(
        bounds.SIZE.search(sentence.plain)
        or bounds.AHEAD.search(sentence.plain)
        # “on Tuesday” may be the day they met.
        or (bounds.DAY.search(sentence.plain) and not bounds.PAST.search(sentence.plain))
        for sentence in _bounding(text)
    )


def has_easy_no(text: Text) -> bool:
    """AS5: whether they may decline or not answer."""
    return text.has(easy_no.EASY_NO)


def says_why_them(text: Text) -> bool:
    """AS6: whether something they did, know, said or are is named."""
    rest = text.without(text.spans(easy_no.EASY_NO) + text.spans(why_you.HOPE))
    return rest.has(why_you.WHY) or text.has(brought.THANKS)


def brings_something(text: Text) -> bool:
    """AS7: whether there is something in it for them."""
    return text.has(brought.GIFT) or text.has(brought.THANKS)


def overlong(text: Text) -> Span | None:
    """AS8: what comes after the last word that fits."""
    if len(text.words) <= MOST_WORDS:
        return None
    return text.words[MOST_WORDS][0], text.words[-1][1]


def _asks(plain: str) -> bool:
    """Whether something is asked already: in “As you know both, which is better?” nothing is before the comma."""
    return (
        _opens(questions.SHORT_QUESTION, plain)
        or questions.QUESTION_START.search(plain) is not None
        or questions.REQUESTS.search(plain) is not None
    )


def _opens(pattern: re.Pattern[str], plain: str) -> bool:
    """Whether `plain` begins with `pattern`, after a greeting or a little word."""
    return pattern.match(plain.lstrip("\"'( -–—*•")) is not None


def _bare(sentence: Sentence) -> str:
    """What is left of a sentence without its greeting: “Hi Sam, how are you?” is “how are you?”."""
    return questions.LEAD_IN.sub("", sentence.plain, count=1)


def _needs_no_answer(sentence: Sentence) -> bool:
    plain = _bare(sentence)
    idle = (questions.PLEASANTRIES, questions.OFFERING, questions.LOGISTICS)
    if questions.OFFERING.match(plain) and unbounded.UNBOUNDED.search(plain):
        return False  # “Could I buy you a coffee and get some advice?”
    if any(_opens(pattern, plain) for pattern in idle) or easy_no.EASY_NO.match(plain):
        return not questions.REQUESTS.search(plain) or bool(
            questions.LOGISTICS.match(plain) or questions.OFFERING.match(plain)
        )
    return False


def _bounding(text: Text) -> list[Sentence]:
    """The sentences that may set a bound: those of the ask, and those such as “Ten minutes would do”."""
    return [
        sentence
        for sentence in text.sentences
        if sentence.is_question
        or sentence.words < 9
        or _wants(sentence)
        or bounds.ENOUGH.search(sentence.plain)
    ]


def _wants(sentence: Sentence) -> bool:
    if sentence.is_question:
        return not _needs_no_answer(sentence)
    plain = easy_no.EASY_NO.sub(" ", sentence.plain)
    return bool(questions.REQUESTS.search(plain)) or _opens(questions.IMPERATIVE_START, _bare(sentence))


def _questions(sentence: Sentence) -> list[Span]:
    """The separate questions of one sentence; a request without a question mark counts when marked as one more."""
    plain = sentence.plain
    if _needs_no_answer(sentence) or not _wants(sentence):
        return []
    asked = sentence.is_question or questions.QUESTION_START.match(_bare(sentence)) is not None
    if not asked and not questions.ALSO_MARK.search(plain):
        return []
    if sentence.is_question and sentence.words <= 3 and not questions.SHORT_QUESTION.search(plain):
        return []
    starts = [
        0,
        *(m.start() for m in questions.SECOND_IN_SENTENCE.finditer(plain) if _asks(plain[: m.start()])),
    ]
    ends = [*starts[1:], len(plain)]
    return [(sentence.start + a, sentence.start + b) for a, b in zip(starts, ends, strict=True)]
