"""The rules for an offer: what each code looks for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from netgive_lib.wording.phrases import about_them, disguise, generic, homework, named, strings, vague

if TYPE_CHECKING:
    from netgive_lib.wording.text import Pattern, Span, Text


_BEFORE = 40
"""How many characters before a verb say who is to do it."""


class Offer:
    """An offer as it is read, one property a code; what several codes rest on is looked for once."""

    def __init__(self, text: Text) -> None:
        self._text = text

    @cached_property
    def is_generic(self) -> list[Span]:
        """OF1: the open question always; an open promise only while nothing is named that would fill it."""
        found = _outside(self._spans(generic.QUESTIONS), self._spans(generic.NOT_GENERIC))
        if not self.names_something:
            found += _outside(self._spans(generic.PROMISES), self._sentences_with(self._favours))
        if self.works_them:
            found = _outside(found, self._spans(generic.SEEING))
        # “Tell me what you need and I'll see what I can do” is OF2 alone: what is wrong there is the homework.
        return _outside(found, self._sentences_with(self.works_them))

    @cached_property
    def works_them(self) -> list[Span]:
        """OF2: they are told to find what they need, or asked for it."""
        return self._homework + ([] if self.names_something else self._open_homework)

    @cached_property
    def names_something(self) -> bool:
        """OF3: whether a thing, a fact or a person is named that they would get."""
        enough = 1 if self._is_trade else named.ENOUGH_WORDS
        return self._text.has_link or self._names_a_thing or self._telling_words() >= enough

    @cached_property
    def is_not_about_them(self) -> bool:
        """OF4: the writer's own news or product, or a thing for anyone, and no word on why it is for them."""
        if self._speaks_of_them:
            return False
        if self._is_trade and self._text.has(about_them.YOU):
            return False
        if (self.is_generic or self.works_them) and not self.names_something:
            return False  # “Do not hesitate to use my services”: there is nothing yet that could be about anyone.
        if about_them.NAMED.match(self._text.plain) and not self._text.has(about_them.FIRST_PERSON):
            return False  # “Pavel, the tram is off”: told to one person, and not about the writer.
        rest = self._text.without(self._favours_to_the_end + self._spans(generic.QUESTIONS))
        if rest.has(about_them.SELF):
            return True
        if self._text.has(about_them.INVITING) or self.attaches_strings or self._favours:
            return False
        news = rest.has(about_them.FIRST_PERSON) and not self._text.has(about_them.PLANS)
        needed = 1 if news else named.ENOUGH_WORDS
        return self.names_something or self._telling_words(own_news=True) >= needed

    @cached_property
    def attaches_strings(self) -> list[Span]:
        """OF5: it is given only if something comes back."""
        found = self._spans(strings.STRINGS, strings.DUTIES)
        found = _outside(found + self._conditions, self._spans(strings.NO_STRINGS))
        found = _outside(found + self._spans(strings.TRADES), self.works_them)
        return [self._to_clause_end(span) for span in found or self._spans(strings.TAGS)]

    @cached_property
    def asks_in_disguise(self) -> list[Span]:
        """OF6: the writer would get more out of it than they would."""
        # An open trade is OF5 alone: it hides nothing. Nor does a call to think what would help them.
        return [] if self.attaches_strings else _outside(self._favours, self._sentences_with(self.works_them))

    @cached_property
    def _homework(self) -> list[Span]:
        """What is homework whatever else is said, such as “What do you need?”."""
        asked = [
            span
            for span in self._spans(homework.QUESTIONS)
            if any(
                s.start <= span[0] < s.end and (s.is_question or span[0] - s.start < 20)
                for s in self._text.sentences
            )
        ]
        # “Tell me what you think of my novel” is a favour, not a search for what they need.
        return asked + _outside(self._spans(homework.TELLING), self._verdicts)

    @cached_property
    def _open_homework(self) -> list[Span]:
        """Open questions and calls to think, which are homework only while nothing is named."""
        asks = self._spans(disguise.ASKS)
        # In “Could you tell me how you chose it?” the question is part of an ask.
        questions = [
            span
            for span in self._spans(homework.OPEN_QUESTIONS)
            if not any(s.start <= ask[0] < span[0] < s.end for s in self._text.sentences for ask in asks)
        ]
        told = [
            (start, end)
            for start, end in self._spans(homework.OPEN_TELLING)
            if not homework.I_TELL.search(self._text.plain, max(0, start - _BEFORE), start)
        ]
        telling = _outside(told, asks + self._verdicts)
        return _outside(questions + telling, self._spans(generic.QUESTIONS, homework.HOW_I_HELP))

    @cached_property
    def _favours(self) -> list[Span]:
        """What they are to do for the writer."""
        found = self._spans(disguise.ASKS, disguise.FAVOURS, disguise.NEEDS) + self._verdicts
        return _outside(found, self._spans(disguise.NO_ASKS) + self._conditions)

    @cached_property
    def _verdicts(self) -> list[Span]:
        """What they are to say of the writer's own work."""
        return self._spans(disguise.VERDICTS) if self._text.has(disguise.OWN_WORK) else []

    @cached_property
    def _conditions(self) -> list[Span]:
        return _outside(self._spans(strings.IF_YOU), self._spans(strings.NO_STRINGS))

    @cached_property
    def _speaks_of_them(self) -> bool:
        """Whether something is said about them, beyond what is said to anyone (“hope you are well”)."""
        return self._text.without(self._spans(about_them.STOCK_YOU)).has(about_them.THEM)

    @cached_property
    def _is_for_them(self) -> bool:
        return self._speaks_of_them or self._text.has(about_them.INVITING)

    @cached_property
    def _names_a_thing(self) -> bool:
        # “Make a list of what you need” names a list, but it is theirs to make.
        faults = self._spans(generic.QUESTIONS, generic.PROMISES) + self._favours_to_the_end
        rest = self._text.without(faults + self._sentences_with(self._homework + self._open_homework))
        if rest.has(named.GIFTS):
            return True
        if not self._speaks_of_them and rest.has(named.WARES) and rest.has(named.ON_OFFER):
            return True
        # “I passed the exam” is only news where nothing is said of them.
        things = [
            match["named"]
            for match in rest.matches(named.GIVING)
            if self._is_for_them or match["verb"].startswith(named.SHOWING)
        ]
        things += [match["named"] for match in rest.matches(named.DOING)]
        return any(vague.telling_words(words) for words in things)

    def _telling_words(self, *, own_news: bool = False) -> int:
        """How many words name something, outside small talk and faults and, unless `own_news`, own news."""
        about_me = self._text.has(about_them.FIRST_PERSON) and not self._is_for_them
        # What is traded is a thing for them, even where nothing else is said of them.
        if not own_news and about_me and not self._is_trade:
            return 0
        faults = self._spans(generic.PROMISES, generic.QUESTIONS) + self._homework + self._open_homework
        # In “you write me one, I'll write you one” the favour is the price, and what is given stands beside it.
        asked = [] if self._is_trade else self._favours_to_the_end
        rest = self._text.without(self._clauses_with(faults) + asked)
        said = [_after_small_talk(sentence.said) for sentence in rest.sentences]
        return sum(
            vague.telling_words(words if self._is_trade else named.TOPIC.sub(" ", words)) for words in said
        )

    @cached_property
    def _is_trade(self) -> bool:
        return bool(self._conditions + self._spans(strings.STRINGS, strings.DUTIES, strings.TRADES))

    @cached_property
    def _favours_to_the_end(self) -> list[Span]:
        """Each favour with the rest of its sentence; before “and you could …” something may be given."""
        return [
            (start, s.end)
            for start, _ in self._favours
            for s in self._text.sentences
            if s.start <= start < s.end
        ]

    def _to_clause_end(self, span: Span) -> Span:
        """A condition up to where it ends: “if you put in a word for me with Dan”."""
        if not strings.CONDITION.match(self._text.plain, span[0]):
            return span
        end = strings.CLAUSE_END.search(self._text.plain, span[1])
        return span[0], end.start() if end else len(self._text.plain)

    def _spans(self, *patterns: Pattern) -> list[Span]:
        return [span for pattern in patterns for span in self._text.spans(pattern)]

    def _clauses_with(self, spans: list[Span]) -> list[Span]:
        """The sentences in which `spans` begin, up to a “but”: “If you need more, ring, but two urns are in the hall”."""
        return [
            (start, but.start() if (but := strings.BUT.search(self._text.plain, start, end)) else end)
            for start, end in self._sentences_with(spans)
        ]

    def _sentences_with(self, spans: list[Span]) -> list[Span]:
        """The whole sentences in which one of `spans` begins."""
        return [
            (s.start, s.end)
            for s in self._text.sentences
            if any(s.start <= start < s.end for start, _ in spans)
        ]


def _after_small_talk(said: str) -> str:
    """What comes after “Great to meet you in Leeds, …”."""
    small_talk = named.SMALL_TALK.match(said)
    end = small_talk and strings.CLAUSE_END.search(said, small_talk.end())
    return said[end.start() :] if end else said


def _outside(spans: list[Span], others: list[Span]) -> list[Span]:
    """The spans that share no character with one of `others`."""
    return [span for span in spans if not any(span[0] < end and start < span[1] for start, end in others)]
