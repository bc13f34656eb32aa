"""Changes of names that stand on many pages: regions, topics, bylines, coverages, shows. Each edition's pages say them in its
language, so a name is purged only where readers see another one.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver

from nashra.editions.labels import Label, language_matches
from nashra.editions.models import Edition, Region, RegionLabel
from nashra.people.models import Byline, BylineLink, BylineName
from nashra.press.journal import purge, takedown
from nashra.stories.models import Coverage, CoverageLead, Show, Topic, TopicLabel

type Said = dict[str, Any]


# --- regions and topics: one label for each language ----------------------------------------------------------------------


@receiver([pre_save, pre_delete], sender=RegionLabel)
@receiver([pre_save, pre_delete], sender=TopicLabel)
def remember_label(instance: Label, **kwargs: Any) -> None:
    """Keep what editions said until now."""
    instance.said_before = _labels_said(instance)  # type: ignore[attr-defined] # carried from one signal to the next


@receiver([post_save, post_delete], sender=RegionLabel)
def purge_region_label(instance: RegionLabel, **kwargs: Any) -> None:
    """Regions stand in the head of every page of an edition."""
    purge(*(f"regions:{code}" for code in _saying_otherwise(instance)))


@receiver([post_save, post_delete], sender=TopicLabel)
def purge_topic_label(instance: TopicLabel, **kwargs: Any) -> None:
    """A topic's name and address, on its page and under stories."""
    codes = _saying_otherwise(instance)
    purge(*(f"topic:{code}:{instance.topic_id}" for code in codes), *(f"absent:{code}" for code in codes))


def _saying_otherwise(label: Label) -> list[str]:
    before: Said = getattr(label, "said_before", {})
    after = _labels_said(label)
    return [code for code in before if before[code] != after.get(code)]


def _labels_said(label: Label) -> Said:
    """What each edition says of the thing the label belongs to."""
    owner = "region" if isinstance(label, RegionLabel) else "topic"
    model = Region if owner == "region" else Topic
    # As stored: the thing in memory may hold labels that are not saved yet.
    thing = model._default_manager.filter(pk=getattr(label, f"{owner}_id")).first()
    labels = {item.language: (item.label, item.slug) for item in thing.labels.all()} if thing else {}
    return {
        edition.code: [labels.get(tag) for tag in language_matches(edition.language)]
        for edition in Edition.objects.all()
    }


@receiver([pre_save, pre_delete], sender=Region)
def remember_region(instance: Region, **kwargs: Any) -> None:
    """Keep the order they have until now."""
    instance.order_before = _order_of_regions()


@receiver([post_save, post_delete], sender=Region)
def purge_regions(instance: Region, **kwargs: Any) -> None:
    """The order of regions is the same in all editions."""
    if getattr(instance, "order_before", None) != _order_of_regions():
        purge(*(f"regions:{code}" for code in _codes()))


def _order_of_regions() -> list[str]:
    return list(Region.objects.values_list("code", flat=True))


@receiver(post_delete, sender=Topic)
def purge_topic(instance: Topic, **kwargs: Any) -> None:
    """A topic nobody can look for any more; of one that is there only its labels are seen."""
    takedown(*(f"topic:{code}:{instance.pk}" for code in _codes()))


# --- bylines ----------------------------------------------------------------------------------------------------------


@receiver([pre_save, pre_delete], sender=BylineName)
def remember_name(instance: BylineName, **kwargs: Any) -> None:
    """Keep what editions said until now."""
    instance.said_before = _names_said(instance.byline_id)  # type: ignore[attr-defined] # carried to the next signal


@receiver([post_save, post_delete], sender=BylineName)
def purge_name(instance: BylineName, **kwargs: Any) -> None:
    """What stands over stories where it is another now; the author's page, and that of whoever has the same address."""
    before, after = getattr(instance, "said_before", {}), _names_said(instance.byline_id)
    changed = [code for code in before if before[code] != after.get(code)]
    same_address = BylineName.objects.filter(slug=instance.slug).values_list("byline_id", flat=True)
    purge(
        *(f"byline:{code}:{instance.byline_id}" for code in changed),
        *(f"author:{pk}" for pk in {instance.byline_id, *same_address}),
        *(f"absent:{code}" for code in _codes()),
    )


def _names_said(byline: int) -> Said:
    """Name and address as each edition says them."""
    found = Byline.objects.filter(pk=byline).first()
    names = (
        {edition.code: found.name_in(edition.language) for edition in Edition.objects.all()} if found else {}
    )
    return {code: (name.name, name.slug, name.language) if name else None for code, name in names.items()}


@receiver([pre_save, pre_delete], sender=Byline)
def remember_byline(instance: Byline, **kwargs: Any) -> None:
    """Keep the face it had until now, and the word that stands where it has no name."""
    instance.said_before = _row(instance, "portrait_id", "key")


@receiver([post_save, post_delete], sender=Byline)
def purge_byline(instance: Byline, **kwargs: Any) -> None:
    """A byline's portrait, where it may be shown; where it is gone or called otherwise, its name."""
    before, now = getattr(instance, "said_before", None) or {}, _row(instance, "portrait_id", "key") or {}
    keys = set()
    if before.get("portrait_id") != now.get("portrait_id") or not now:
        keys.add(f"portrait:{instance.pk}")
    if before.get("key") != now.get("key"):
        keys |= {f"author:{instance.pk}", *(f"byline:{code}:{instance.pk}" for code in _codes())}
    if not now:
        takedown(f"author-links:{instance.pk}")
    purge(*keys)


@receiver([post_save, post_delete], sender=BylineLink)
def purge_byline_link(instance: BylineLink, **kwargs: Any) -> None:
    """Where else an author is found stands on the author's page."""
    purge(f"author-links:{instance.byline_id}")


# --- packages ---------------------------------------------------------------------------------------------------------

# What a coverage's stories say of it; the rest is seen on its page and on fronts.
_COVERAGE_FACTS = ("edition_id", "title", "slug", "standfirst", "look")


@receiver(pre_save, sender=Coverage)
def remember_coverage(instance: Coverage, **kwargs: Any) -> None:
    """Keep what its stories said of it until now."""
    instance.said_before = _row(instance, *_COVERAGE_FACTS)


@receiver([post_save, post_delete], sender=Coverage)
def purge_coverage(instance: Coverage, **kwargs: Any) -> None:
    """A coverage's page and slots; its stories, where its name, address or look are others."""
    keys = {f"coverage-front:{instance.pk}"}
    said = None if kwargs["signal"] is post_delete else _row(instance, *_COVERAGE_FACTS)
    if said is None or said != getattr(instance, "said_before", None):
        keys |= {f"coverage:{instance.pk}", f"absent:{instance.edition.code}"}
    if kwargs["signal"] is post_delete:
        takedown(f"coverage-front:{instance.pk}")
    purge(*keys)


@receiver([post_save, post_delete], sender=CoverageLead)
def purge_coverage_order(instance: CoverageLead, **kwargs: Any) -> None:
    """The order is seen on the coverage's page and on fronts with its slot."""
    purge(f"coverage-front:{instance.coverage_id}")


@receiver([post_save, post_delete], sender=Show)
def purge_show(instance: Show, **kwargs: Any) -> None:
    """A show's page, its episodes, the list of shows."""
    if kwargs["signal"] is post_delete:
        takedown(f"show:{instance.pk}")
    purge(f"show:{instance.pk}", f"shows:{instance.edition.code}", f"absent:{instance.edition.code}")


def _row(instance: Model, *fields: str) -> Said | None:
    return type(instance)._default_manager.filter(pk=instance.pk).values(*fields).first()


def _codes() -> Iterable[str]:
    return Edition.objects.values_list("code", flat=True)
