"""Two who write at one address at the same moment: the second is told that it is taken.

One editor can be both: a new story is kept by itself while one writes, and that may be under way when the button is pressed.
"""

from django.http import HttpRequest
from wagtail.models import Page


def wait_to_create(request: HttpRequest, parent: Page, page_class: type[Page]) -> None:
    """Before a page is created: nobody else adds to its parent until this request has been answered.

    Wagtail looks whether an address is free before it waits for its place in the tree. What another request has taken
    meanwhile would be found when the page is written, where it is an error page and no sentence in the form.
    """
    if request.method == "POST":
        Page.objects.select_for_update().filter(pk=parent.pk).values_list("pk").first()
        parent.refresh_from_db(fields=["numchild"])  # of a page without children nobody asks which there are
