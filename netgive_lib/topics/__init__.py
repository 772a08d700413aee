"""Topics: what people care about, matched across spellings, synonyms and neighbouring words."""

from netgive_lib.topics.thesaurus import (
    CLOSE,
    STANDARD,
    Thesaurus,
    how_many_care,
    related,
    thesaurus_of,
    topic_key,
)

__all__ = [
    "CLOSE",
    "STANDARD",
    "Thesaurus",
    "how_many_care",
    "related",
    "thesaurus_of",
    "topic_key",
]
