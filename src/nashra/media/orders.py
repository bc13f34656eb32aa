"""Orders for the worker: pictures to be made ready. Placed by name, so that pages need not know the tasks."""

import hashlib
import logging
import threading
import time
from collections.abc import Iterable

from django.db import DatabaseError, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException

logger = logging.getLogger(__name__)

QUEUE = "pictures"
PREPARE = "nashra.media.tasks.prepare_pictures"
RENEW = "nashra.media.tasks.renew_picture"
# Below everything readers wait for: a stand-in is on the page already.
_PRIORITY = -10
_PATIENCE_SECONDS = 120.0


class _Memory:
    """What this process has ordered lately, so that a page rendered again and again does not order again and again."""

    def __init__(self) -> None:
        self._until: dict[str, float] = {}
        self._lock = threading.Lock()

    def is_new(self, order: str) -> bool:
        now = time.monotonic()
        with self._lock:
            self._until = {key: until for key, until in self._until.items() if until > now}
            fresh = order not in self._until
            self._until[order] = now + _PATIENCE_SECONDS
            return fresh

    def forget(self) -> None:
        with self._lock:
            self._until.clear()


recent_orders = _Memory()


def order_renditions(picture_ids: Iterable[int], use: str) -> None:
    """Have the files of these pictures made for a use, soon. Never raises: the page at hand can do without."""
    ids = sorted(set(picture_ids))
    lock = f"pictures:{use}:{hashlib.sha256(repr(ids).encode()).hexdigest()[:16]}"
    if ids and recent_orders.is_new(lock):
        _place(PREPARE, lock, picture_ids=ids, use=use)


def order_renewal(picture_id: int) -> None:
    """Have all files of a picture made anew, soon."""
    _place(RENEW, f"picture:{picture_id}:renew", picture_id=picture_id)


def _place(task: str, lock: str, **arguments: object) -> None:
    try:
        with transaction.atomic():
            app.configure_task(task, queue=QUEUE, queueing_lock=lock, priority=_PRIORITY).defer(**arguments)  # type: ignore[arg-type] # JSON values
    except AlreadyEnqueued:
        return
    except (ConnectorException, DatabaseError):
        logger.exception("The order %s could not be placed", lock)
