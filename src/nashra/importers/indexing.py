"""Rows of Wagtail's search and reference indexes for stories that are added many at a time."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import Page, ReferenceIndex
from wagtail.search import index

from nashra.stories.models import Article, StoryByline, StoryTopic

_RELATIONS: dict[type[models.Model], str] = {StoryByline: "story_bylines", StoryTopic: "story_topics"}

type Reference = tuple[int, str, str, str]
"""Content type and id of what is referred to, the path to the field on the model and on the object."""


class SearchEntry:
    """What the search backend asks of a story, each value worked out once: it asks for them five times.

    The text of the body is taken from the item it came with, not parsed out of the stored blocks again.
    """

    def __init__(self, article: Article, text: str) -> None:
        self.pk = article.pk
        self._fields = [_remembered(field, article, text) for field in article.get_search_fields()]

    def get_search_fields(self) -> list[Any]:
        """The story's search fields, their values known."""
        return self._fields


class _RememberedSearch(index.SearchField):
    value: Any

    def get_value(self, _obj: object) -> Any:
        return self.value


class _RememberedAutocomplete(index.AutocompleteField):
    value: Any

    def get_value(self, _obj: object) -> Any:
        return self.value


def _remembered(field: Any, article: Article, text: str) -> Any:
    if isinstance(field, index.SearchField):
        remembered: Any = _RememberedSearch(field.field_name, boost=field.boost)
    elif isinstance(field, index.AutocompleteField):
        remembered = _RememberedAutocomplete(field.field_name)
    else:
        return field
    remembered.value = text if field.field_name == "body" else field.get_value(article)
    return remembered


def reference_rows(article: Article, children: Sequence[models.Model]) -> Iterator[ReferenceIndex]:
    """What a new article refers to: its foreign keys and those of its children. Imported bodies refer to
    nothing of the newsroom.
    """
    base = ContentType.objects.get_for_model(Page)
    own = ContentType.objects.get_for_model(article)
    for to_type, to_id, model_path, content_path in _references(article, children):
        yield ReferenceIndex(
            content_type=own,
            base_content_type=base,
            object_id=str(article.pk),
            to_content_type_id=to_type,
            to_object_id=to_id,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),  # noqa: SLF001 - no public form
        )


def _references(article: Article, children: Sequence[models.Model]) -> Iterator[Reference]:
    keys = tuple(field.attname for field in article._meta.concrete_fields if field.many_to_one)
    yield from _of_article(tuple((key, getattr(article, key)) for key in keys))
    for child in children:
        relation = _RELATIONS[type(child)]
        for to_type, to_id, model_path, content_path in _extracted(child):
            yield to_type, to_id, f"{relation}.item.{model_path}", f"{relation}.{child.pk}.{content_path}"


@lru_cache(maxsize=256)
def _of_article(foreign_keys: tuple[tuple[str, int | None], ...]) -> tuple[Reference, ...]:
    """References of any article with these foreign keys and nothing else: the same for all stories of a
    section.
    """
    return _extracted(Article(**dict(foreign_keys)))


def _extracted(instance: models.Model) -> tuple[Reference, ...]:
    return tuple(set(ReferenceIndex._extract_references_from_object(instance)))  # noqa: SLF001 - no public form
