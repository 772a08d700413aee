"""Why two people should meet, in a sentence that names the facts."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any

from netgive_lib.describe import listed, name_of
from netgive_lib.introductions.facts import employer, guiding_roles
from netgive_lib.network import fold
from netgive_lib.offers.words import a_or_an, called
from netgive_lib.topics.spelling import phrase_form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from netgive_lib.topics import Thesaurus

    Person = Mapping[str, Any]
    Fact = Mapping[str, Any]

_MOST_TOPICS = 2
"""So many topics are named in a sentence."""
_MOST_QUOTED = 90
"""So many letters of what was asked or given are quoted."""
_OFFICE = re.compile(
    r"(?:head|(?:managing )?director|chief|vice|president|chair|ceo|cto|cfo)\b", re.IGNORECASE
)
_WHOLE_OFFICE = re.compile(r"(?:co-?founder|founder|owner|director|head|chair|president)", re.IGNORECASE)
_WITH_THE = re.compile(
    r"(?:museum|university|ministry|department|institute|school|college|academy|bank|office|centre|center) of\b",
    re.IGNORECASE,
)


def why(for_: Person, from_: Person, facts: Sequence[Fact], words: Thesaurus) -> str:
    """What `from_` has for `for_`.

    `facts`: rows of `netgive_lib.introductions.pairs.facts` for this direction, the strongest first; at least one.
    """
    they, other = short_names(for_, from_)
    best = facts[0]
    if best["how"] == "client":
        return (
            f"{other} is a client of yours and cares about {in_sentence(best['topic'], words)}, "
            f"which is {they}'s field."
        )
    end = f"{_guidance(for_, from_, they, other)}."
    if best["asked"]:
        return f"Among what {they} asked of you is {_quoted(best['asked'])}, and {_had(from_, other, best, words)}{end}"
    alike = [fact for fact in facts if _kind(fact) == _kind(best) and 2 * fact["value"] >= best["value"]]
    topics = listed(in_sentence(fact["topic"], words) for fact in alike[:_MOST_TOPICS])
    if best["how"] == "cares" and best["near"] == 1:
        return f"{they} and {other} both care about {topics}{end}"
    return f"{they} cares about {topics}, and {_had(from_, other, best, words)}{end}"


def short_names(a: Person, b: Person) -> tuple[str, str]:
    """What to call two people in one sentence: by their given names, where those differ."""
    one, other = called(a), called(b)
    return (one, other) if fold(one) != fold(other) else (name_of(a), name_of(b))


def _kind(fact: Fact) -> tuple[Any, ...]:
    """What has to be the same in two facts for one sentence to tell both: one thing may serve several topics."""
    if fact["how"] in ("does", "works"):
        return "at work", fact["asked"]
    shared = fact["how"] == "cares" and fact["near"] == 1
    return fact["how"], fact["asked"], None if shared else fact["words"]


def _had(person: Person, name: str, fact: Fact, words: Thesaurus) -> str:
    """What the fact says that someone has."""
    if fact["how"] == "gave":
        return f"among what {name} gave you is {_quoted(fact['words'])}"
    if fact["how"] == "cares":
        return f"{name} {'cares ' if fact['asked'] else ''}about {in_sentence(fact['words'], words)}"
    if not person["title"]:
        return f"{name} works at {_place(fact['words'])}"
    return f"{name} is {job(person['title'], person['organization'], words)}"


def _guidance(for_: Person, from_: Person, they: str, name: str) -> str:
    """What someone further on is to someone junior, as the end of a sentence."""
    if for_["seniority"] != "junior" or from_["seniority"] == "junior":
        return ""
    roles = guiding_roles(from_)
    if roles:
        return f"; {name} has been {a_or_an(roles[0])} to you and could be one to {they}"
    return f"; {name} is further along and could show the way" if from_["seniority"] == "senior" else ""


def _quoted(text: str) -> str:
    return f"“{textwrap.shorten(text.strip().rstrip('.?!'), _MOST_QUOTED, placeholder=' …')}”"


def in_sentence(topic: str, words: Thesaurus) -> str:
    """A topic in the middle of a sentence: "Type design" loses its capital, "UX" and "Hong Kong cinema" keep theirs."""
    topic = topic.strip()
    name = words.names.get(words.key(topic), "")
    ordinary = name and name == name.lower() and topic[1:] == topic[1:].lower() and topic[1:2].isalpha()
    return topic[:1].lower() + topic[1:] if ordinary else topic


def job(title: str, organization: str | None, words: Thesaurus) -> str:
    """A job title as it stands after "is": with the article, and with where it is.

    >>> from netgive_lib.topics import STANDARD
    >>> job("Architect, timber buildings", "Akarsu & Lane", STANDARD)
    'an architect (timber buildings) at Akarsu & Lane'
    >>> job("Illustrator", "Freelance", STANDARD), job("Founder", "Wagtail Bikes", STANDARD)
    ('a freelance illustrator', 'the founder of Wagtail Bikes')
    """
    place = employer(organization)
    role, *more = [part.strip() for part in title.split(",") if part.strip()] or [title]
    if place and not more and _WHOLE_OFFICE.fullmatch(role):
        return f"the {role.lower()} of {_place(place)}"
    plain = _lowered(role)
    if fold(organization or "").startswith("freelance") and "freelance" not in fold(role):
        plain = f"freelance {plain}"
    told = plain if _OFFICE.match(plain) or (" " in plain and plain.istitle()) else a_or_an(plain)
    for part in map(_lowered, more):
        told += f" and {part}" if phrase_form(part) in words.done_by else f" ({part})"
    return f"{told} at {_place(place)}" if place else told


def _place(organization: str) -> str:
    """A place as it stands in a sentence: "the Museum of Small Things"."""
    return f"the {organization}" if _WITH_THE.match(organization) else organization


def _lowered(role: str) -> str:
    """A role without its capital, unless it is written in capitals throughout, as "UX" or "Senior Art Director"."""
    first, *rest = role.split(" ")
    titled = any(word[:1].isupper() for word in rest)
    return role if titled or not first.istitle() else " ".join([first.lower(), *rest])
