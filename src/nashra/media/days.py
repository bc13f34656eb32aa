"""A channel's schedule begins with the day, so its page changes at midnight though nobody has changed anything."""

from django.db import transaction

from nashra.base import clock
from nashra.media.keys import purge_channels
from nashra.media.models import Channel


@transaction.atomic
def turn_days() -> int:
    """Have the pages of those channels made anew for which a new day has begun in their edition; returns how many."""
    now = clock.now()
    turned = []
    for channel in Channel.objects.select_related("edition"):
        today = now.astimezone(channel.edition.zone).date()
        if channel.day != today:
            Channel.objects.filter(pk=channel.pk).update(day=today)
            turned.append(channel.pk)
    purge_channels(turned)
    return len(turned)
