"""After any sequence of editorial acts every stored page equals a fresh render of it, and few pages are pressed in vain."""

import os

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from nashra.stories import receivers
from tests.integration.oracle import on_stories
from tests.integration.oracle.conftest import Copies
from tests.integration.oracle.machine import Newsroom
from tests.integration.oracle.proof import Ledger, Stale

MOST_PRESSED_FOR_EACH_CHANGED = 2.0
ACTS = int(os.environ.get("ORACLE_ACTS", "10"))
SEEDS = [int(word) for word in os.environ.get("ORACLE_SEEDS", "1,2,3").split(",")]
STEPS = 40


@pytest.mark.parametrize("number", SEEDS)
def test_every_stored_page_equals_a_fresh_render(copies: Copies, number: int) -> None:
    ledger = Ledger()
    machine = type("SeededNewsroom", (Newsroom,), {"copies": copies, "ledger": ledger, "budget": ACTS})
    limits = settings(
        # More than are needed: some are short, and when all acts are spent an example does nothing.
        max_examples=20 + ACTS,
        stateful_step_count=STEPS,
        phases=(Phase.generate, Phase.shrink),
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(seed(number)(machine), settings=limits)
    finally:
        print(f"\nseed {number}", *ledger.told(), sep="\n  ")
    assert ledger.total().acts >= ACTS
    assert ledger.total().ratio <= MOST_PRESSED_FOR_EACH_CHANGED


def test_page_that_was_not_purged_is_noticed(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receivers, "keys_of_change", lambda _before, after: {f"story:{after.pk}"})
    with copies.one(Ledger()) as proof:
        on_stories.edit_headline(0, 1)
        with pytest.raises(Stale, match="carries"):
            proof.check(proof.account("edit_headline"))
