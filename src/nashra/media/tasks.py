"""Work that no one waits for: on pictures, and at midnight."""

from procrastinate import JobContext
from procrastinate.contrib.django import app

from nashra.media import orders
from nashra.media.days import turn_days
from nashra.media.keys import purge_pictures
from nashra.media.making import missing_sizes, prepare_renditions, renew_renditions
from nashra.media.models import Picture


@app.task(name=orders.PREPARE, queue=orders.QUEUE, pass_context=True)
def prepare_pictures(context: JobContext, picture_ids: list[int], use: str) -> None:
    """Make what is missing of a use for some pictures, then have the pages that show them pressed anew, once.

    A picture is announced by the order that completes it. When an earlier attempt has died, it may have done so before it
    could say what it had made, so then all are announced. One that cannot be completed never is, or its pages would order
    it for ever.
    """
    died_before, complete = context.job.attempts > 0, []
    for picture in Picture.objects.filter(pk__in=picture_ids):
        made = prepare_renditions(picture, [use])
        if (made or died_before) and not missing_sizes(picture, [use]):
            complete.append(picture.pk)
    purge_pictures(complete)


@app.task(name=orders.RENEW, queue=orders.QUEUE)
def renew_picture(picture_id: int) -> None:
    """Make all files of a changed picture anew, then have the pages that show it pressed anew."""
    for picture in Picture.objects.filter(pk=picture_id):
        if renew_renditions(picture):
            purge_pictures([picture.pk])


@app.periodic(cron="* * * * *")
@app.task(name="nashra.media.tasks.begin_days", queueing_lock="days", pass_context=False)
def begin_days(timestamp: int) -> None:
    """Have schedules begin with today's programmes."""
    turn_days()
