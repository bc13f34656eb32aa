"""Two people at one form: whoever saves second is told what the first has changed, and keeps what they wrote.

Pages have versions to compare (`stories.versions`); other things have none, so their form takes along what it showed.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import registry as log_registry

from nashra.base import clock

SHOWN = "shown"
_MOST_TOLD = 120


class _Shown(forms.CharField):
    """What the form showed when it was opened; nobody changes it."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class RefusesSecondSaves:
    """For forms of models, before Wagtail's: refuses to save over what somebody else has saved since it was opened.

    What was written stays in the form; sent again, it takes the place of the other.
    """

    fields: dict[str, Any]
    instance: Any
    data: Any

    def __init__(self, data: Any = None, files: Any = None, **kwargs: Any) -> None:
        self._made_with = kwargs
        super().__init__(data, files, **kwargs)  # type: ignore[call-arg] # Wagtail's form stands behind it
        if self.instance.pk:
            # Asked for when the form is shown: forms add fields after this.
            self.fields[SHOWN] = _Shown(required=False, initial=lambda: _written_down(self))

    def clean(self) -> Any:
        """What every form is asked, and whether it is the first."""
        cleaned = super().clean()  # type: ignore[misc] # Wagtail's form stands behind it
        key = self.add_prefix(SHOWN)  # type: ignore[attr-defined] # Wagtail's form stands behind it
        if SHOWN not in self.fields or not (shown := _read(self.data.get(key, ""))):
            return cleaned
        # Locked until the answer is committed, so that of two at the same moment one is second.
        kept = type(self.instance)._default_manager.select_for_update().filter(pk=self.instance.pk).first()
        if kept is None:
            return cleaned
        current: Any = type(self)(**{**self._made_with, "instance": kept})
        digests = shown["digests"]
        changed = [name for name, digest in _digests(current).items() if digests.get(name, digest) != digest]
        if not changed:
            return cleaned
        first = _first(kept, shown["at"], self._asker())
        if first is not None and first.user == self._asker():
            return cleaned
        self.data = self.data.copy()
        self.data[key] = _written_down(current)
        raise ValidationError(_sentence(first, current, changed))

    def _asker(self) -> Any:
        return self._made_with.get("for_user") or self._made_with.get("user")


class FirstComeForm(RefusesSecondSaves, WagtailAdminModelForm):
    """Wagtail's form of a snippet, which refuses second saves."""


def _written_down(form: Any) -> str:
    return json.dumps({"at": clock.now().isoformat(), "digests": _digests(form)})


def _read(text: str) -> dict[str, Any] | None:
    """What was written down; None where it is not ours, for whoever sends that is asked nothing."""
    try:
        found = json.loads(text)
        at = parse_datetime(found["at"])
        return {"at": at, "digests": dict(found["digests"])} if at and at.tzinfo else None
    except (ValueError, TypeError, KeyError):
        return None


def _digests(form: Any) -> dict[str, str]:
    """A short digest of each field's value, and of each list of things below, as the form shows them."""
    return {
        name: hashlib.sha256(json.dumps(value, cls=DjangoJSONEncoder).encode()).hexdigest()[:12]
        for name, value in _values(form)
    }


def _values(form: Any) -> Iterator[tuple[str, Any]]:
    for name, field in form.fields.items():
        if name != SHOWN:
            yield name, _plain(form.get_initial_for_field(field, name))
    for name, formset in getattr(form, "formsets", {}).items():
        yield name, [list(_values(child)) for child in formset.initial_forms]


def _plain(value: Any) -> Any:
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, list | tuple | models.QuerySet):
        return [str(_plain(item)) for item in value]
    return "" if value is None else str(value)


def _first(kept: Any, opened_at: datetime, asker: Any) -> Any:
    """The latest entry of the log since then: another's before one's own, or None where nothing was logged."""
    entries = log_registry.get_logs_for_instance(kept).filter(timestamp__gt=opened_at).select_related("user")
    return entries.exclude(user=asker).first() or entries.first()


def _sentence(first: Any, current: Any, changed: list[str]) -> str:
    saved_at = timezone.localtime(first.timestamp if first else clock.now())
    return _(
        "%(name)s saved this too, at %(time)s, after you opened it. What you wrote is still in this form and has not been "
        "saved. What now stands there: %(changes)s. Saving again puts yours in the place of the other."
    ) % {
        "name": (get_user_display_name(first.user) if first else "") or _("Somebody"),
        "time": date_format(saved_at, "TIME_FORMAT"),
        "changes": "; ".join(_told(current, name) for name in changed),
    }


def _told(form: Any, name: str) -> str:
    """What stands there now, in words: a field's value, or a list's rows one by one."""
    if name in form.fields:
        return f"{form[name].label}: {_short(_words(form, name))}"
    formset = form.formsets[name]
    rows = [
        " · ".join(filter(None, (_words(row, field.name) for field in row.visible_fields())))
        for row in formset.initial_forms
    ]
    return f"{formset.model._meta.verbose_name_plural}: {', '.join(map(_short, rows))}"


def _words(form: Any, name: str) -> str:
    field = form.fields[name]
    value = form.get_initial_for_field(field, name)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(field, forms.ModelChoiceField):
        chosen: Any = field.queryset
        value = chosen.filter(pk=value).first() if value else None
    elif isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        value = dict(choices).get(value, value)
    return "" if value is None else str(value)


def _short(text: str) -> str:
    return f"“{text[:_MOST_TOLD]}…”" if len(text) > _MOST_TOLD else f"“{text}”"
