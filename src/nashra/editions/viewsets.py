"""Screens and choosers for what belongs to an edition: its staff see what is theirs, and choose from it."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.panels import ObjectList
from wagtail.permissions import policy_registry, register_permission_policy
from wagtail.search.index import class_is_indexed
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import (
    CopyView,
    DeleteView,
    EditView,
    HistoryView,
    SnippetViewSet,
    UsageView,
)

from nashra.editions.at_hand import editions_at_hand
from nashra.editions.models import Edition
from nashra.editions.rights import EditionPermissionPolicy
from nashra.editions.second_saves import FirstComeForm
from nashra.editions.spoken import SpokenChooser

_ANY = ("add", "change", "delete", "view")


class EditionChoice(forms.Form):
    """Which editions a chooser lists: the one that is being worked in, or, asked for, all of them."""

    edition = forms.ChoiceField(
        label=_("Edition"),
        required=False,
        choices=[("", _("This edition")), ("all", _("All editions"))],
        widget=forms.Select(attrs={"data-chooser-modal-search-filter": True}),
    )

    @property
    def asks_across(self) -> bool:
        """Whether all editions are wanted."""
        return bool(self.cleaned_data.get("edition") == "all")


class _OfEditionAtHand:
    """For choosers: lists what is of the edition at hand and of none, unless asked for all."""

    request: HttpRequest
    model_class: Any
    filter_form: Any

    def get_filter_form_class(self) -> type[forms.Form]:
        bases = [SearchFilterMixin] if class_is_indexed(self.model_class) else []
        return type("FilterForm", (*bases, EditionChoice, BaseFilterForm), {})

    def filter_object_list(self, objects: "QuerySet[Any]") -> "QuerySet[Any]":
        if not (self.filter_form.is_valid() and self.filter_form.asks_across):
            objects = objects.filter(Q(edition__in=editions_at_hand(self.request)) | Q(edition=None))
        filtered: QuerySet[Any] = super().filter_object_list(objects)  # type: ignore[misc] # Wagtail's view stands behind it
        return filtered


class _Choose(_OfEditionAtHand, ChooseView):
    pass


class _ChooseResults(_OfEditionAtHand, ChooseResultsView):
    pass


class SpokenChooserViewSet(SnippetChooserViewSet):
    """Chooses from everything, in the language of whoever chooses."""

    base_widget_class = SpokenChooser


class EditionChooserViewSet(SnippetChooserViewSet):
    """Chooses from the edition that is being worked in; from all of them when asked to."""

    base_widget_class = SpokenChooser
    choose_view_class = _Choose
    choose_results_view_class = _ChooseResults
    preserve_url_parameters = [*SnippetChooserViewSet.preserve_url_parameters, "edition"]


class _WithNames:
    """For choosers and listings of what is shown by a name in each language: the names come in one more query."""

    model_class: Any

    def get_object_list(self) -> "QuerySet[Any]":
        found: QuerySet[Any] = super().get_object_list()  # type: ignore[misc] # Wagtail's view stands behind it
        return found.prefetch_related(names_of(self.model_class))


class _ChooseNamed(_WithNames, ChooseView):
    pass


class _ChooseNamedResults(_WithNames, ChooseResultsView):
    pass


class NamedChooserViewSet(SnippetChooserViewSet):
    """Chooses what has a name in each language."""

    base_widget_class = SpokenChooser
    choose_view_class = _ChooseNamed
    choose_results_view_class = _ChooseNamedResults


class NamedSnippetViewSet(SnippetViewSet):
    """A snippet shown by its name in the language of whoever looks."""

    chooser_viewset_class = NamedChooserViewSet

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """What the listing shows."""
        found: QuerySet[Any] = self.model._default_manager.all()
        return found.prefetch_related(names_of(self.model))

    def get_edit_handler(self) -> Any:
        """The panels, in a form that refuses second saves."""
        return ObjectList(self.panels, base_form_class=FirstComeForm).bind_to_model(self.model)


def names_of(model: Any) -> str:
    """Where a model keeps its names: ``labels``, or ``names`` of people."""
    return "labels" if hasattr(model, "labels") else "names"


class _RightsOfItsEdition:
    """For the screens of one item: refused to those who have no such right in its edition."""

    request: HttpRequest
    rights: tuple[str, ...] = _ANY
    model: Any

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        item = super().get_object(*args, **kwargs)  # type: ignore[misc] # Wagtail's view stands behind it
        policy = policy_registry.get_by_type(self.model)
        if not policy.user_has_any_permission_for_instance(self.request.user, self.rights, item):
            raise PermissionDenied
        return item


class _Edit(_RightsOfItsEdition, EditView):
    rights = ("change",)


class _Copy(_RightsOfItsEdition, CopyView):
    rights = ("add",)


class _Delete(_RightsOfItsEdition, DeleteView):
    rights = ("delete",)


class _Usage(_RightsOfItsEdition, UsageView):
    pass


class _History(_RightsOfItsEdition, HistoryView):
    pass


class EditionForm(FirstComeForm):
    """Offers the editions its user may put things into; where there is one, it is chosen already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields.get("edition")
        if field is None or self.for_user is None:
            return
        policy = policy_registry.get_by_type(self._meta.model)
        reached = policy.editions_for(self.for_user, ["add", "change"])
        if reached is not None:
            field.queryset = Edition.objects.filter(pk__in=reached)
            # What belongs to no edition stays so; whoever has one edition is not asked which.
            if len(reached) == 1 and self.instance.pk is None:
                self.initial.setdefault("edition", next(iter(reached)))


class EditionSnippetViewSet(SnippetViewSet):
    """A snippet with an ``edition``: listed, changed and chosen within the editions its user has rights in."""

    edit_view_class = _Edit
    copy_view_class = _Copy
    delete_view_class = _Delete
    usage_view_class = _Usage
    history_view_class = _History
    chooser_viewset_class = EditionChooserViewSet
    edition_field = "edition"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if policy_registry.get_by_type(self.model, fallback=False) is None:
            register_permission_policy(self.model, EditionPermissionPolicy(self.model, self.edition_field))

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """What the listing shows: what its user may do anything with."""
        policy = policy_registry.get_by_type(self.model)
        found: QuerySet[Any] = policy.instances_user_has_any_permission_for(request.user, _ANY)
        return found

    def get_edit_handler(self) -> Any:
        """The panels; those of what has an edition in the form that offers the editions its user works in."""
        if hasattr(self, "panels"):
            return ObjectList(self.panels, base_form_class=EditionForm).bind_to_model(self.model)
        return super().get_edit_handler()
