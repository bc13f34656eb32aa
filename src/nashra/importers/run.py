"""Bringing a stream of news items into an edition."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from django.db import DatabaseError, IntegrityError, transaction

from nashra.base import clock
from nashra.base.newsitem import NewsItem
from nashra.editions.models import Edition
from nashra.importers._ahead import read_ahead
from nashra.importers.acquaintances import Acquaintances
from nashra.importers.deciding import Known, Step, decide, fault_of, hold_reason, name_of
from nashra.importers.drafting import article_of, content_of
from nashra.importers.models import ImportedItem
from nashra.importers.outline import own_story_ids
from nashra.importers.planting import plant
from nashra.importers.reading import Found, Refusal
from nashra.importers.revising import bring_up_to_date, was_edited, withdraw
from nashra.importers.sections import Sorting
from nashra.importers.seedlings import Seedling
from nashra.stories.models import SectionPage, Story

BATCH = 250
"""Items a transaction holds. What was committed stays when a run is stopped; the next run goes on from
there.
"""


class Outcome(StrEnum):
    """What became of a record."""

    ADDED = "added"
    HELD = "held as draft"
    UPDATED = "updated"
    WITHDRAWN = "withdrawn"
    ALREADY_THERE = "already there"
    KEPT = "kept as edited"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one record: its place in the source, the outcome, and a sentence where one is needed."""

    place: str
    outcome: Outcome
    reason: str = ""


@dataclass(slots=True)
class Run:
    """One import into one edition: where stories go, whether they are published, whether anything is written
    at all.
    """

    edition: Edition
    section: SectionPage
    publish: bool = False
    dry: bool = False
    batch: int = BATCH
    stopping: bool = False  # set from outside: nothing is begun after the batch in hand
    batch_in_hand: bool = False  # until all has been said of it
    sorting: Sorting = field(init=False)
    acquaintances: Acquaintances = field(init=False)
    foreseen: dict[str, Known] = field(init=False, default_factory=dict)  # what a dry run would have written

    def __post_init__(self) -> None:
        self.sorting = Sorting(self.edition, self.section)
        self.acquaintances = Acquaintances(self.edition)

    @property
    def unmapped(self) -> Counter[str]:
        """Categories that came without a section of their own, with how often."""
        return self.sorting.unmapped


def import_items(run: Run, records: Iterable[Found | Refusal]) -> Iterator[Arrival]:
    """Bring records in, batch by batch, and say of each what became of it. Batches are whole or not at all.

    Told to stop, it ends when the batch in hand is in.
    """
    batch: dict[str, Found] = {}
    for record in read_ahead(records):
        if isinstance(record, Refusal):
            yield Arrival(record.place, Outcome.REFUSED, record.reason)
            continue
        if fault := fault_of(record.item):
            yield Arrival(record.place, Outcome.REFUSED, fault)
            continue
        # Two versions of one story in a batch would not know of each other.
        if len(batch) >= run.batch or record.item.uri in batch:
            yield from _store_whole(run, list(batch.values()))
            if run.stopping:
                return
            batch = {}
        batch[record.item.uri] = record
    yield from _store_whole(run, list(batch.values()))


def _store_whole(run: Run, batch: list[Found]) -> Iterator[Arrival]:
    run.batch_in_hand = True
    yield from _store(run, batch)
    run.batch_in_hand = False


def _store(run: Run, batch: list[Found]) -> Iterator[Arrival]:
    """One batch in one transaction; if the database refuses it, its halves, until the bad record stands
    alone.
    """
    if not batch:
        return
    try:
        arrivals = _settled(run, batch)
    except DatabaseError as refused:
        if len(batch) == 1:
            reason = f"The database refuses it: {str(refused).strip().splitlines()[0]}."
            yield Arrival(batch[0].place, Outcome.REFUSED, reason)
            return
        half = len(batch) // 2
        yield from _store(run, batch[:half])
        yield from _store(run, batch[half:])
    else:
        yield from arrivals


def _settled(run: Run, batch: list[Found], tries: int = 3) -> list[Arrival]:
    """The batch, tried again if someone adds a page to the same section at the same moment."""
    try:
        with transaction.atomic():
            return _Batch(run, batch).settle()
    except IntegrityError:
        if tries == 1:
            raise
        return _settled(run, batch, tries - 1)


class _Batch:
    """The work on one batch, inside its transaction."""

    def __init__(self, run: Run, batch: list[Found]) -> None:
        self.run = run
        self.batch = batch
        self.now = clock.now()
        uris = [found.item.uri for found in batch]
        earlier = ImportedItem.objects.filter(edition=run.edition, uri__in=uris).select_for_update()
        self.earlier = {imported.uri: imported for imported in earlier}
        self.own = set(
            Story.objects.in_edition(run.edition)
            .filter(pk__in=own_story_ids(uris).values())
            .values_list("pk", flat=True)
        )
        self.planned: list[tuple[ImportedItem, Seedling | None]] = []

    def settle(self) -> list[Arrival]:
        arrivals = [self._arrival(found) for found in self.batch]
        if not self.run.dry:
            plant([seedling for _, seedling in self.planned if seedling])
            for imported, seedling in self.planned:
                imported.story_id = seedling.article.pk if seedling else None
            ImportedItem.objects.bulk_create([imported for imported, _ in self.planned])
        return arrivals

    def _arrival(self, found: Found) -> Arrival:
        outcome, reason = self._outcome(found.item)
        if self.run.dry:
            self.run.foreseen[found.item.uri] = _known_after(found.item)
        return Arrival(found.place, outcome, reason)

    def _outcome(self, item: NewsItem) -> tuple[Outcome, str]:
        if own_story_ids([item.uri]).get(item.uri) in self.own:
            return Outcome.ALREADY_THERE, ""
        imported = self.earlier.get(item.uri)
        known = self.run.foreseen.get(item.uri) or (_known(imported) if imported else None)
        match decide(item, known):
            case Step.SKIP:
                return Outcome.ALREADY_THERE, ""
            case Step.REMEMBER:
                self.planned.append((self._remembered(item), None))
                return Outcome.WITHDRAWN, "The sender has cancelled it."
            case Step.ADD:
                return self._add(item)
            case Step.WITHDRAW:
                if imported and not self.run.dry:
                    withdraw(imported, item, self.now)
                return Outcome.WITHDRAWN, f"The sender says it is {item.pubstatus}."
            case Step.UPDATE:
                if imported is None:
                    return Outcome.UPDATED, ""
                return self._update(imported, item)

    def _add(self, item: NewsItem) -> tuple[Outcome, str]:
        run = self.run
        hold = hold_reason(item, run.edition.language, self.now) if run.publish else ""
        live = run.publish and not hold
        section = run.sorting.section_for(item)
        if not run.dry:
            content = content_of(item, run.acquaintances.signature_of(item), self.now)
            article = article_of(item, content, run.edition, live=live, now=self.now)
            seedling = Seedling(
                article=article,
                section=section,
                name=name_of(item),
                text=content.text,
                bylines=run.acquaintances.bylines_of(item),
                topics=run.acquaintances.topics_of(item),
                is_version_of_another=bool(item.alternate_id("same-story")),
            )
            self.planned.append((self._remembered(item, content.digest), seedling))
        return (Outcome.HELD, hold) if hold else (Outcome.ADDED, "")

    def _update(self, imported: ImportedItem, item: NewsItem) -> tuple[Outcome, str]:
        if was_edited(imported):
            reason = f"An editor has changed the story since; version “{item.version}” was left aside."
            return Outcome.KEPT, reason
        hold = hold_reason(item, self.run.edition.language, self.now)
        if not self.run.dry:
            signature = self.run.acquaintances.signature_of(item)
            publish = self.run.publish and not hold
            bring_up_to_date(imported, item, signature, publish=publish, now=self.now)
        return Outcome.UPDATED, hold if self.run.publish else ""

    def _remembered(self, item: NewsItem, digest: str = "") -> ImportedItem:
        return ImportedItem(
            edition=self.run.edition,
            uri=item.uri,
            version=item.version,
            version_created=item.version_created,
            digest=digest,
            imported_at=self.now,
        )


def _known(imported: ImportedItem) -> Known:
    return Known(imported.version, imported.version_created, has_story=imported.story_id is not None)


def _known_after(item: NewsItem) -> Known:
    return Known(item.version, item.version_created, has_story=True)
