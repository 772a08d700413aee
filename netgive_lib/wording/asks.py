"""The rules for an ask: what each code looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.wording.codes import MOST_WORDS
from netgive_lib.wording.phrases import bounds, brought, easy_no, questions, unbounded, why_you

if TYPE_CHECKING:
    from netgive_lib.wording.text import Pattern, Sentence, Span, Text

_FEW_WORDS = 22
"""A sentence that says what is enough is shorter than this; a longer one tells a story."""

_LEFTOVER_WORDS = 3


def requests(text: Text) -> list[Sentence]:
    """The sentences that want something of them."""
    wanting = [sentence for sentence in text.sentences if _wants(sentence)]
    # “Would 15 minutes on Wednesday be possible?” is about a day only where something else is asked.
    return wanting or [
        s for s in text.sentences if s.is_question and _opens(questions.LOGISTICS, _bare(s.plain))
    ]


def further_questions(text: Text) -> list[Span]:
    """AS2: each question after the first one that needs an answer of its own."""
    asked = [span for sentence in text.sentences for span in _questions(sentence)]
    if len(asked) > 1 and _only_opens(text.plain[slice(*asked[0])]):
        asked = asked[1:]
    if len(asked) == 1 and _comes_on_top(text, asked[0]):
        return asked
    return asked[1:]


def _only_opens(question: str) -> bool:
    """Whether it is only there to lead up to the next one: “Can I ask you something?”."""
    wrapper = questions.WRAPPERS.match(question.lstrip("\"'( -–—*•"))
    return wrapper is not None and len(question[wrapper.end() :].split()) <= _LEFTOVER_WORDS


def _comes_on_top(text: Text, span: Span) -> bool:
    """Whether something was asked before, without a question mark: “I'd like … . And could you …?”."""
    earlier = any(sentence.end <= span[0] for sentence in requests(text))
    return earlier and questions.ON_TOP.search(text.plain, *span) is not None


def has_no_end(text: Text) -> list[Span]:
    """AS3: what has no end, unless a size beside it gives it one."""
    if any(bounds.SIZE.search(sentence.plain) for sentence in _bounding(text)):
        return []
    # “Your feedback got me the job” asks for no feedback.
    thanks = [
        (s.start, s.end) for s in text.sentences if brought.THANKS.search(s.plain) and not s.is_question
    ]
    return text.without(thanks).spans(unbounded.UNBOUNDED)


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
    # “If you need it yourself” says nothing about them, nor does “I hope you had a good summer”.
    outs = [(start, _clause_end(text, end)) for start, end in text.spans(easy_no.EASY_NO)]
    rest = text.without(outs + text.spans(why_you.HOPE) + text.spans(why_you.GIFTED))
    return (
        rest.has(why_you.WHY)
        or rest.has(why_you.THANKED)
        or text.has(brought.THANKS)
        or any(why_you.STATED.match(sentence.said) for sentence in rest.sentences)
    )


def _clause_end(text: Text, start: int) -> int:
    end = questions.CLAUSE_END.search(text.plain, start)
    return end.start() if end else len(text.plain)


def brings_something(text: Text) -> bool:
    """AS7: whether there is something in it for them."""
    return (
        text.has(brought.GIFT)
        or text.has(brought.THANKS)
        or any(brought.GIVEN.search(sentence.plain) for sentence in text.sentences if not _wants(sentence))
    )


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


def _opens(pattern: Pattern, plain: str) -> bool:
    """Whether `plain` begins with `pattern`, after a greeting or a little word."""
    return pattern.match(plain.lstrip("\"'( -–—*•")) is not None


def _bare(plain: str) -> str:
    """What is left of a sentence without its greeting: “Hi Sam, how are you?” is “how are you?”."""
    return questions.LEAD_IN.sub("", plain, count=1)


def _needs_no_answer(sentence: Sentence) -> bool:
    plain = _bare(sentence.plain)
    asked = questions.REQUESTS.search(plain) or questions.QUESTION_START.search(plain)
    if questions.CHECKING.match(sentence.said) and not asked:
        return True  # “You set this up, right?”
    if questions.TAG.search(plain) and not questions.QUESTION_START.match(plain):
        return True  # “It's a big step, isn't it?”
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
        or (sentence.words < 9 and not why_you.STATED.match(sentence.said))
        or _wants(sentence)
        or (sentence.words < _FEW_WORDS and bounds.ENOUGH.search(sentence.plain))
    ]


def _wants(sentence: Sentence) -> bool:
    if sentence.is_question:
        return not _needs_no_answer(sentence)
    if questions.UNMARKED.match(_bare(sentence.plain)) and not sentence.plain.endswith("!"):
        return True  # “who do i ask about a key”
    plain = easy_no.EASY_NO.sub(" ", sentence.plain)
    return bool(questions.REQUESTS.search(plain)) or _opens(questions.IMPERATIVE_START, _bare(plain))


def _questions(sentence: Sentence) -> list[Span]:
    """The separate questions of one sentence; a request without a question mark counts when marked as one more."""
    plain = sentence.plain
    if _needs_no_answer(sentence) or not _wants(sentence):
        return []
    asked = sentence.is_question or questions.QUESTION_START.match(_bare(plain)) is not None
    if not asked and not questions.ALSO_MARK.search(plain):
        return []
    if sentence.is_question and sentence.words <= 3 and not questions.SHORT_QUESTION.search(plain):
        return []
    more = [m.start() for m in questions.SECOND_IN_SENTENCE.finditer(plain) if _asks(plain[: m.start()])]
    if questions.FIRST_OF_THEM.search(plain):
        more += [match.start() for match in questions.ENUMERATED.finditer(plain)]
    for match in questions.LET_ME_KNOW.finditer(plain):
        before = plain[: match.start()]
        if _asks(before) and not questions.JUDGING.search(before):
            more.append(match.start())
    starts = sorted({0, *more})
    ends = [*starts[1:], len(plain)]
    return [(sentence.start + a, sentence.start + b) for a, b in zip(starts, ends, strict=True)]
