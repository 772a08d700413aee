r"""One property of a vCard: its parameters, and its value as text.

>>> name = property_of("N", 2, b";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE", b"Obi;Zo=C3=\n=AB")
>>> name.parts()
['Obi', 'Zoë']
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass

_PARAMETER = re.compile(r';\s*([^=;"]*)(?:=("[^"]*"|[^;]*))?')
_LONGEST_PARAMETERS = 2_000

_CHARSET = re.compile(
    r"utf-?8|iso-?8859-?\d{1,2}|(?:windows|cp|ms)-?\d{3,5}|koi8-?[ru]|shift[_-]?jis|sjis|euc-?(?:jp|kr|cn)"
    r"|gbk|gb2312|gb18030|big5|mac-?roman|macintosh",
    re.IGNORECASE,
)
"""The names that are looked up: Python knows others, such as "undefined", which are no encodings of text."""
_ONE_BYTE = re.compile(r"iso|koi|mac|(?:windows|cp)-?125", re.IGNORECASE)
_SEVERAL = re.compile(r",(?=\S)")
"""Between two names in one part of a name (RFC 6350, 6.2.2); in `Smith, Jr.` the comma is text."""
_CONTROL = {code: None for code in range(32) if code not in (9, 10, 13)}
_BACKSLASH, _SEMICOLON, _COMMA = "\x01", "\x02", "\x03"
"""What escaped characters are written as until the value has been split; `_CONTROL` has removed any other."""
_PLAIN = str.maketrans({_BACKSLASH: "\\", _SEMICOLON: ";", _COMMA: ","})


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a card, such as an e-mail address."""

    name: str
    """In capitals, without its group: `EMAIL` for `item1.EMAIL`."""
    line: int
    types: frozenset[str]
    """In small letters: the values of TYPE and, in 2.1, the parameters without a name."""
    parameters: dict[str, str]
    """The others, by their name in capitals."""
    value: str
    """Decoded, its escaped characters still hidden."""

    @property
    def text(self) -> str:
        """The value as one text."""
        return self.value.translate(_PLAIN).strip()

    @property
    def words(self) -> str:
        """The value on one line."""
        return " ".join(self.text.split())

    def parts(self, between: str = ";") -> list[str]:
        """The parts of the value, between any of the characters `between`."""
        return [part.translate(_PLAIN).strip() for part in re.split(f"[{between}]", self.value)]

    def names(self) -> list[str]:
        """The parts of a name: those that hold several names, `García,López`, with blanks between them."""
        return [_SEVERAL.sub(" ", part).translate(_PLAIN).strip() for part in self.value.split(";")]

    @property
    def rank(self) -> int:
        """1 for the preferred one of its kind, up to 100; 101 where nothing is said (RFC 6350, 5.3)."""
        rank = self.parameters.get("PREF", "")
        if re.fullmatch(r"[0-9]{1,3}", rank):
            return max(1, int(rank))
        return 1 if "pref" in self.types else 101


def property_of(name: str, line: int, parameters: bytes, value: bytes) -> Property:
    """A property from what stands before and after its colon, folded as it is in the file.

    Raises `ValueError`, as a sentence, if the value can't be decoded.
    """
    types, named = _parameters(parameters)
    return Property(name, line, types, named, _text(value, types, named))


def without_folds(raw: bytes) -> bytes:
    """Unfolded, before it is decoded: a line may be folded in the middle of a letter."""
    return re.sub(rb"[\r\n]+[ \t]", b"", raw) if b"\n" in raw or b"\r" in raw else raw


def decoded(raw: bytes, charset: str) -> str:
    """Bytes as text.

    An encoding that is named is believed, but one of a byte a letter only where the bytes are no UTF-8: real text
    in it never looks so, while many programs name one out of habit.
    """
    if raw.isascii():
        return raw.decode("ascii")
    named = [charset] if _CHARSET.fullmatch(charset) else []
    for encoding in ["utf-8", *named] if _ONE_BYTE.match(charset) else [*named, "utf-8"]:
        try:
            return raw.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("cp1252", "replace")


def _parameters(written: bytes) -> tuple[frozenset[str], dict[str, str]]:
    """The types, and the other parameters by name: `;CELL;PREF`, `;TYPE=cell,pref` and `;type="cell"` alike."""
    if not written:
        return frozenset(), {}
    types: set[str] = set()
    parameters = {}
    text = decoded(without_folds(written[:_LONGEST_PARAMETERS]), "")
    for name, value in _PARAMETER.findall(text):
        name, value = name.strip().upper(), value.strip().strip('"')
        if value and name != "TYPE":
            parameters[name] = value
        else:
            types.update(part.strip().lower() for part in (value or name).split(","))
    return frozenset(types), parameters


def _text(raw: bytes, types: frozenset[str], parameters: dict[str, str]) -> str:
    """A value as text, its escaped characters hidden until it has been split."""
    encoding = parameters.get("ENCODING", "").lower()
    if encoding.startswith("quoted") or any(each.startswith("quoted") for each in types):
        raw = binascii.a2b_qp(_unbroken(raw))
    else:
        raw = without_folds(raw)
        if encoding in ("b", "base64") or not types.isdisjoint(("b", "base64")):
            try:
                raw = binascii.a2b_base64(raw)
            except binascii.Error:
                raise ValueError("This is no base64, although it says so. It was left out.") from None
    text = decoded(raw, parameters.get("CHARSET", "").strip())
    if not text.isprintable():
        text = text.translate(_CONTROL).replace("\r\n", "\n").replace("\r", "\n")
    if "\\" in text:
        text = text.replace("\\\\", _BACKSLASH).replace("\\n", "\n").replace("\\N", "\n")
        text = text.replace("\\;", _SEMICOLON).replace("\\,", _COMMA).replace("\\:", ":")
    return text.strip()


def _unbroken(raw: bytes) -> bytes:
    """A quoted-printable value on one line.

    Some programs indent each line after a soft break, most indent none: a blank there is text unless all have it.
    """
    first, *rest = re.split(rb"\r\r?\n|\r|\n", raw)
    if rest and all(line[:1] in (b" ", b"\t") for line in rest):
        rest = [line[1:] for line in rest]
    *broken, last = (first, *rest)
    return b"".join([*(line.removesuffix(b"=") for line in broken), last])
