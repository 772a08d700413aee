"""The rules for an offer: what each code looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.wording.phrases import about_them, disguise, generic, homework, named, strings

if TYPE_CHECKING:
    from netgive_lib.wording.text import Span, Text


def offers_anything(text: Text) -> list[Span]:
    """OF1: the open question always; an open promise only while nothing is named that would fill it."""
    spans = _outside(text.spans(generic.QUESTIONS), text.spans(generic.NOT_GENERIC))
    if not names_something(text):
        spans += text.spans(generic.PROMISES)
    # “Tell me what you need and I'll see what I can do” is OF2 alone: what is wrong there is the homework.
    return _outside(spans, _sentences_with(work_for_them(text), text))


def work_for_them(text: Text) -> list[Span]:
    """OF2: they are told to find what they need, or asked for it."""
    asked = [
        span
        for span in text.spans(homework.QUESTIONS)
        if any(
            s.start <= span[0] < s.end and (s.is_question or span[0] - s.start < 20) for s in text.sentences
        )
    ]
    return asked + text.spans(homework.TELLING)


def names_something(text: Text) -> bool:
    """Whether a thing, a fact or a person is named that they would get."""
    # “Make a list of what you need” names a list, but it is theirs to make.
    rest = text.without(work_for_them(text) + text.spans(generic.QUESTIONS))
    return text.has_link or rest.has(named.NAMED) or _gives_detail(text)


def _gives_detail(text: Text) -> bool:
    """Whether a sentence that isn't the writer's own news, a greeting or a fault has a name or a number in it."""
    faults = text.spans(generic.PROMISES) + work_for_them(text) + text.spans(disguise.ASKS)
    idle = _sentences_with(faults + text.spans(generic.QUESTIONS), text)
    return any(
        sentence.words > 6
        and (sentence.start, sentence.end) not in idle
        and named.DETAIL.search(text.raw, sentence.start, sentence.end)
        and not named.NO_DETAIL.search(sentence.plain)
        and not about_them.SELF.search(sentence.plain)
        for sentence in text.sentences
    )


def not_about_them(text: Text) -> bool:
    """OF4: the writer's own news or product, or a thing for anyone, and no word on why it is for them."""
    rest = text.without(text.spans(about_them.STOCK_YOU))
    if rest.has(about_them.THEM):
        return False
    if text.has(about_them.SELF):
        return True
    return names_something(text) and not text.has(about_them.INVITING)


def attaches_strings(text: Text) -> list[Span]:
    """OF5: it is given only if something comes back."""
    return _outside(text.spans(strings.STRINGS) + text.spans(strings.IF_YOU), text.spans(strings.NO_STRINGS))


def ask_in_disguise(text: Text) -> list[Span]:
    """OF6: the writer would get more out of it than they would."""
    # An open trade is OF5 alone: it hides nothing.
    open_trades = _sentences_with(attaches_strings(text), text)
    return _outside(text.spans(disguise.ASKS), text.spans(disguise.NO_ASKS) + open_trades)


def _sentences_with(spans: list[Span], text: Text) -> list[Span]:
    """The whole sentences in which one of `spans` begins."""
    return [(s.start, s.end) for s in text.sentences if any(s.start <= start < s.end for start, _ in spans)]


def _outside(spans: list[Span], others: list[Span]) -> list[Span]:
    """The spans that share no character with one of `others`."""
    return [span for span in spans if not any(span[0] < end and start < span[1] for start, end in others)]
