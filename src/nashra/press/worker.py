"""The presser: makes spoiled pages anew while readers still get the old ones, and keeps the store complete.

One process of each machine holds the presser's seat. What is to be done stands in the store itself, so a presser that
is killed is replaced by any other and nothing is forgotten.
"""

import json
import logging
import math
import threading
import time
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ThreadPoolExecutor,
    wait,
)
from itertools import islice

from django.db import close_old_connections, connections

from nashra.press import journal
from nashra.press.events import Event
from nashra.press.figures import note_visible
from nashra.press.follower import Follower
from nashra.press.keys import Place, hosts, hot_pages, page_sources
from nashra.press.pages import Address
from nashra.press.render import RenderFailed
from nashra.press.store import PageStore, Stored, StoreFull

log = logging.getLogger(__name__)

SWEEP_AGAIN_SECONDS = 600.0
SWEEP_SOON_SECONDS = 30.0
HOUSEKEEPING_SECONDS = 300.0
IDLE_SECONDS = 0.25
AT_ONCE = 2
URGENT_AFTER_AN_EVENT = 400
MOST_IN_A_ROW = 3
LONGEST_BACKOFF = 60.0
EVENTS_REMEMBERED = 500

type UnderWay = dict[Future[object], tuple[Address, Stored | None]]
"""Pages that are being made, and what was stored of each before."""


class Presser:
    """Presses what is due, the most urgent first; call ``run`` in a process that has Django."""

    def __init__(
        self,
        store: PageStore,
        make: Callable[[Address], object],
        *,
        makers: Executor | None = None,
        on_pressed: Callable[[Sequence[Event]], None] | None = None,
    ) -> None:
        """``make`` renders a page into the store, raising ``RenderFailed`` when it cannot; ``makers`` run it side by side.

        Makers in processes of their own need a ``make`` that can be sent there; without ``makers`` threads of this
        process do it. ``on_pressed`` is told of events whose pages have been made anew (to purge caches further out), and of
        none as soon as a takedown is heard.
        """
        self.store = store
        self._make = make
        self._on_pressed = on_pressed
        self._heard: deque[Event] = deque()
        self._happened_at: OrderedDict[int, float] = OrderedDict()
        self._wake = threading.Event()
        self._failed: dict[Address, tuple[float, float]] = {}
        self._sweep: Iterator[Place] | None = None
        self._swept: Counter[str] = Counter()
        self._sweep_at = self._sweep_began = self._tidy_at = 0.0
        self._evicted_before = 0
        self._makers = makers or ThreadPoolExecutor(AT_ONCE, "nashra-presser")

    def run(self, stop: threading.Event) -> None:
        """Work until ``stop`` is set; waits for the seat while another process of the machine has it."""
        follower = Follower(self.store, journal.connection_parameters(), self._hear)
        follower.start()
        follower.connected.wait(2)
        try:
            while not stop.is_set():
                with self.store.presser_seat() as mine:
                    if mine:
                        self._work(stop)
                    else:
                        stop.wait(0.2)
        finally:
            follower.stop()
            self._release_makers()

    def _release_makers(self) -> None:
        """End the makers; threads each with its database connection closed."""
        if not isinstance(self._makers, ThreadPoolExecutor):
            self._makers.shutdown()
            return
        together = threading.Barrier(AT_ONCE)

        def let_go() -> None:
            together.wait()
            connections.close_all()

        for _ in range(AT_ONCE):
            self._makers.submit(let_go)
        self._makers.shutdown()

    def _hear(self, events: Sequence[Event]) -> None:
        self._heard.extend(events)
        for event in events:
            self._happened_at[event.position] = event.happened_at
        while len(self._happened_at) > EVENTS_REMEMBERED:
            self._happened_at.popitem(last=False)
        self._wake.set()

    def _work(self, stop: threading.Event) -> None:
        idle = False
        while not stop.is_set():
            if idle:
                self._wake.wait(IDLE_SECONDS)
            self._wake.clear()
            try:
                self.press_urgent()
                idle = not self.press_one_at_leisure()
                self._tidy()
            except BrokenExecutor:
                return  # a maker is dead and the others with it: whoever runs this starts it again
            except StoreFull:
                stop.wait(IDLE_SECONDS)  # said already by whoever follows the journal
            except Exception:
                log.exception("Pressing failed; it is tried again.")
                stop.wait(1)
            finally:
                close_old_connections()

    # --- what readers are waiting for --------------------------------------------------------------------------------

    def press_urgent(self, besides: Address | None = None) -> None:
        """Press what the events heard since the last call have made necessary: spoiled pages, and new ones; not the one
        that is being made ``besides``."""
        events = self._take_heard()
        if not events:
            return
        under_way: UnderWay = {}
        hot: deque[Address] | None = None
        begun: Counter[Address] = Counter()
        try:
            while begun.total() < URGENT_AFTER_AN_EVENT:
                if more := self._take_heard():
                    events, hot = [*events, *more], None
                # One that is spoiled again and again, or cannot be stored, does not keep the others waiting.
                passed = {address for address, times in begun.items() if times == MOST_IN_A_ROW}
                passed |= {address for address, _before in under_way.values()}
                passed |= {besides} if besides else set()
                for address in self._most_urgent(hot, passed, 2 * AT_ONCE - len(under_way)):
                    self._begin(address, under_way)
                    begun[address] += 1
                if hot is None:
                    hot = self._new_pages(events)  # asked for while the makers are at work
                elif not under_way:
                    break
                else:
                    self._finish(under_way, FIRST_COMPLETED)
        finally:
            self._finish(under_way, ALL_COMPLETED)
        self._after(events)

    def _take_heard(self) -> list[Event]:
        events = [self._heard.popleft() for _ in range(len(self._heard))]
        if self._on_pressed and any(event.takedown for event in events):
            # Before anything else: what was taken down must not wait for other pages.
            self._on_pressed([])
        return events

    def _most_urgent(self, hot: deque[Address] | None, passed: set[Address], room: int) -> list[Address]:
        """The next pages to press: those where the change is looked for first, then whatever else it has spoiled."""
        chosen: list[Address] = []
        while hot and len(chosen) < room:
            address = hot.popleft()
            if address not in passed and not self._is_fresh(address):
                chosen.append(address)
        due = self._due(room + len(passed) + len(chosen)) if len(chosen) < room else []
        chosen += (address for address in due if address not in passed and address not in chosen)
        return chosen[:room]

    def _is_fresh(self, address: Address) -> bool:
        stored = self.store.read(address)
        return stored is not None and stored.fresh(math.inf)

    def _new_pages(self, events: Sequence[Event]) -> deque[Address]:
        """Places to press at once that no page stands at, or none that is fresh."""
        keys = frozenset(key for event in events for key in event.keys)
        return deque(Address(*place) for place in dict.fromkeys(hot_pages.every(keys)))

    def _after(self, events: Sequence[Event]) -> None:
        self._note_hosts()
        # A change may have made pages no one named: look through all of them soon, the later the more there are.
        took = max(self._sweep_at - SWEEP_AGAIN_SECONDS - self._sweep_began, 0.0)
        self._sweep_at = min(self._sweep_at, time.monotonic() + max(SWEEP_SOON_SECONDS, 10 * took))
        if self._on_pressed:
            self._on_pressed(events)

    def _press_all(self, addresses: Sequence[Address]) -> int:
        """Press pages side by side; returns how many could be made."""
        under_way: UnderWay = {}
        for address in addresses:
            self._begin(address, under_way)
        return self._finish(under_way, ALL_COMPLETED)

    def _begin(self, address: Address, under_way: UnderWay) -> None:
        before = self.store.read(address)
        under_way[self._makers.submit(self._make, address)] = (address, before)

    def _finish(self, under_way: UnderWay, when: str) -> int:
        """Wait for pages that are being made, one or all; returns how many could be."""
        made = 0
        for future in wait(under_way, return_when=when).done:
            address, before = under_way.pop(future)
            try:
                future.result()
            except RenderFailed as error:
                self._put_off(address, error)
                continue
            self._failed.pop(address, None)
            self._note_visible(before)
            made += 1
        return made

    def _put_off(self, address: Address, error: RenderFailed) -> None:
        _, pause = self._failed.get(address, (0.0, 0.5))
        pause = min(pause * 2, LONGEST_BACKOFF)
        self._failed[address] = (time.monotonic() + pause, pause)
        log.warning("%s Tried again in %d s.", error, pause)

    def _note_visible(self, before: Stored | None) -> None:
        if before is not None and before.spoiled_by:
            position = int(before.spoiled_by.partition(":")[0]) if before.spoiled_by[0].isdigit() else -1
            if position in self._happened_at:
                note_visible(self.store, time.time() - self._happened_at[position])

    def _due(self, limit: int) -> list[Address]:
        now = time.monotonic()
        due = self.store.due(limit + len(self._failed))
        return [address for address in due if self._failed.get(address, (0.0, 0.0))[0] <= now][:limit]

    # --- what nobody is waiting for ----------------------------------------------------------------------------------

    def press_one_at_leisure(self) -> bool:
        """Press one page that is spoiled or missing, then rest as long as it took; False when nothing is to be done.

        What becomes urgent meanwhile does not wait for it: there are other makers.
        """
        address = next(iter(self._due(1)), None) or self._next_missing()
        if address is None:
            return False
        began = time.monotonic()
        under_way: UnderWay = {}
        self._begin(address, under_way)
        (future,) = under_way
        future.add_done_callback(lambda _made: self._wake.set())
        while not future.done():
            self._wake.wait()
            self._wake.clear()
            self.press_urgent(besides=address)
        self._finish(under_way, ALL_COMPLETED)
        self._wake.wait(min(time.monotonic() - began, 1.0))
        return True

    def warm(self) -> int:
        """Press every live page that is not in the store, without resting; returns how many were pressed."""
        self._sweep, self._sweep_at = None, 0.0
        pressed = 0
        try:
            while places := list(islice(self._all_to_do(), AT_ONCE)):
                pressed += self._press_all(places)
        finally:
            self._release_makers()
        return pressed

    def _all_to_do(self) -> Iterator[Address]:
        yield from self._due(AT_ONCE)
        while address := self._next_missing():
            yield address

    def _next_missing(self) -> Address | None:
        if self._sweep is None:
            if time.monotonic() < self._sweep_at:
                return None
            self._sweep, self._swept = page_sources.every(), Counter()
            self._sweep_began = time.monotonic()
            self._evicted_before = self._evicted()
        for place in self._sweep:
            address = Address(*place)
            self._swept["live"] += 1
            stored = self.store.read(address)
            if stored is None or stored.outdated:
                if self._is_full():
                    self._swept["no room"] += 1
                    continue
                return address
        self._sweep, self._sweep_at = None, time.monotonic() + SWEEP_AGAIN_SECONDS
        # What had to leave meanwhile may have been found a moment before.
        no_room = max(self._swept["no room"], self._evicted() - self._evicted_before)
        self._write_note("complete", {"live": self._swept["live"], "no_room": no_room, "at": time.time()})
        return None

    def _evicted(self) -> int:
        return int(self.store.counts().get("evicted", 0))

    def _is_full(self) -> bool:
        tally = self.store.tally()
        return tally["bytes"] + tally["absent_bytes"] > 0.98 * self.store.disk_limit

    def _tidy(self) -> None:
        if time.monotonic() < self._tidy_at:
            return
        self._tidy_at = time.monotonic() + HOUSEKEEPING_SECONDS
        self._note_hosts()
        self.store.shrink()
        journal.forget_old_events()

    def _note_hosts(self) -> None:
        self._write_note("hosts", sorted(set(hosts.every())))

    def _write_note(self, name: str, value: object) -> None:
        text = json.dumps(value)
        if self.store.note(name) != text:
            self.store.write_note(name, text)
