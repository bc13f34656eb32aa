"""The worker's jobs, carried out by the test itself."""

from typing import Any

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Job


def context(attempts: int = 0) -> JobContext:
    """What a task that asks for it learns of the job it carries out."""
    job = Job(id=1, queue="", lock=None, queueing_lock=None, task_name="", attempts=attempts)
    return JobContext(app=app, job=job, start_timestamp=0.0, abort_reason=lambda: None)


def carry_out(task_name: str, arguments: dict[str, Any]) -> None:
    """Do what was ordered, as the worker would."""
    task = app.tasks[task_name]
    task(*([context()] if task.pass_context else []), **arguments)
