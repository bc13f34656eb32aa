"""The purge journal, and the machines that follow it."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class PressEvent(models.Model):
    """One change to content: the keys it purges, written in the transaction of the change itself.

    The database numbers a row when its transaction commits, one transaction after the other: whoever sees a position
    sees every smaller one too (see the migration).
    """

    position = models.BigIntegerField(_("position"), null=True, unique=True, editable=False)
    token = models.UUIDField(_("token"), default=uuid.uuid4, editable=False)
    keys = ArrayField(models.TextField(), verbose_name=_("surrogate keys"))
    takedown = models.BooleanField(_("takedown"), default=False)
    happened_at = models.DateTimeField(_("happened at"), db_default=Now())

    class Meta:
        db_table = "press_event"
        verbose_name = _("press event")
        verbose_name_plural = _("press events")

    def __str__(self) -> str:
        return f"{self.position}: {' '.join(self.keys)}"


class PressMachine(models.Model):
    """A machine that serves stored pages, and how far it has followed the journal."""

    store = models.UUIDField(_("store"), primary_key=True)
    name = models.TextField(_("name"))
    position = models.BigIntegerField(_("position"))
    heard_at = models.DateTimeField(_("last heard of"), db_default=Now())

    class Meta:
        db_table = "press_machine"
        verbose_name = _("press machine")
        verbose_name_plural = _("press machines")

    def __str__(self) -> str:
        return self.name
