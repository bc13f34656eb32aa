"""What is to be done with an item that arrives, given what came before. Pure."""

import hashlib
import json
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nashra.base.newsitem import NewsItem, PubStatus

LONGEST_URI = 500
LONGEST_VERSION = 100
_BLOCK_KEY = re.compile(r'\s*data-block-key="[^"]*"')


class Step(StrEnum):
    """What happens to one item."""

    ADD = "add"
    UPDATE = "update"
    WITHDRAW = "withdraw"
    REMEMBER = (
        "remember"  # cancelled before it ever came: nothing to show, nothing to do, but not to come in later
    )
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of an item that has been here before; `has_story` is False once an editor has
    deleted it.
    """

    version: str
    version_created: datetime | None
    has_story: bool


def decide(item: NewsItem, known: Known | None) -> Step:
    """The step for an item by its identity (`uri` and `version`) and its `pubstatus`."""
    if known is None:
        return Step.REMEMBER if item.pubstatus is PubStatus.CANCELED else Step.ADD
    if not known.has_story or not is_newer(item, known):
        return Step.SKIP
    return Step.UPDATE if item.pubstatus is PubStatus.USABLE else Step.WITHDRAW


def is_newer(item: NewsItem, known: Known) -> bool:
    """Whether an item is a later version than the known one: by number, else by the time it was made."""
    if item.version == known.version:
        return False
    if item.version.isdecimal() and known.version.isdecimal():
        return int(item.version) > int(known.version)
    if item.version_created and known.version_created:
        return item.version_created > known.version_created
    return True


def fault_of(item: NewsItem) -> str:
    """Why an item cannot become a story, as a sentence; empty if it can."""
    if not item.headline:
        return "It has no headline."
    if len(item.uri) > LONGEST_URI:
        return f"Its “uri” is longer than {LONGEST_URI} characters."
    if len(item.version) > LONGEST_VERSION:
        return f"Its “version” is longer than {LONGEST_VERSION} characters."
    return ""


def hold_reason(item: NewsItem, language: str, now: datetime) -> str:
    """Why an item is brought in as a draft although publishing was asked for; empty if it may be published."""
    if item.pubstatus is not PubStatus.USABLE:
        return "The sender withholds it."
    if item.embargoed and item.embargoed > now:
        return f"It is under embargo until {item.embargoed:%Y-%m-%d %H:%M} UTC."
    if item.expires and item.expires <= now:
        return f"The right to show it ended on {item.expires:%Y-%m-%d %H:%M} UTC."
    if item.kind not in {"text", "composite", "story", "article"}:
        return f"Its type is “{item.kind}”, not text."
    if item.language and item.language.partition("-")[0].lower() != language.partition("-")[0].lower():
        return f"It is in “{item.language}”, the edition in “{language}”."
    if not item.body and not item.standfirst:
        return "It has a headline and nothing else."
    return ""


def link_key_of(item: NewsItem) -> uuid.UUID | None:
    """The key an item shares with its versions in other languages, the same wherever and whenever it is
    imported.
    """
    shared = item.alternate_id("same-story")
    if not shared:
        return None
    try:
        return uuid.UUID(shared)
    except ValueError:
        return uuid.uuid5(uuid.NAMESPACE_URL, f"same-story:{shared}")


def name_of(item: NewsItem) -> str:
    """A short name that is the item's own, for an address that another story has already."""
    return hashlib.sha256(item.uri.encode()).hexdigest()[:8]


def digest_of(headline: str, standfirst: str, body: Sequence[Mapping[str, object]]) -> str:
    """A fingerprint of a story's words and markup, the same before and after an editor opens and saves it
    unchanged.
    """
    blocks = [(block.get("type"), block.get("value")) for block in body]
    text = json.dumps([headline, standfirst, blocks], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(_BLOCK_KEY.sub("", text.replace('\\"', '"')).encode()).hexdigest()
