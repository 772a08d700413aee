"""Names of people, taken apart and compared: whether two can be one person's, and in what way.

Libraries that take names apart (nameparser, probablepeople) expect the English order, and two names are equal to
them only where they are spelled alike: that Wang Xiaoming and Xiaoming Wang, or a maiden name and a married one, can
be the same person's is not their question.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from netgive_lib.sources.name_parts import Script, parse
from netgive_lib.sources.name_words import Relation, family_groups, is_syllabic, relation, skeleton

if TYPE_CHECKING:
    from netgive_lib.sources.name_parts import PersonalName


class Likeness(Enum):
    """How two names are alike, the most telling first. The value says it to the person who decides."""

    SAME = "They have the same name"
    FORMER = "One has a name that the other had before"
    SPELLED = "Their names are two spellings of one"
    REORDERED = "Their names are the same words in another order"
    SHORTER = "One has a part of the other's name"
    NICKNAME = "One has a short form of the other's name"
    CUT = "One may have a short form of the other's name"
    TYPO = "Their names differ by a letter or two"
    INITIAL = "One has only an initial of the other's name"
    ONE_WORD = "One has just one word of the other's name"
    SURNAME_CHANGED = "Their given names are the same, though their family names differ"
    UNTOLD = "Their names can't be compared"
    DIFFERENT = "Their names differ"


_RANK = {likeness: rank for rank, likeness in enumerate(Likeness)}
_LIKENESS = {
    Relation.EQUAL: Likeness.SAME,
    Relation.SPELLED: Likeness.SPELLED,
    Relation.NICKNAME: Likeness.NICKNAME,
    Relation.CUT: Likeness.CUT,
    Relation.TYPO: Likeness.TYPO,
    Relation.INITIAL: Likeness.INITIAL,
}


@lru_cache(maxsize=65_536)
def name_keys(name: str | None) -> tuple[str, ...]:
    """One or two keys of a name; names of the same words, whatever comes first, have one in common.

    >>> name_keys("Hale, Robert"), name_keys("hale robert")
    (('roberthale', 'halerobert'), ('halerobert', 'roberthale'))
    """
    words = parse(name).words
    if not words:
        return ()
    return tuple(dict.fromkeys(("".join(words), "".join(words[1:] + words[:1]))))


def likeness(one: str | None, other: str | None) -> Likeness:
    """How two names are alike.

    >>> likeness("Dr. Zoë Obi", "OBI, ZOE").name, likeness("Bob Hale", "Robert Hale").name
    ('SAME', 'NICKNAME')
    >>> likeness("Ana Lopes", "Rui Lopes").name, likeness("Ana Lopes", "Ana Reis (née Lopes)").name
    ('DIFFERENT', 'FORMER')
    """
    return compare(parse(one), parse(other))


@lru_cache(maxsize=131_072)
def compare(a: PersonalName, b: PersonalName) -> Likeness:
    """How two names that have been taken apart are alike."""
    if not a.words or not b.words:
        return Likeness.UNTOLD
    if Script.HAN in (a.script, b.script):
        return _with_han(a, b)
    if Script.VOWELLESS in (a.script, b.script) and a.script != b.script:
        alike = [*map(skeleton, a.words)] == [*map(skeleton, b.words)]
        return Likeness.SPELLED if alike and len(a.words) > 1 else Likeness.UNTOLD
    forms = [(x, y) for x in _forms(a) for y in _forms(b)]
    found = min((_oriented(x, y) for x, y in forms), key=_RANK.__getitem__)
    if found in (Likeness.SURNAME_CHANGED, Likeness.DIFFERENT) and _by_former_name(a, b):
        return Likeness.FORMER
    return Likeness.UNTOLD if found is Likeness.DIFFERENT and a.script != b.script else found


def _forms(name: PersonalName) -> list[PersonalName]:
    """A name, and the same with a short form that stands beside it in the given name's place."""
    return [name, *(name.renamed((word, *name.words[1:])) for word in name.called if len(name.words) > 1)]


def _oriented(a: PersonalName, b: PersonalName) -> Likeness:
    """The best that two names have in common, either read from its other end unless its order is known."""
    if "".join(a.words) == "".join(b.words):
        return _whole(a)
    turned = {"".join(b.words[1:] + b.words[:1]), "".join(b.words[-1:] + b.words[:-1])}
    if "".join(a.words) in turned:
        found = _whole(a)
        sure = a.ordered or b.ordered or a.eastern or b.eastern
        return Likeness.REORDERED if found is Likeness.SAME and not sure else found
    if len(a.words) == 1 or len(b.words) == 1:
        return _one_word(a, b)
    readings = [(a.words, b.words)]
    readings += [(a.words[1:] + a.words[:1], b.words)] * (not a.ordered)
    readings += [(a.words, b.words[1:] + b.words[:1])] * (not b.ordered)
    return min((_aligned(x, y) for x, y in readings), key=_RANK.__getitem__)


def _whole(name: PersonalName) -> Likeness:
    """What it means that two names are the same: less where they are an initial or a single word."""
    if len(name.words) == 1:
        return Likeness.ONE_WORD
    return Likeness.INITIAL if len(name.words[0]) == 1 or len(name.words[-1]) == 1 else Likeness.SAME


def _one_word(a: PersonalName, b: PersonalName) -> Likeness:
    """What a name of one word has in common with another."""
    word, words = (a.words[0], b.words) if len(a.words) == 1 else (b.words[0], a.words)
    as_given, as_family = relation(word, words[0]), relation(word, words[-1], family=True)
    if max(as_given, as_family) >= Relation.CUT:
        return Likeness.ONE_WORD
    return Likeness.DIFFERENT


def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """What two names of several words, given name first, have in common."""
    given, family = relation(a[0], b[0]), relation(a[-1], b[-1], family=True)
    if given and family:
        return _with_middles(min(given, family), a[1:-1], b[1:-1])
    if given:
        return _other_family(given, a, b)
    if family:
        return _other_given(family, a, b)
    return Likeness.DIFFERENT


def _with_middles(ends: Relation, a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """What names have in common whose ends agree: the words between may be missing, but not others."""
    few, many = sorted((a, b), key=len)
    if a == b:
        return _LIKENESS[ends]
    left = list(many)
    for word in few:
        match = next((other for other in left if relation(word, other)), None)
        if match is None:
            return Likeness.DIFFERENT
        left.remove(match)
    return max(Likeness.SHORTER, _LIKENESS[ends], key=_RANK.__getitem__)


def _other_family(given: Relation, a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """What names with one given name have in common although they end differently."""
    few, many = sorted((a[1:], b[1:]), key=len)
    shared = [any(relation(word, other, family=True) >= Relation.TYPO for other in many) for word in few]
    if all(shared) and len(few) < len(many):
        return max(Likeness.SHORTER, _LIKENESS[given], key=_RANK.__getitem__)
    if given <= Relation.CUT or _is_eastern(a, b):
        return Likeness.DIFFERENT
    return Likeness.SURNAME_CHANGED


def _is_eastern(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names that begin alike are East Asian: there hardly anyone changes the family name."""
    if family_groups(a[0]) and family_groups(b[0]):  # then it is the family name that is alike
        return is_syllabic("".join(a[1:])) or is_syllabic("".join(b[1:]))
    return bool(family_groups(a[-1]) and family_groups(b[-1]))


def _other_given(family: Relation, a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """What names with one family name have in common although they begin differently."""
    by_middle = any(relation(a[0], word) > Relation.CUT for word in b[1:-1])
    if family > Relation.TYPO and (by_middle or any(relation(b[0], word) > Relation.CUT for word in a[1:-1])):
        return Likeness.SHORTER
    if family_groups(a[-1]) and is_syllabic("".join(a[:-1])) != is_syllabic("".join(b[:-1])):
        return Likeness.UNTOLD  # Vincent and Xiaoming: many have an English given name beside their own
    return Likeness.DIFFERENT


def _by_former_name(a: PersonalName, b: PersonalName) -> bool:
    """Whether the family name that one had before is the other's, and the given names agree."""
    if len(a.words) < 2 or len(b.words) < 2 or relation(a.words[0], b.words[0]) < Relation.NICKNAME:
        return False
    return any(
        relation(former, word, family=True) >= Relation.SPELLED
        for x, y in ((a, b), (b, a))
        for former in x.former
        for word in y.words[1:]
    )


def _with_han(a: PersonalName, b: PersonalName) -> Likeness:
    """What names have in common of which one or both are in Han characters, read as Mandarin if need be."""
    if a.script == b.script:
        if a.raw == b.raw:
            return Likeness.SAME if len(a.raw) > 1 else Likeness.ONE_WORD
        return Likeness.SPELLED if a.words == b.words and len(a.words) > 1 else Likeness.DIFFERENT
    han, latin = (a, b) if a.script == Script.HAN else (b, a)
    if len(han.words) < 2 or len(latin.words) < 2:
        return Likeness.UNTOLD
    family = han.words[-1]
    readings = (latin.words, latin.words[1:] + latin.words[:1])
    fitting = [words for words in readings if relation(words[-1], family, family=True)]
    if any("".join(words[:-1]) == han.words[0] for words in fitting):
        return Likeness.SPELLED
    return Likeness.UNTOLD if fitting or not family_groups(family) else Likeness.DIFFERENT


def address_spells(address: str, name: PersonalName) -> bool:
    """Whether a mailbox is named after its owner: with the given name, or an initial and the family name.

    >>> [address_spells(f"{box}@example.com", parse("J. Okafor")) for box in ("jokafor", "okafor")]
    [True, False]
    """
    words = mailbox_words(address)
    if len(name.words) < 2 or not words:
        return False
    given, family = name.words[0], name.words[-1]
    if any(x[0] == given[0] and y == family for x, y in pairwise(words)):
        return True
    together = (given[0] + family, given + family, family + given[0])
    return (len(given) > 1 and given in words) or "".join(words) in together


def is_of_the_family(address: str, name: PersonalName) -> bool:
    """Whether a mailbox is named after the family alone, so that more than one of them may read it.

    >>> [is_of_the_family(f"{box}@example.com", parse("Bob Hale")) for box in ("the.hales", "bob.hale")]
    [True, False]
    """
    box = "".join(mailbox_words(address)).removeprefix("the").rstrip("s")
    return bool(name.words) and box == name.words[-1].rstrip("s")


def mailbox_words(address: str) -> tuple[str, ...]:
    """The words in the name of a mailbox.

    >>> mailbox_words("zoe.obi-2@example.com")
    ('zoe', 'obi')
    """
    box = address.rpartition("@")[0].split("+")[0].replace("_", " ").replace("-", " ").replace(".", " ")
    words = ("".join(filter(str.isalpha, word)) for word in box.casefold().split())
    return tuple(word for word in words if word)
