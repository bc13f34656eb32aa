"""What a story refers to, read once for each time it is saved."""

import contextlib
from collections.abc import Iterator

from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string
from wagtail.models import Page

# Wagtail's handlers can only be imported once all models are there.
_switched_off = SimpleLazyObject(
    lambda: import_string("wagtail.signal_handlers.reference_index_auto_update_disabled")
)


@contextlib.contextmanager
def references_read_once(page: Page, *, changed: bool = True) -> Iterator[None]:
    """Save a page inside the block: its references are read once at its end, and only if they may have ``changed``.

    Wagtail reads all of them again for the page and for each row that hangs on it: eight times for a usual story.
    """
    if getattr(_switched_off, "value", False):
        yield  # whoever switched it off reads them later
        return
    with import_string("wagtail.signal_handlers.disable_reference_index_auto_update")():
        yield
    if changed:
        task = import_string("wagtail.tasks.update_reference_index_task")
        task.enqueue(page._meta.app_label, page._meta.model_name, str(page.pk))
