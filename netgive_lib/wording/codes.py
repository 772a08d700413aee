"""The codes of the wording check: what each one means, and a bad and a good example of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["offer", "ask"]
Severity = Literal["error", "warning"]

MOST_WORDS = 125
"""The longest an ask should be, in words. Ours: about what fits on a phone without scrolling."""


@dataclass(frozen=True)
class Rule:
    """One thing that can be wrong with an offer or an ask.

    Attributes:
        code: `OF1` to `OF6` for offers, `AS1` to `AS8` for asks. It never changes its meaning.
        name: What is wrong, in a few words.
        severity: An `error` spoils the message; a `warning` weakens it.
        message: What is wrong, in one sentence, for the person who wrote it.
        meaning: When it is found, and when it is not.
        hint: How to do better, with their own words: `{topic}`, a small `{question}` about it, or a
            `{reason}` to send it; `{ask}` (their
            request) with a `{bound}` or a way `{out}` that fits it; `{rest}` (their sentence without the
            fault); or `{count}`.
        fallback: How to do better when the text has no words to take.
        bad: A text with exactly this fault and those that come with it.
        good: The same, said well.

    """

    code: str
    name: str
    severity: Severity
    message: str
    meaning: str
    hint: str
    fallback: str
    bad: str
    good: str

    @property
    def kind(self) -> Kind:
        """Whether it is about an `offer` or an `ask`."""
        return "offer" if self.code.startswith("OF") else "ask"


_OFFERS = (
    Rule(
        code="OF1",
        name="generic",
        severity="error",
        message="This offers help without saying which.",
        meaning=(
            "Help of any kind, at any time: “How can I help you?”, “let me know if you need anything”. "
            "It says nothing "
            "about what you have, and is hard to answer out of the blue. A closing line such as “let me "
            "know if you "
            "need anything else” is fine once you have named something; the open question “How can I "
            "help?” is not."
        ),
        hint=("Name one thing: “I have notes on {topic} that may save you time. Shall I send them?”"),
        fallback=(
            "Name one thing: “You said your lease is ending. I have a list of six studios with prices. Shall "
            "I send it?”"
        ),
        bad="How can I help you?",
        good=(
            "You said that hiring is slow. I know two good data analysts who are looking from June. Shall I "
            "introduce you?"
        ),
    ),
    Rule(
        code="OF2",
        name="work for them",
        severity="error",
        message="This leaves it to them to work out what you could do.",
        meaning=(
            "They are asked to find, list or explain what they need: “What would be useful to you?”, "
            "“tell me what you "
            "need and when”, “have a think about how”. A choice between things you name, a time, or the "
            "file you need "
            "to keep your promise is no work worth the name, and is not found."
        ),
        hint=(
            "Do the thinking yourself, then let them just say yes: “I could spend an hour on {topic} for you "
            "on Friday. Say yes and it's done.”"
        ),
        fallback=(
            "Do the thinking yourself, then let them just say yes: “I could proofread the programme on "
            "Friday. Say yes and it's done.”"
        ),
        bad="Have a think about how we could work together and get back to me.",
        good="I can proofread your festival programme on Friday. Just say yes and it's done.",
    ),
    Rule(
        code="OF3",
        name="nothing concrete",
        severity="error",
        message="Nothing is named that they would get.",
        meaning=(
            "No thing, no fact, no person, no piece of work that they would have after reading it. “Some "
            "ideas”, “a few "
            "thoughts”, “help”, “value” and “something” are not things yet; nor is your own news. It "
            "comes with OF1 "
            "and OF2 when nothing else in the text names a thing."
        ),
        hint=(
            "Say what exactly they get: “I found this about {topic} and thought of you: …”, with a link, a name, "
            "a page of notes, a seat or an hour of work."
        ),
        fallback=(
            "Say what exactly they get: “Here is the page about the new fund for small festivals. It closes "
            "on 30 April.”"
        ),
        bad="I have some ideas that might be interesting for your project.",
        good=(
            "For your festival: the Arts Council opened a fund this morning that closes on 30 April. Here's "
            "the page."
        ),
    ),
    Rule(
        code="OF4",
        name="not about them",
        severity="warning",
        message="This is about you; nothing says why it is for them.",
        meaning=(
            "Your news, your product, your achievements, or a thing that could go to anyone. Something "
            "they said, do, "
            "make or care about has to appear. An invitation, or a thing offered to them (“want to "
            "come?”), is enough "
            "when it isn't your own product. A text that names nothing and tells no news is OF3 alone."
        ),
        hint="Start with them: “You said that … , and so I thought {reason}.”",
        fallback=(
            "Start with them: “You were asking for a way to plan shifts. We built one, and here is a login "
            "for you.”"
        ),
        bad="We've just launched our new analytics platform. It has dashboards and alerts.",
        good=(
            "You were asking how many visitors read to the end. Our new platform shows that, and here is a "
            "free login for you."
        ),
    ),
    Rule(
        code="OF5",
        name="strings attached",
        severity="error",
        message="This gives only if they give back.",
        meaning=(
            "A trade: “in return”, “if you put in a word for me, I'll …”, “and then you could …”, “you "
            "owe me”. "
            "“If you send me the draft, I'll mark it up” is no string: it is what the gift needs. Nor is "
            "“in return for "
            "all your help”, nor “nothing in return”."
        ),
        hint=("Give it freely, and stop there: “{rest}” If you need something, ask for it another day."),
        fallback=(
            "Give it freely, and stop there: “Here is the salary survey. Use it as you like.” Ask another "
            "day."
        ),
        bad="I'll introduce you to Priya if you put in a word for me with Dan.",
        good="I'd like to introduce you to Priya, who is looking for a shop like yours. Shall I?",
    ),
    Rule(
        code="OF6",
        name="an ask in disguise",
        severity="error",
        message="This is an ask, dressed as an offer.",
        meaning=(
            "You would get more out of it than they would: coffee to “hear how you got into …”, a CV “in "
            "case you hear "
            "of anything”, “you could introduce me”. Wanting to hear their news, or what they thought of "
            "what you "
            "gave, is not found."
        ),
        hint=(
            "Ask openly: “Could you tell me, in two lines, {question}? No worries if not.” Or bring "
            "a gift that asks for nothing."
        ),
        fallback=(
            "Ask openly: “Could you spare 15 minutes next week to look at my CV? No worries if not.” Or "
            "bring a gift that asks for nothing."
        ),
        bad="I'd love to take you for coffee and hear how you got into product design.",
        good="Let me buy you a coffee to celebrate your exhibition. Thursday at 4, the place by the canal?",
    ),
)

_GOOD_ASK = (
    "You set the prices for the Kite workshops. Could you tell me in two lines how you chose the "
    "early-bird rate? "
    "Here's our own spreadsheet, in case it's of use to you. No worries if you're busy."
)

_ASKS = (
    Rule(
        code="AS1",
        name="no question",
        severity="error",
        message="This asks for nothing, so there is nothing to say yes to.",
        meaning=(
            "No question and no request; greetings (“How are you?”) and memories (“Remember that talk?”) "
            "are neither. "
            "While it is found, only the length is checked besides: the other codes are about the ask."
        ),
        hint="Ask one thing: “Could you tell me, in two lines, {question}?”",
        fallback="Ask one thing: “Could you tell me, in two lines, how you found your first client?”",
        bad="I'm looking for a job in publishing.",
        good=(
            "Your first novel came out with Fern last year. Could you name one editor there, by Friday? I've "
            "attached the list of reading groups you wanted. No worries if not."
        ),
    ),
    Rule(
        code="AS2",
        name="more than one question",
        severity="warning",
        message="This is a second question; one is easier to answer.",
        meaning=(
            "Two requests, or two questions that each need an answer. Not counted: greetings, “Can I ask you "
            "something?”, a day or time for the same request, an offer (“Shall I send it?”), “yes or no?”."
        ),
        hint="Keep the question that matters most, and save this one for another day.",
        fallback="Keep the question that matters most, and save this one for another day.",
        bad="Could you look over my CV? Also, could you introduce me to your boss?",
        good=(
            "You hired three writers last year. Would you tell me by Friday which line of my CV to cut? I've "
            "sent you the Leeds studio list. No worries if not."
        ),
    ),
    Rule(
        code="AS3",
        name="unbounded",
        severity="error",
        message="This has no end: they can't tell what would answer it.",
        meaning=(
            "“Pick your brain”, “any advice”, “your thoughts”, “a chat sometime”. With a size beside it "
            "(15 minutes, "
            "two lines, page 3, A or B) it has an end, and is not found; a date alone does not give it one."
        ),
        hint=("Make it one question: “Could you tell me, in two lines, {question}?”"),
        fallback="Make it one question: “Could you tell me, in two lines, what you would do first?”",
        bad="Can I pick your brain about pricing?",
        good=_GOOD_ASK,
    ),
    Rule(
        code="AS4",
        name="no size or date",
        severity="warning",
        message="This doesn't say how much it takes, or by when.",
        meaning=(
            "No bound in effort (15 minutes, two lines, one name, yes or no, A or B) and none in time "
            "(by Friday, next "
            "week). Days in the past (“we met on Tuesday”) don't count."
        ),
        hint=("Say how little would do: “{ask} {bound}”"),
        fallback=(
            "Say how little would do: “Two lines are plenty”, “ten minutes next week”, “a yes or no by "
            "Friday”."
        ),
        bad="Can you read my essay on tidal energy and mark the weak spots?",
        good=(
            "You reviewed for the ERC last year. Would you read page 1 of my essay on tidal energy before 1 "
            "June? I've sent you the Delft data you wanted. No worries if not."
        ),
    ),
    Rule(
        code="AS5",
        name="no easy no",
        severity="warning",
        message="There is no easy way to say no.",
        meaning=(
            "Nothing that makes declining, or not answering, all right. People find it hard to refuse a "
            "direct request, "
            "and so every ask carries a way out. “I know you are busy” alone is none."
        ),
        hint=("Leave a way out: “{ask} {out}”"),
        fallback="Leave a way out: “No worries if not”, “a no is fine”, “feel free to ignore this”.",
        bad="Could you introduce me to Priya Shah by Friday?",
        good=(
            "You know Priya Shah from Acme. Would you introduce me to her by Friday? I've drafted two lines "
            "you can forward. No worries if not."
        ),
    ),
    Rule(
        code="AS6",
        name="no why-you",
        severity="warning",
        message="Nothing says why you ask them and not anyone else.",
        meaning=(
            "No mention of anything they did, know, said, made or are. Praise that fits anyone (“your "
            "expertise”, “your "
            "career”) and “your boss” or “your company” don't count; “your talk on zoning” and “you ran "
            "the Lisbon office” do."
        ),
        hint=(
            "Say what they did, know or made that has to do with it: “You have … , and so I thought of you. {ask}”"
        ),
        fallback="Say why them: “You ran the Lisbon office for three years, and so I thought of you.”",
        bad="Could you spare 15 minutes next week to talk about working in radio? No worries if not.",
        good=(
            "You produced the morning show for years. Could you spare 15 minutes next week on one jingle? "
            "Coffee's on me. No worries if not."
        ),
    ),
    Rule(
        code="AS7",
        name="nothing brought",
        severity="warning",
        message="You bring nothing: no offer, no news, no thanks that means something.",
        meaning=(
            "What counts: a thing you send, made or will do for them; an invitation or a treat; work you "
            "take off them "
            "(“I've drafted two lines to forward”); news for them; thanks that says what came of their "
            "help (“your tip "
            "got me the job”). What doesn't: “thanks in advance”, bare praise, your own CV."
        ),
        hint=(
            "Bring something first: “Here is what I found about {topic}, in case it's of use to you.” Or tell them "
            "what came of their last advice."
        ),
        fallback=(
            "Bring something first: “Here are my notes from the conference you missed.” Or tell them "
            "what came of their last advice."
        ),
        bad=(
            "You moved from law to UX in 2022. Could you tell me in two lines how you chose your course? If "
            "you're too busy, no problem at all."
        ),
        good=(
            "You moved from law to UX in 2022. Could you tell me in two lines how you chose your course? "
            "I've written up the law firms' salary survey for you. If you're too busy, no problem at all."
        ),
    ),
    Rule(
        code="AS8",
        name="too long",
        severity="warning",
        message=f"This is longer than {MOST_WORDS} words.",
        meaning=(
            f"More than {MOST_WORDS} words, counted without the mail you answer to. What comes after them is "
            "marked."
        ),
        hint="Cut {count} words. Keep what you share, what you bring, the one question and the way out.",
        fallback="Keep what you share, what you bring, the one question and the way out.",
        bad=_GOOD_ASK + " I have been thinking about it for a long while now and can't decide." * 8,
        good=_GOOD_ASK,
    ),
)

CODES: dict[str, Rule] = {rule.code: rule for rule in (*_OFFERS, *_ASKS)}
"""Every rule by its code, in the order of the codes."""
