"""Background work of the people room."""

from procrastinate.contrib.django import app

from nashra.people.throttle import forget_old_attempts


@app.periodic(cron="17 * * * *")
@app.task(name="nashra.people.tasks.forget_attempts", queueing_lock="attempts", pass_context=False)
def forget_attempts(timestamp: int) -> None:
    """Delete failed sign-ins that count no more."""
    forget_old_attempts()
