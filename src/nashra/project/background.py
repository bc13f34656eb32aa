"""Wagtail's background tasks (the desk's search index, who refers to what, files to delete), carried out by the worker."""

from typing import Any, override

from django.utils.module_loading import import_string
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task
from django_tasks.utils import get_random_id, normalize_json
from procrastinate.contrib.django import app

QUEUE = "index"
CARRY_OUT = "nashra.project.tasks.carry_out"
# Readers come first: what an edit changes is on its pages before the desk's own indexes take the processor.
_PRIORITY = -5
_PAUSE_SECONDS = 1


class WorkerBackend(BaseTaskBackend):
    """Hands each task to the worker, in the transaction that asks for it: done if and only if that one commits."""

    @override
    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        """Have ``task`` carried out soon."""
        self.validate_task(task)
        order = app.configure_task(
            CARRY_OUT, queue=QUEUE, priority=_PRIORITY, schedule_in={"seconds": _PAUSE_SECONDS}
        )
        order.defer(task=task.module_path, args=normalize_json(args), kwargs=normalize_json(kwargs))
        return TaskResult(
            task=task,
            id=get_random_id(),
            status=TaskResultStatus.READY,
            enqueued_at=None,
            started_at=None,
            finished_at=None,
            last_attempted_at=None,
            args=args,
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )


def carry_out(task: str, args: list[Any], kwargs: dict[str, Any]) -> None:
    """Run a task by the name of its function."""
    found = import_string(task)
    if not isinstance(found, Task):
        raise TypeError(f"{task} is not a background task.")
    found.call(*args, **kwargs)
