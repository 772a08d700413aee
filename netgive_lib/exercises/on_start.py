"""The exercises of the start page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.describe import listed, name_of
from netgive_lib.exercises.replies import lines_of, to_choice, where_they_stand
from netgive_lib.network import fold
from netgive_lib.ties import ties
from netgive_lib.wording import check_offer
from netgive_lib.workshop import Exercise, Feedback

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

_BRINGS = "“Saw this talk on colour in film and thought of your title sequence. Here is the link.”"
_MESSAGES = {
    "“Hi, long time. Can I pick your brain about jobs?”": (
        "That is an ask, and one without an end: hard to answer. What would they get out of it?"
    ),
    "“Hi, how can I help you?”": (
        "It sounds kind, but it hands them the work of finding something. Which one does the thinking?"
    ),
    _BRINGS: "Yes. It is about them, it is ready to use, and it asks for nothing.",
    "“Just checking in.”": (
        "A touch is fine, but there is nothing in it for them yet. Which one brings something?"
    ),
}

FRAME = Exercise(
    name="start-frame",
    question="Which of these messages brings something?",
    kind="choice",
    choices=tuple(_MESSAGES),
    check=to_choice(_BRINGS, _MESSAGES),
    hints=(
        "Read each as if you had received it on a busy day.",
        "Which one could you enjoy without replying?",
    ),
    worked=lambda _network, _today: (
        "The third. Someone thought of them, found one thing, and sent it along. The first asks, the second leaves "
        "the thinking to them, the fourth is only a wave."
    ),
    notice="You thought before you wrote. That is the whole idea: know what you bring, then say hello.",
)

_KINDS = ("touch", "give", "ask", "touch")
_LINES = (
    (
        "“If there is ever anything I can do for you, just say so.”",
        "It sounds like a give. But what do they have after reading it that they did not have before?",
    ),
    (
        "“The paper you were looking for is back in print. I have put two sheets in the post for you.”",
        "They have something in their hands, and nothing is wanted back.",
    ),
    (
        "“So long since the fair. Are you still at the gallery, and do they need someone in the summer?”",
        "It begins like a hello. Read to the end: who is to do something for whom?",
    ),
    ("“Happy birthday, Kofi. I hope there is cake.”", "Nothing is wanted, and nothing is brought."),
)
_MEANT = {
    **dict.fromkeys(("touch", "touches", "contact"), "touch"),
    **dict.fromkeys(("give", "gives", "gave", "given", "gift"), "give"),
    **dict.fromkeys(("ask", "asks", "asked"), "ask"),
}


def _check_kinds(answer: str, network: Network, today: date) -> Feedback:
    del network, today
    said = [_MEANT[word] for word in re.findall(r"[a-z]+", answer.casefold()) if word in _MEANT]
    if len(said) != len(_KINDS):
        return Feedback(
            right=False,
            text=f"Four words are asked for, each of them give, ask or touch, one for each line. I see {len(said)}.",
        )
    wrong = [place for place, kind in enumerate(_KINDS) if said[place] != kind]
    if not wrong:
        return Feedback(right=True, text="Yes. You went by what happens, and not by how it sounds.")
    first = wrong[0]
    return Feedback(
        right=False,
        text=f"{len(_KINDS) - len(wrong)} of 4 are right. Look at line {first + 1} again. {_LINES[first][1]}",
    )


KINDS = Exercise(
    name="start-kinds",
    question=(
        "Everything that passes between two people is a give, an ask or a touch. Which is each of these? "
        "Write four words, in the order of the lines.\n"
        + "\n".join(f"{number}. {line}" for number, (line, _) in enumerate(_LINES, 1))
    ),
    kind="text",
    check=_check_kinds,
    hints=(
        "A give leaves something with them, an ask wants something of them, a touch is contact that does neither.",
        "Two of the lines are dressed up as something else. One kind is there twice.",
    ),
    worked=lambda _network, _today: (
        "Touch, give, ask, touch. The first is kind, but nothing has passed yet. The second leaves two sheets of paper "
        "with them. The third is an ask behind a hello. The fourth is a wave, which is fine."
    ),
    notice="An offer of anything at all counts as a touch. It becomes a give when you say what.",
)

_NO_COUNT = (
    "She found him his flat, he reads all her drafts. Each of them says that they got the better deal."
)
_STORIES = {
    "They write down what each gave, and make it even every December.": (
        "Then it is a bill. Splitting the tab means that nobody has to count. Who of them does not?"
    ),
    _NO_COUNT: "Yes. Different things, at different times, and both are glad of it.",
    "She always pays, finds and arranges. He is grateful, and says so every time.": (
        "Warm, but one of them carries the whole tab. Where do both bring something?"
    ),
    "Neither has ever needed anything from the other, so nobody owes anything.": (
        "Nothing is owed, and nothing ever passed: there is no tab to split. Where does something pass?"
    ),
}

SPLIT = Exercise(
    name="start-split",
    question="Ana and Tomás have been friends for ten years, and the tab is split. Which is their story?",
    kind="choice",
    choices=tuple(_STORIES),
    check=to_choice(_NO_COUNT, _STORIES),
    hints=(
        "Think of two friends at a restaurant who have eaten there for years.",
        "Both bring something, and neither keeps a list.",
    ),
    worked=lambda _network, _today: (
        f"“{_NO_COUNT}” What they bring can't be compared, and they don't try. In the first story they keep accounts, "
        "in the third one of them pays for two, in the fourth nothing ever passes."
    ),
    notice=(
        "The map shows who gave more, so that you see for whom to think of something. It is a mirror for you alone, "
        "and no bill to send to anyone."
    ),
)

_HANDED_OVER = "“And if you tell me what else you need, I will see what I can do.”"
_SENTENCES = {
    "“You said that your choir has no room for May.”": (
        "That is the reason why it is for her: it shows that you listened. Leave it in."
    ),
    "“St Anne's is free on Tuesdays, and the echo is long.”": (
        "That is the gift: one place, one day, and she need not look. Leave it in."
    ),
    "“Here is the number of the woman with the keys.”": (
        "That makes it ready to use: one call, and it is done. Leave it in."
    ),
    _HANDED_OVER: "Yes. It asks Mei to think of something, just when you had done the thinking for her.",
}

HANDED_OVER = Exercise(
    name="start-handed-over",
    question=(
        "Find the slip. This message to Mei brings her something, and then one sentence gives her homework. Which one?"
    ),
    kind="choice",
    choices=tuple(_SENTENCES),
    check=to_choice(_HANDED_OVER, _SENTENCES),
    hints=(
        "Take the sentences out one by one. Without which would Mei miss nothing?",
        "Look for the one that she could not answer without sitting down to think.",
    ),
    worked=lambda _network, _today: (
        f"{_HANDED_OVER} The other three say why it is for her, what it is, and how to get it. Cut the last one, and "
        "the message is better and shorter."
    ),
    notice="We add such a sentence to be generous. One finished thing is more generous than a promise of anything.",
)

_WANTED = 3
_ANYTHING = frozenset({"something", "anything", "everything", "whatever", "help", "advice", "support"})
_EXAMPLES = (
    "Ruth: the programme of the letterpress fair",
    "Baraka: a seat at Friday's rehearsal",
    "Li Na: the name of the man who mends accordions",
)


def _parts(line: str) -> tuple[str, str]:
    """The name and the thing of a line, which a colon parts, also one of East Asian text."""
    name, _, thing = line.replace("：", ":").partition(":")
    return name.strip(), thing.strip()


def _problem(line: str, names: list[str]) -> str | None:
    """What is missing in one line of a name and a thing; `names` are those of the lines before."""
    name, thing = _parts(line)
    words = fold(thing).split()
    if not re.search(r"\w", name) or not words:
        return "Write a name, a colon, and what you could bring."
    if fold(name) in names:
        return f"{name} is there already. Think of someone else."
    open_offer = next((found for found in check_offer(thing) if found.code in ("OF1", "OF2")), None)
    if open_offer:
        return f"{open_offer.message} Name one thing."
    if "?" in thing:
        return "That asks them for something. What would they have from it?"
    if len(words) < 3 or _ANYTHING & set(re.findall(r"\w+", fold(thing))):
        return "That could be many things. Which one? Three words or more."
    return None


def _check_three(answer: str, network: Network, today: date) -> Feedback:
    names: list[str] = []
    for number, line in enumerate(lines_of(answer), 1):
        problem = _problem(line, names)
        if problem:
            return Feedback(right=False, text=f"Line {number}: {problem}")
        names.append(fold(_parts(line)[0]))
    if len(names) < _WANTED:
        good = f"{len(names)} so far. " if names else ""
        return Feedback(right=False, text=f"{good}Write {_WANTED - len(names)} more, each on its own line.")
    stand = (where_they_stand(network, today, _parts(line)[0]) for line in lines_of(answer)[:_WANTED])
    return Feedback(right=True, text=f"Now see where they stand. {' '.join(stand)}")


def _worked_three(network: Network, today: date) -> str:
    quiet = (
        ties(network, today)
        .join(network.people.select("id", "name", "emails", "phones", "leave_alone"), on="id")
        .filter((pl.col("ring") <= 3) & ~pl.col("leave_alone").fill_null(value=False))
        .sort(["gap", "id"], descending=[True, False], nulls_last=True)
        .filter(pl.col("gap").is_not_null())
        .head(_WANTED)
    )
    text = f"For instance: {' '.join(f'“{line}.”' for line in _EXAMPLES)}"
    if not quiet.height:
        return f"{text} There is no answer but yours: begin with the face that comes to mind first."
    names = listed(name_of(row) for row in quiet.iter_rows(named=True))
    return f"{text} If nobody comes to mind: in the inner rings here, the longest silence is with {names}."


THREE = Exercise(
    name="start-three",
    question=(
        "Now your own. Without looking at the map, think of three people to whom you have not written for a while. "
        "Write each on a line of its own: the name, a colon, and one thing that would please them. "
        "Then you see where they stand."
    ),
    kind="text",
    check=_check_three,
    hints=(
        "Go through places: the last job, the school, the street, the sport. Who was good to talk to there?",
        "The thing can be small: a link, a name, a photograph, a seat. Name it in three words or more.",
    ),
    worked=_worked_three,
    notice=(
        "Names that come without a list are of people you carry with you. Compare the day of your last contact "
        "with what you would have guessed."
    ),
)

EXERCISES = (FRAME, KINDS, SPLIT, HANDED_OVER, THREE)
"""All of the page, in its order."""
