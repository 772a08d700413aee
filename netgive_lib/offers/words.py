"""Why something fits someone, in one sentence that names the facts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from netgive_lib.describe import day_in_words, listed, name_of
from netgive_lib.topics.spelling import phrase_form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from netgive_lib.topics import Thesaurus

MOST_TOPICS = 2
"""So many topics are named in a sentence."""
_LONGEST_TITLE = 90
_QUIET_DAYS = 180
"""After so many days it is said since when you have brought nothing; ours."""
# A title that starts so is a thing one can have; the first word loses its capital.
_A_THING = re.compile(
    r"(?:an?|the|some|half|my|our|your|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|several)\s",
    re.IGNORECASE,
)
# ... unless it is a whole sentence ("A new fund opens in May").
_SENTENCE = re.compile(
    r"(?!.*\b(?:that|which|who|whom|what|where|when|how|why|to)\b.*\b{0})(?:.*\b{0})".format(
        r"(?:opens?|opened|starts?|begins?|launche[sd]|closes?|closed|is|are|was|were|will|has|wins|won|joins|leaves)\b"
    ),
    re.IGNORECASE,
)
_TELLING = re.compile(r"(?:what|who|why|how|when|where|which|whether)\s", re.IGNORECASE)
_DOING = re.compile(
    r"\w{2,}ing\s+(?:an?|the|my|our|your|their|them|some(?:one|body)(?:'s|’s)?|two|three)\s", re.IGNORECASE
)
# As the reader is spoken to: "my notes" are "your notes", and "someone's name" is theirs.
_SAID_TO_YOU = [
    (re.compile(rf"\b(?:{said})\b", re.IGNORECASE), instead)
    for said, instead in (
        (r"i am|i['’]m|we are|we['’]re", "you are"),
        (r"i was", "you were"),
        (r"i['’]ve|we['’]ve", "you have"),
        (r"myself|ourselves", "yourself"),
        (r"mine|ours", "yours"),
        (r"my|our", "your"),
        (r"me|us|i|we", "you"),
        (r"(?:someone|somebody)['’]s", "their"),
    )
]
_QUESTION = re.compile(
    r"(?:can|could|would|will|may|might|how|what|who|where|when|which|is|are|do|does|should|have)\b",
    re.IGNORECASE,
)
_VOWEL_SOUND = re.compile(r"(?:[aeiou](?!ni[vqcft]|s[eu]|ur|ne\b)|ho(?:ur|nest|nou?r)|heir)", re.IGNORECASE)
_SPELT_VOWEL = re.compile(r"[AEFHILMNORSX](?:[A-Z0-9]|\b)")
_NO_ARTICLE = re.compile(r"(?:head|director|chief|vice|president|chair|owner)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Facts:
    """What a reason is made from."""

    name: str
    """What to call the person in a sentence."""
    seniority: str | None
    links: Sequence[Mapping[str, Any]]
    """Rows of `netgive_lib.offers.scoring.connections` for this pair, the strongest first."""
    ask: str | None
    asked_on: date | None
    you_gave: date | None
    """When you last gave them something."""
    they_gave: date | None
    """When they last gave you something."""


def called(person: Mapping[str, Any]) -> str:
    """What to call someone in a sentence: their given name, else their name."""
    given: str | None = person["given_name"]
    return given.strip() if given and given.strip() else name_of(person)


def why(facts: Facts, kind: str, have: str, today: date, words: Thesaurus) -> str:
    """The reason: what connects them, what you have, and how long it has been. One sentence.

    `have` is what `you_have` says of the asset.
    """
    start = ", and ".join(_about_them(facts, kind, today, words))
    return f"{start}; {have}{how_long(facts, today)}."


def _about_them(facts: Facts, kind: str, today: date, words: Thesaurus) -> list[str]:
    """What is known of them that connects them with it, as the beginning of a sentence, in one or two parts."""
    parts = []
    if facts.ask and facts.asked_on:
        parts.append(f"asked you {when(facts.asked_on, today)} {_asked(facts.ask)}")
    named = [link for link in facts.links if link["via"] == "topics"][:MOST_TOPICS]
    title = next((link for link in facts.links if link["via"] == "title"), None)
    if named:
        parts.append(f"cares about {cares_about(named, words)}")
    elif title:
        parts.append(does(title, words))
    if not parts:
        return [_from_elsewhere(facts)]
    if kind == "latest" and facts.seniority == "senior":
        parts.append("is senior to you")
    if kind == "recognition" and facts.seniority == "junior":
        parts.append("is junior to you")
    first, *more = parts[:2]
    return [f"{facts.name} {first}", *more]


def _from_elsewhere(facts: Facts) -> str:
    link = facts.links[0]
    if link["via"] == "note":
        return f"Your note on {facts.name} says “{clipped(link['words'].rstrip('.'))}”"
    return f"You know {facts.name} from “{link['words']}”"


def cares_about(links: Sequence[Mapping[str, Any]], words: Thesaurus) -> str:
    """Topics in their own spelling; one that only comes near says what it is close to."""
    same = [in_sentence(link["words"], words) for link in links if link["share"] == 1]
    if same:
        return listed(same)
    return f"{in_sentence(links[0]['words'], words)}{_close(links[0], words)}"


def does(link: Mapping[str, Any], words: Thesaurus) -> str:
    """What someone does, from their job title."""
    said = link["words"]
    near = "" if link["share"] == 1 else f", close to {in_sentence(link['about'], words)}"
    if _NO_ARTICLE.match(said):
        return f"is {said[:1].lower()}{said[1:]}{near}"
    form = phrase_form(said)
    if form in words.concept_of and form not in words.done_by:
        return f"works on {in_sentence(said, words)}{near}"
    return f"works as {a_or_an(_plain_case(said))}{near}"


def _close(link: Mapping[str, Any], words: Thesaurus) -> str:
    return "" if link["share"] == 1 else f", which is close to {in_sentence(link['about'], words)}"


def in_sentence(topic: str, words: Thesaurus) -> str:
    """A topic in the middle of a sentence: without its capital where the table writes it without one."""
    topic = topic.strip()
    plain = topic[:1].lower() + topic[1:]
    name = words.names.get(words.key(topic), "")
    return plain if topic[1:] == topic[1:].lower() and name == name.lower() and name else topic


def _plain_case(title: str) -> str:
    """A job title without the capitals of its words; abbreviations keep theirs."""
    return " ".join(w if w[1:] != w[1:].lower() else w.lower() for w in title.split())


def a_or_an(thing: str) -> str:
    """With its article, by sound.

    >>> a_or_an("editor"), a_or_an("UX designer"), a_or_an("university teacher"), a_or_an("MP")
    ('an editor', 'a UX designer', 'a university teacher', 'an MP')
    """
    spelt = thing[:2].isupper() or len(thing) == 1
    vowel = _SPELT_VOWEL.match(thing) if spelt else _VOWEL_SOUND.match(thing)
    return f"{'an' if vowel else 'a'} {thing}"


def _asked(ask: str) -> str:
    said = ask.strip().rstrip(".")
    return f"“{clipped(said)}”" if _QUESTION.match(said) else f"for “{clipped(said)}”"


def you_have(asset: Mapping[str, Any]) -> str:
    """What you have, as a clause about you, with its last day where the title doesn't say it."""
    title = short_title(asset["title"])
    if _A_THING.match(title) and not _SENTENCE.match(title):
        clause = f"you have {_to_you(title)}"
    elif _TELLING.match(title):
        clause = f"you can tell them {_to_you(title)}"
    elif _DOING.match(title):
        clause = f"you thought of {_to_you(title)}"
    else:
        clause = f"you {_VERB[asset['kind']]} “{title}”"
    last = asset["good_until"]
    if last is None or _says_day(title, last):
        return clause
    return f"{clause} (good until {day_in_words(last)})"


_VERB = {
    "news": "have news to pass on:",
    "talk": "have some talk of the trade to pass on:",
    "taste": "have something to share:",
    "invitation": "can ask them along:",
    "introduction": "can make an introduction:",
    "skill": "can do this for them:",
    "latest": "can show them something new:",
    "story": "have a story to tell:",
    "recognition": "can give them recognition:",
}


def short_title(title: str) -> str:
    """A title without what follows a colon or a dash, what ends it in brackets, and its last part after a comma.

    A comma within the first four words, or one that starts a list, stays.
    """
    text = re.split(r":\s|\s[–—]\s|\s*\([^()]*\)$", title.strip())[0].rstrip(".;,! ")
    head, comma, rest = text.partition(", ")
    if comma and len(head.split()) >= 4 and not re.search(r",|\band\b", rest):
        text = head
    return clipped(text, _LONGEST_TITLE)


def clipped(text: str, most: int = 120) -> str:
    """A text in one line, fit to stand in quotation marks, and cut at a word if it is longer than `most`."""
    text = " ".join(text.split()).replace("“", "‘").replace("”", "’")
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def _to_you(title: str) -> str:
    said = title[:1].lower() + title[1:]
    for pattern, instead in _SAID_TO_YOU:
        said = pattern.sub(instead, said)
    return said


def _says_day(title: str, day: date) -> bool:
    month = f"{day:%B}"
    return bool(
        re.search(rf"\b{day.day}(?:st|nd|rd|th)?(?: of)? {month}|{month} {day.day}\b", title, re.IGNORECASE)
    )


def when(day: date, today: date) -> str:
    """A past day, as exactly as one says it.

    >>> from datetime import date
    >>> when(date(2026, 6, 1), date(2026, 11, 2)), when(date(2024, 6, 1), date(2026, 11, 2))
    ('in June', 'in June 2024')
    """
    if day == today:
        return "today"
    return f"in {day:%B}" if day.year == today.year else f"in {day:%B %Y}"


def how_long(facts: Facts, today: date) -> str:
    """How long ago you brought them something, where that is a reason; or that theirs was the last thing."""
    gave, got = facts.you_gave, facts.they_gave
    if got and (gave is None or got > gave):
        last = f", and {facts.name} gave you the last thing, {when(got, today)}"
        return last if gave else f"{last}, and has had nothing from you yet"
    if gave is None:
        return ", and have brought them nothing yet"
    if (today - gave).days <= _QUIET_DAYS:
        return ""
    years = today.year - gave.year
    since = f"{gave.year}" if years > 1 else (f"{gave:%B %Y}" if years else f"{gave:%B}")
    return f", and have brought them nothing since {since}"
