"""Work that no one waits for: on pictures, and at midnight."""

from procrastinate.contrib.django import app

from nashra.media import orders
from nashra.media.days import turn_days
from nashra.media.keys import purge_pictures
from nashra.media.making import missing_sizes, prepare_renditions, renew_renditions
from nashra.media.models import Picture


@app.task(name=orders.PREPARE, queue=orders.QUEUE)
def prepare_pictures(picture_ids: list[int], use: str) -> None:
    """Make what is missing of a use for some pictures, then have the pages that show them pressed anew, once.

    A picture is announced when it is complete, even if nothing was left to make: an earlier run may have stopped in between.
    One that cannot be completed is not, or its pages would order it for ever.
    """
    complete = []
    for picture in Picture.objects.filter(pk__in=picture_ids):
        prepare_renditions(picture, [use])
        if not missing_sizes(picture, [use]):
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
