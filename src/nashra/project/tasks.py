"""Background work of the assembled newsroom."""

from typing import Any

from procrastinate.contrib.django import app

from nashra.project import background


@app.task(name=background.CARRY_OUT, queue=background.QUEUE)
def carry_out(task: str, args: list[Any], kwargs: dict[str, Any]) -> None:
    """Carry out what Wagtail asked the worker for."""
    background.carry_out(task, args, kwargs)
