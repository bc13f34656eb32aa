"""Reading a little ahead, so that records are parsed while the database works on those before them."""

import queue
import threading
from collections.abc import Iterable, Iterator

_AHEAD = 500
# Whoever reads what somebody is still to write, as from a pipe, may not hear that the loop has been left.
_FAREWELL_SECONDS = 1


def read_ahead[T](records: Iterable[T], ahead: int = _AHEAD) -> Iterator[T]:
    """The same records in the same order, read by another thread at most `ahead` of where the caller is.

    What the reading raises is raised here, in its place. Leaving the loop ends the reading.
    """
    waiting: queue.Queue[tuple[T] | BaseException | None] = queue.Queue(maxsize=ahead)
    left = threading.Event()

    def put(parcel: tuple[T] | BaseException | None) -> bool:
        while not left.is_set():
            try:
                waiting.put(parcel, timeout=0.2)
            except queue.Full:
                continue
            return True
        return False

    def read() -> None:
        try:
            for record in records:
                if not put((record,)):
                    return
        except BaseException as error:  # noqa: BLE001 - it is raised again where the records are used
            put(error)
        else:
            put(None)

    reader = threading.Thread(target=read, name="import-reader", daemon=True)
    reader.start()
    try:
        while (parcel := waiting.get()) is not None:
            if isinstance(parcel, BaseException):
                raise parcel
            yield parcel[0]
    finally:
        left.set()
        reader.join(_FAREWELL_SECONDS)
