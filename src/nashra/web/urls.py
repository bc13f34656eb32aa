"""Readers' addresses: everything the desk has not taken."""

from django.urls import path, re_path

from nashra.web.views.entrance import choose_edition, serve

urlpatterns = [
    path("", choose_edition, name="newsroom"),
    # Under Wagtail's own name, so that the desk's links lead here.
    re_path(r"^(?P<path>.+)$", serve, name="wagtail_serve"),
]
