"""Background work of the assembled newsroom."""

import logging
from typing import Any

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from nashra.project import background, letters

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 5
# Again after 4, 16, 64 seconds and so on, the last time after 18 hours: a mail server may be away for a night.
_SENT_AGAIN = RetryStrategy(max_attempts=8, exponential_wait=4, retry_exceptions={OSError})


@app.task(name=background.CARRY_OUT, queue=background.QUEUE)
def carry_out(task: str, args: list[Any], kwargs: dict[str, Any]) -> None:
    """Carry out what Wagtail asked the worker for."""
    background.carry_out(task, args, kwargs)


@app.task(name=letters.SEND, queue=letters.QUEUE, retry=_SENT_AGAIN)
def send_letter(letter: dict[str, Any]) -> None:
    """Send a letter that was handed over to be sent."""
    letters.send(letter)


@app.periodic(cron="* * * * *")
@app.task(
    name="nashra.project.tasks.take_up_again",
    queue=background.QUEUE,
    queueing_lock="fallen",
    pass_context=True,
)
async def take_up_again(context: JobContext, timestamp: int) -> None:
    """Have jobs begun anew whose worker was killed (no sign of life for half a minute); not for ever, for a job may be
    what killed it."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs():
        if job.attempts >= MOST_ATTEMPTS:
            log.error(
                "Job %s (%s) was given up: %s workers died over it.", job.id, job.task_name, job.attempts
            )
            await jobs.finish_job(job, status=Status.FAILED, delete_job=False)
            continue
        log.warning("A worker died over job %s (%s); it is begun again.", job.id, job.task_name)
        try:
            await jobs.retry_job(job)
        except UniqueViolation:  # the same has been ordered again meanwhile
            await jobs.finish_job(job, status=Status.ABORTED, delete_job=True)
