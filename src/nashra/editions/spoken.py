"""Choosers that speak the language of whoever sees them.

Wagtail puts the name of what is chosen into a chooser's words when the form's class is made, in the language of whoever came
first; here it is put in when the words are shown.
"""

from typing import Any

from django.db.models import ForeignKey, Model
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page
from wagtail.snippets.widgets import AdminSnippetChooser


class SpokenChooser(AdminSnippetChooser):
    """Chooses a byline, a show, an edition and the like."""

    def __init__(self, model: type[Model] | None = None, **kwargs: Any) -> None:
        super().__init__(model, **kwargs)
        _name_what_is_chosen(self)


class SpokenPageChooser(AdminPageChooser):
    """Chooses a story or a section."""

    def __init__(self, target_models: Any = None, **kwargs: Any) -> None:
        super().__init__(target_models=target_models, **kwargs)
        if self.model is not Page:
            _name_what_is_chosen(self)


def choose_pages_by_name() -> None:
    """Have every form of the desk choose pages so."""
    register_form_field_override(
        ForeignKey,
        to=Page,
        override=lambda field: {"widget": SpokenPageChooser([field.remote_field.model])},
    )


def _name_what_is_chosen(chooser: Any) -> None:
    name = chooser.model._meta.verbose_name
    chooser.choose_one_text = format_lazy(_("Choose {thing}"), thing=name)
    chooser.choose_another_text = format_lazy(_("Choose another {thing}"), thing=name)
    chooser.link_to_chosen_text = format_lazy(_("Edit this {thing}"), thing=name)
