"""What /readyz says of the bus."""

import asyncio
import json

from nashra.project.readiness import Readiness, look, told


def test_the_bus_is_up_only_while_this_process_hears_of_changes() -> None:
    assert asyncio.run(look(following=True)).parts["bus"] == "up"
    assert asyncio.run(look(following=False)).parts["bus"] == "down"


def test_one_part_down_is_not_ready() -> None:
    status, body = told(Readiness({"database": "up", "worker": "up", "bus": "down"}, events_behind=3))
    assert status == 503
    assert json.loads(body)["ready"] is False
    assert json.loads(body)["events_behind"] == 3
