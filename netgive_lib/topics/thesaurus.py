"""Topics: what people care about, matched across spellings, synonyms and neighbouring words.

The words come from `data/topics.csv`: a topic a row, with its synonyms (`same`), narrower terms (`kinds`),
neighbouring topics (`related`) and what people are called who do it (`who`). The setting `same topics` of a
network adds lines of your own to it: `letterheads = letter paper` for two words for one thing, and
`letterheads ~ typography` for two things that are close. The terms are those of a thesaurus (ISO 25964-1).
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from netgive_lib.resources import folder
from netgive_lib.topics.spelling import misspellings, phrase_form, word_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from netgive_lib.network import Network

SAME_TOPICS = "same topics"
"""The setting that holds your own lines: `a = b` and `a ~ b`."""
CLOSE = 0.5
"""How far a topic that is related, broader or narrower counts for the topic itself; ours."""
_MOST_REMEMBERED = 50_000
"""So many texts are kept with the topics around them, for some 10 MB."""
_LONGEST = 4
"""The most words of a topic that is looked for in running text."""
# Topics whose name, alone in a sentence, mostly means something else ("running late", "light lunch").
_PLAIN_WORDS = """
    running writing reading walking drawing singing riding eating speaking planning growth light type print prints
    paper code content copy product projects operations sound video media space style shorts lean legal nature
    impact products models motion stage books book cat dog learning training presenting building song post prizes
    materials glass money history design art sport strategy research science travel production children kids family
    families painting contracts shops boats fees rates jobs talks event conferences portraits lenses reels reel comp
    """
_TOO_PLAIN = frozenset(phrase_form(word) for word in _PLAIN_WORDS.split())
# The last word of a job title, and the last word of what it is about.
_JOB_PAIRS = """
    designer=design developer=development engineer=engineering journalist=journalism writer=writing editor=editing
    producer=production teacher=teaching maker=making photographer=photography animator=animation scientist=science
    researcher=research historian=history architect=architecture critic=criticism manager=management
    analyst=analysis builder=building director=direction
    """
_FIELD_OF_JOB = {job: work for job, _, work in (pair.partition("=") for pair in _JOB_PAIRS.split())}
_TITLE_PARTS = re.compile(r"\s*(?:[,/|;&()–—]|\s-\s|\band\b|\bof\b|\bin\b|\bfor\b)\s*", re.IGNORECASE)
_EMPLOYER = re.compile(r"(?:\s+at|\s*@)\s.*", re.IGNORECASE | re.DOTALL)
_RANK = re.compile(
    r"^(?:(?:senior|junior|lead|principal|staff|chief|head|deputy|assistant|associate|executive|freelance"
    r"|former|retired|student|vice|global|group|independent|sr\.?|jr\.?)\s+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Thesaurus:
    """Which words mean the same topic, and which topics are close to each other."""

    concept_of: Mapping[str, str]
    """Form of a word or phrase -> the form that stands for its topic."""
    close_to: Mapping[str, frozenset[str]]
    """Form of a topic -> those of the topics close to it; holds in both directions."""
    done_by: Mapping[str, str]
    """Form of what someone is called ("type designer") -> the form of the topic."""
    names: Mapping[str, str]
    """Form of a topic -> its name."""
    _around: dict[str, dict[str, float]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _slips(self) -> dict[str, str]:
        """Misspelt form -> the form that is surely meant."""
        meant: dict[str, set[str]] = defaultdict(set)
        for form in self.concept_of:
            for slip in misspellings(form):
                meant[slip].add(form)
        return {
            slip: next(iter(forms))
            for slip, forms in meant.items()
            if len(forms) == 1 and slip not in self.concept_of
        }

    def key(self, text: str) -> str:
        """What stands for the topic that `text` names: the same for all ways to write it; "" for no text."""
        form = phrase_form(text)
        if form in self.concept_of:
            return self.concept_of[form]
        meant = self._slips.get(form) or next((s for s in _doubled(form) if s in self.concept_of), None)
        return self.concept_of[meant] if meant else form

    def around(self, text: str) -> dict[str, float]:
        """Keys of topics that a thing about `text` would also please: 1 for itself, less for those close to it.

        A phrase that the table doesn't hold is a kind of what its last words name: "Arabic lettering" is
        lettering.
        """
        around = self._around.get(text)
        if around is None:
            key = self.key(text)
            around = dict.fromkeys(self.close_to.get(key, ()), CLOSE)
            words = word_forms(text)
            if key not in self.close_to and key not in self.names:
                heads = ("".join(words[start:]) for start in range(1, len(words)))
                around |= dict.fromkeys(
                    [self.concept_of[head] for head in heads if head in self.concept_of][:1], CLOSE
                )
            around[key] = 1.0
            if len(self._around) >= _MOST_REMEMBERED:  # all of a class ask the one table
                self._around.clear()
            self._around[text] = around
        return around

    def related(self, a: str, b: str) -> float:
        """How far a thing about `a` is about `b`, and the other way round: 1, `CLOSE` or 0."""
        one, other = self.key(a), self.key(b)
        if not one or not other:
            return 0.0
        return max(self.around(a).get(other, 0.0), self.around(b).get(one, 0.0))

    def mentioned(self, text: str, also: Mapping[str, str] | None = None) -> frozenset[str]:
        """The keys of the topics that a running text names; the longest phrase wins.

        `also` maps forms of further words to keys. A word that mostly means something else in a sentence
        ("running", "light") isn't taken for the topic.
        """
        words = word_forms(text)
        found: set[str] = set()
        at = 0
        while at < len(words):
            for size in range(min(_LONGEST, len(words) - at), 0, -1):
                form = "".join(words[at : at + size])
                key = (also or {}).get(form) or self.concept_of.get(form) or self.done_by.get(form)
                if key and not (size == 1 and (form in _TOO_PLAIN or len(form) < 3)):
                    found.add(key)
                    at += size - 1
                    break
            at += 1
        return frozenset(found)

    def topics_of_title(self, title: str) -> list[tuple[str, str]]:
        """What a job title says about what someone does: (the words in the title, the topic's name), each once.

        >>> STANDARD.topics_of_title("Senior UX Designer, accessibility")
        [('UX Designer', 'UX'), ('accessibility', 'accessibility')]
        """
        found: dict[str, tuple[str, str]] = {}
        title = _EMPLOYER.sub("", title)
        whole = self.done_by.get(phrase_form(title))
        parts = [title] if whole else [part for part in _TITLE_PARTS.split(title) if part]
        for part in parts:
            words = part if whole else _RANK.sub("", part).strip()
            *first, last = words.casefold().split() or [""]
            form = phrase_form(words)
            field_form = phrase_form(" ".join([*first, _FIELD_OF_JOB.get(last, last)]))
            key = self.done_by.get(form) or self.concept_of.get(form) or self.concept_of.get(field_form)
            if key:
                found.setdefault(key, (words, self.names[key]))
        return list(found.values())

    def extended(self, lines: str) -> Thesaurus:
        """With your own lines, each `a = b` or `a ~ b`; a line that is neither is passed over."""
        if not lines.strip():
            return self
        rows = [
            {"topic": self.names.get(self.key(a), a), "same" if sign == "=" else "related": b}
            for a, sign, b in _own_lines(lines)
        ]
        return _thesaurus([*_standard_rows(), *rows])


def _doubled(form: str) -> Iterator[str]:
    """The form with one of each pair of equal letters left out: what "typpography" may mean."""
    if len(form) > 8:
        yield from (form[:i] + form[i + 1 :] for i in range(1, len(form)) if form[i] == form[i - 1])


def _own_lines(lines: str) -> Iterator[tuple[str, str, str]]:
    for line in lines.splitlines():
        found = re.fullmatch(r"\s*([^=~]+?)\s*([=~])\s*([^=~]+?)\s*", line)
        if found:
            yield found[1], found[2], found[3]


@lru_cache(maxsize=1)
def _standard_rows() -> tuple[dict[str, str], ...]:
    with (folder("data") / "topics.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _terms(row: Mapping[str, str], column: str) -> list[str]:
    return [term for term in re.split(r"\s*;\s*", (row.get(column) or "").strip()) if term]


def _thesaurus(rows: Iterable[Mapping[str, str]]) -> Thesaurus:
    """The thesaurus of these rows. A later row that joins two topics makes them one."""
    rows = list(rows)
    joined: dict[str, str] = {}
    names: dict[str, str] = {}

    def root(form: str) -> str:
        while joined.setdefault(form, form) != form:
            form = joined[form]
        return form

    for row in rows:
        top = phrase_form(row["topic"])
        names.setdefault(root(top), row["topic"])
        for term in _terms(row, "same"):
            joined[root(phrase_form(term))] = root(top)
    close: dict[str, set[str]] = defaultdict(set)
    done_by: dict[str, str] = {}
    for row in rows:
        top = root(phrase_form(row["topic"]))
        for term in (*_terms(row, "kinds"), *_terms(row, "related")):
            other = root(phrase_form(term))
            names.setdefault(other, term)
            if other != top:
                close[top].add(other)
                close[other].add(top)
        done_by |= {phrase_form(term): top for term in _terms(row, "who")}
    concept_of = {form: root(form) for form in list(joined) if form}
    return Thesaurus(concept_of, {key: frozenset(others) for key, others in close.items()}, done_by, names)


STANDARD = _thesaurus(_standard_rows())
"""The topics of `data/topics.csv`."""


@lru_cache(maxsize=8)
def _extended(lines: str) -> Thesaurus:
    return STANDARD.extended(lines)


def thesaurus_of(network: Network) -> Thesaurus:
    """The standard topics with the network's own lines, from its setting `same topics`."""
    return _extended(network.setting(SAME_TOPICS))


def topic_key(text: str, thesaurus: Thesaurus = STANDARD) -> str:
    """What stands for the topic that `text` names, the same for every way to write it.

    >>> topic_key("Artificial Intelligence") == topic_key("AI")
    True
    """
    return thesaurus.key(text)


def related(a: str, b: str, thesaurus: Thesaurus = STANDARD) -> float:
    """How far two topics are one: 1 for the same, `CLOSE` for neighbours, 0 for others. Symmetric.

    >>> related("colour", "Colors"), related("typography", "type design"), related("jazz", "tax")
    (1.0, 0.5, 0.0)
    """
    return thesaurus.related(a, b)


def how_many_care(network: Network, thesaurus: Thesaurus | None = None) -> tuple[int, Counter[str]]:
    """How many of the others have topics at all, and how many care about each topic, by its key."""
    words = thesaurus or thesaurus_of(network)
    named = [topics for topics in network.others["topics"].to_list() if topics]
    return len(named), Counter(key for topics in named for key in {words.key(topic) for topic in topics})
