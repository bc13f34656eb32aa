"""How many requests of a kind may reach the application: so many a second, a few more after a quiet time."""

import time
from collections.abc import Callable


class Turnstile:
    """Counts admissions against time (a token bucket); for one thread, the event loop's."""

    def __init__(
        self, per_second: float, at_once: int, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """In any span of ``s`` seconds no more than ``at_once + s * per_second`` are admitted."""
        self._per_second = per_second
        self._at_once = at_once
        self._clock = clock
        self._left = float(at_once)
        self._counted_at = clock()

    def admits(self) -> bool:
        """Whether one more may pass now; it is counted if so."""
        now = self._clock()
        self._left = min(self._left + (now - self._counted_at) * self._per_second, self._at_once)
        self._counted_at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
