"""Background work of the desk."""

from procrastinate.contrib.django import app

from nashra.desk.schedule import carry_out_schedule


# The sixth field counts seconds: twice a second would be a look too many, a minute would be news too late.
@app.periodic(cron="* * * * * *")
@app.task(name="nashra.desk.tasks.publish_scheduled", queueing_lock="schedule", pass_context=False)
def publish_scheduled(timestamp: int) -> None:
    """Publish and withdraw what is due."""
    carry_out_schedule()
