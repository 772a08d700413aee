"""A person's name taken apart into words: titles, suffixes, scripts, and which word comes first."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from anyascii import anyascii

from netgive_lib.network import fold
from netgive_lib.sources.name_words import (
    WIDESPREAD,
    cultures,
    family_groups,
    is_syllabic,
    is_syllable,
    joins_given_name,
    word_set,
)

_LONGEST = 200
_VIETNAMESE = word_set("le ho ngo duong ly dinh dao lam trinh vuong")
"""Family names beside those of `data/nicknames.csv`, where most would be taken for words of other languages."""
_LONGER_THAN_A_SYLLABLE = 7
"""In letters: the longest in Vietnamese is "nghieng"; hardly a name is longer than "phuong"."""


_TITLES = word_set(
    "dr mr mrs ms miss mx prof professor sir dame lord lady rev reverend herr frau mme mlle sr sra srta senor senora "
    "ing dipl mag dott avv capt col lt maj sgt hon judge rabbi imam sheikh haji hajji pan pani shri smt dra profa engr "
    "arch phd md mudr mgr phdr rndr judr monsieur madame signor signora hr fru"
)
_GENTLEMEN = word_set("mr herr hr monsieur senor signor sir lord pan shri")
_LADIES = word_set("mrs ms miss frau fru madame mme mlle senora sra srta signora dame lady pani smt")
_DEGREES = word_set(
    "phd dphil md mba emba msc bsc cpa cfa pmp esq rn jd llm llb dds facp frcs frcp obe mbe cbe kbe qc kc mp mfa mph "
    "mpa edd meng beng acca fcca mrcp cissp csc drsc dba frsa ret san sama sensei"
)
_AFTER_A_COMMA = _DEGREES | word_set("ma ba bs ms pe ra faia riba aia ph d m")
_GENERATIONS = {
    **dict.fromkeys(("jr", "jnr", "junior", "filho", "fils", "hijo"), "jr"),
    **dict.fromkeys(("sr", "snr", "senior", "pere", "padre"), "sr"),
    **dict.fromkeys(("ii", "2nd"), "ii"),
    **dict.fromkeys(("iii", "3rd", "neto"), "iii"),
    **dict.fromkeys(("iv", "4th"), "iv"),
}
_PARTICLES = word_set(
    "van von vom der den de del della di da do dos das du la le les el al ul bin bn ibn bint ter ten zu zur af av y e "
    "und"
)
_YOUNGER_OR_ELDER = re.compile(
    r"(?<!\w)(?:(jun|ifj|m[lł]|d\. ?y|d\. ?j)|(?:sen|id|st(?=\.\s*(?:[,)\]]|$))|d\. ?[äÄ]))\.(?=[\s,)\]]|$)",
    re.IGNORECASE,
)
"""Those that are short only with a dot: Jun is a name. St. is an elder one at the end alone."""
_SERVANT_OF = word_set("abd abdal abdel abdol abdul abdur")
"""The beginning of Arabic given names such as Abd al-Rahman, which some write as one word."""
_BESIDE_SOMEONE = word_set(
    "assistant assistante assistent assistente assistentin asistente pa ea secretary secretariat secretaire secretaria "
    "segretaria segreteria sekretariat sekretarin office buro bureau vorzimmer team "
    "family familie famille familia famiglia wife husband mum mom dad mother father widow"
)
"""Who has one of these beside a name is not the person whose name it is."""
_SPECIAL = (
    _TITLES | _BESIDE_SOMEONE | _SERVANT_OF | _DEGREES | _PARTICLES | _GENERATIONS.keys() | {"mc", "mac"}
)
_PRONOUNS = word_set("she her hers he him his they them theirs")

_LATIN = "[A-Za-zÀ-ÖØ-öø-ľŁ-ɏḀ-ỿ]+"  # all but Ŀ, of which folding makes two signs
_PLAIN = re.compile(f"{_LATIN}(?:[ -]{_LATIN})+")
"""Words in Latin letters with nothing else beside them, as nearly all names are."""
_BETWEEN_NAMES = word_set("and und et og och en nee ne geb geborene formerly born ex ph")
"""Small words that say what another name beside them is, and the beginning of Ph D."""
_BESIDE = re.compile(r"[(\[]([^)\]]*)[)\]]|[\"“”„«]([^\"“”„«»]*)[\"“”»]|(?<=\s)['‘]([^'’]+)['’](?=\s|$)")
_BORN = re.compile(
    r"(?:(?<=\s)|(?<=[(\[]))(?:née|nee|né|geb\.?|geborene|formerly|born|ex)[\s-]+"
    r"(?:(?:von|van|vom|der|den|de|del|da|di|do|dos|du|la|le|zu) )*([^\s,()\[\]]+)"
)
_DOTTED = re.compile(
    r"(?<![^\W\d_])(?:h\. ?c\.|(?:ph\.? ?d|d\.phil|m\.d|m\.b\.a|m\.sc|b\.sc|j\.d|ll\.m|m\.a|b\.a)\b\.?(?=\s*(?:,|$)))",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"\s\w+-\w+\s*$")
"""Two syllables at the end, joined: in a Chinese or Korean name they are the given name."""
_ARTICLE = re.compile(r"(?<=\s)ال(?=\w{3})")
"""At the beginning of an Arabic family name, where Latin letters have al- or nothing."""
_UNHEARD = re.compile(r"(?<=\w)[הه]")
"""An H within a word, which would make another letter of the one before: Cohen is k, h, n."""
_AND = re.compile(r"\s(?:(?i:and|und|et|og|och)|en|&|\+)\s")
"""Between two people's names. The Spanish y and the Portuguese e stand between two family names of one.

With a capital, En is a syllable of a Chinese given name: Zhou En Lai."""
_CARE_OF = re.compile(r"\bc/o\b", re.IGNORECASE)
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`´](?=\w)")


_UMLAUT = re.compile("[äöüøÄÖÜØ]|[aouAOU]\N{COMBINING DIAERESIS}")
_WITHOUT_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe"}
)


class Script(Enum):
    """What a name is written in, as far as it matters for reading it."""

    LATIN = "Latin"
    HAN = "Han"
    VOWELLESS = "vowelless"
    """Arabic, Hebrew and Indic scripts: what can be compared are the consonants."""
    OTHER = "other"


class PersonalName(NamedTuple):
    """A name taken apart. All words are folded: see `netgive_lib.network.fold`."""

    words: tuple[str, ...] = ()
    """The given name first and the family name last, as far as can be told; no titles, degrees, particles."""
    script: Script = Script.LATIN
    raw: str = ""
    """A name in Han characters as written, without spaces."""
    generation: str | None = None
    """jr, sr, ii, iii or iv: who is one of these is not another."""
    former: frozenset[str] = frozenset()
    """Family names that the person had before, or may have had."""
    called: frozenset[str] = frozenset()
    """What stands in quotes or brackets beside the name."""
    addressed: str | None = None
    """mr or mrs; both, for a couple; beside, for an assistant, an office or a family: one of these is not another."""
    ordered: bool = False
    """Whether a comma or the script tells which word is the family name."""
    plain: tuple[str, ...] = ()
    """The words as they are spelled where there are no umlauts, Mueller for Müller; empty if the name has none."""

    @property
    def spellings(self) -> frozenset[tuple[str, ...]]:
        """The words in each way in which they may be spelled."""
        return frozenset({self.words, self.plain or self.words})

    @property
    def eastern(self) -> bool:
        """Whether the name has a Chinese, Japanese, Korean or Vietnamese family name at either end."""
        return bool(self.words) and bool(family_groups(self.words[-1]) or family_groups(self.words[0]))

    @property
    def whole(self) -> bool:
        """Whether it has a given name and a family name in full."""
        return len(self.words) > 1 and len(self.words[0]) > 1 and (len(self.words[-1]) > 1 or self.eastern)

    @property
    def frequent(self) -> bool:
        """Whether two of the name may well be at one place: Ann Smith, Hassan Ali, Zhang Wei, Nguyễn Văn Hùng."""
        if self.script is Script.HAN:
            return len(self.raw) == 2
        if self.words and self.words[-1] in WIDESPREAD:
            return True
        ends = (self.words[0], self.words[-1]) if len(self.words) in (2, 3) else ()
        if any(end in _VIETNAMESE or "Vietnamese" in cultures(end) for end in ends):
            return max(map(len, self.words)) < _LONGER_THAN_A_SYLLABLE
        if len(ends) < len(self.words) or not ends:
            return False
        return any(joins_given_name(x) and is_syllable(y) for x, y in (ends, ends[::-1]))

    def renamed(self, words: tuple[str, ...]) -> PersonalName:
        """The same name with other words."""
        return self._replace(words=words)

    def with_former(self, family: str) -> PersonalName:
        """The same name with a family name that the person may have had before."""
        return self._replace(former=self.former | {family})


@lru_cache(maxsize=131_072)
def parse(name: str | None) -> PersonalName:
    """A name taken apart.

    >>> parse('Okafor Jr., Dr. James "Jim" K.').words, parse("Okafor Jr., James").generation
    (('james', 'k', 'okafor'), 'jr')
    >>> parse("Wang Xiao-Ming").words, parse("王小明").words
    (('xiaoming', 'wang'), ('xiaoming', '王'))
    """
    text = (name or "")[:_LONGEST]
    if _UMLAUT.search(text):
        plain = parse(unicodedata.normalize("NFC", text).translate(_WITHOUT_UMLAUTS))
        return _parsed(text)._replace(plain=plain.words)
    return _parsed(text)


def _parsed(text: str) -> PersonalName:
    if _PLAIN.fullmatch(text):
        words = fold(text).replace("-", " ").split()
        if _SPECIAL.isdisjoint(words) and _BETWEEN_NAMES.isdisjoint(words):
            hyphened = "-" in text and _HYPHENED.search(text) is not None
            return PersonalName(tuple(_joined(words, ordered=False, hyphened=hyphened)))
    text = unicodedata.normalize("NFC", text)
    script = _script(text)
    if script is Script.HAN:
        return _in_han(text)
    if script is Script.OTHER and any("가" <= letter <= "힣" for letter in text):
        return _in_hangul(text)
    if script is not Script.LATIN:
        text = _UNHEARD.sub("", _ARTICLE.sub("", text.replace("عبد ال", "عبدال")))
        text = re.sub(r"\bכ", "ק", text)
        text = " ".join(anyascii(re.sub("ο[υύ]", "ou", word)) for word in re.findall(r"[^\s,]+|,", text))
        text = re.sub(r"[`']", "", text)
    return _in_words(text, script)


def _script(text: str) -> Script:
    if text.isascii():
        return Script.LATIN
    letters = [ord(letter) for letter in text if letter.isalpha() and ord(letter) > 0x24F]
    letters = [letter for letter in letters if not 0x1E00 <= letter <= 0x1EFF]
    if any(0x3400 <= letter <= 0x9FFF or letter >= 0x20000 for letter in letters):
        return Script.HAN
    if any(0x590 <= letter <= 0x6FF or 0x900 <= letter <= 0xDFF for letter in letters):
        return Script.VOWELLESS
    return Script.OTHER if letters else Script.LATIN


def _in_han(text: str) -> PersonalName:
    """A name in Han characters: the family name, which comes first, as it stands; the given name as read."""
    letters = ("".join(x for x in part if x.isalpha() or x == "々") for part in text.split())
    parts = [part for part in letters if part]
    raw = "".join(parts)
    known = next((n for n in (3, 2, 1) if len(raw) > n and family_groups(fold(raw[:n]))), 1)
    size = len(parts[0]) if len(parts) > 1 else known
    given = "".join(filter(str.isalpha, fold(anyascii(raw[size:]))))
    words = (given, fold(raw[:size])) if given else (fold(raw),)
    return PersonalName(words, Script.HAN, raw, ordered=True)


def _in_hangul(text: str) -> PersonalName:
    """A Korean name in its own script: the first syllable is the family name."""
    raw = "".join(letter for letter in text if letter.isalpha())
    given = "".join(filter(str.isalpha, fold(anyascii(raw[1:]))))
    return PersonalName((given, fold(raw[0])) if given else (fold(raw),), Script.OTHER, ordered=True)


def _in_words(text: str, script: Script) -> PersonalName:
    """A name in letters."""
    former = {fold(word) for word in _BORN.findall(text)}
    text = _BORN.sub(" ", text)
    told = ["jr" if short else "sr" for short in _YOUNGER_OR_ELDER.findall(text)]
    text = _YOUNGER_OR_ELDER.sub(" ", text)
    beside = [fold(" ".join(filter(None, groups))) for groups in _BESIDE.findall(text)]
    called = {word for word in beside if word.isalpha() and word not in _PRONOUNS | _SPECIAL}
    hyphened = _HYPHENED.search(text) is not None
    parts = [part for part in map(_split, _DOTTED.sub("", _BESIDE.sub(" ", text)).split(",")) if part]
    # The first word of all is a title if it can be one: Sr. Juan Pérez is no senior.
    suffixes = [word for i, part in enumerate(parts) for word in part[i == 0 :] if word in _GENERATIONS]
    told += [
        _GENERATIONS[word]
        for word in (*suffixes, *(word.strip(".") for word in beside))
        if word in _GENERATIONS
    ]
    parts = [
        [word for j, word in enumerate(part) if (i, j) == (0, 0) or word not in _GENERATIONS]
        for i, part in enumerate(parts)
    ]
    tail = [part for part in parts[1:] if not _AFTER_A_COMMA.issuperset(part)]
    written = [word for part in (*tail, *parts[:1]) for word in part]
    titles = [] if script is Script.VOWELLESS else _titles(written)  # MS may be the consonants of Moshe
    words = _without_degrees(written[len(titles) :])
    return PersonalName(
        tuple(_joined(words, bool(tail), hyphened) if len(words) > 1 else words),
        script,
        generation=told[0] if told else None,
        addressed=_addressed(text, beside, titles),
        former=frozenset(former | called),
        called=frozenset(called),
        ordered=bool(tail),
    )


def _split(part: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(_APOSTROPHES.sub("", part)))


def _titles(words: list[str]) -> list[str]:
    """The titles that a name begins with: Pan Wei is no Mr Wei."""
    most = len(words) - (2 if len(words) == 2 and family_groups(words[0]) else 1)
    return [*takewhile(_TITLES.__contains__, words[:most])]


def _without_degrees(words: list[str]) -> list[str]:
    """The words of a name without what comes after it, and without van, de and the like."""
    while len(words) > 2 and words[-1] in _DEGREES:
        words = words[:-1]
    kept: list[str] = []
    for i, word in enumerate(words):
        servant = len(kept) == 1 and kept[0] in _SERVANT_OF and len(words) > 2 and len(word) > 1
        if servant or (kept and kept[-1] in ("mc", "mac")):
            kept[-1] += word
        elif not (0 < i < len(words) - 1 and word in _PARTICLES):
            kept.append(word)
    return kept


def _addressed(text: str, beside: list[str], titles: list[str]) -> str | None:
    """Whether a name is a couple's, or of someone's assistant, office or family; else Mr or Mrs, if titles tell."""
    words = {*_split(text), *(word for each in beside for word in each.split())}
    if len(words) > 1 and (_CARE_OF.search(text) or not _BESIDE_SOMEONE.isdisjoint(words)):
        return "beside"
    mr, mrs = not _GENTLEMEN.isdisjoint(titles), not _LADIES.isdisjoint(titles)
    if _AND.search(text) or (mr and mrs):
        return "both"
    return "mr" if mr else "mrs" if mrs else None


def _joined(words: list[str], ordered: bool, hyphened: bool) -> list[str]:
    """The words with an East Asian family name last, and the syllables of its given name as one word."""
    leads = not ordered and _leads(words, hyphened)
    if leads:
        words = words[1:] + words[:1]
    *given, family = words
    sure = ordered or leads or not family_groups(given[0])  # Kim Min Seo may be a Ms Kim or a Ms Seo
    if sure and len(given) > 1 and joins_given_name(family) and all(map(_is_syllable, given)):
        return ["".join(given), family]
    return words


def _is_syllable(word: str) -> bool:
    return len(word) > 1 and is_syllabic(word)


def _leads(words: list[str], hyphened: bool) -> bool:
    """Whether the first word is the family name: it is one, and the others can be a given name."""
    if not family_groups(words[0]) or not all(map(is_syllabic, words[1:])):
        return False
    return hyphened or not family_groups(words[-1])
