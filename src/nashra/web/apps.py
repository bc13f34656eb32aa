"""The Django app of the web room."""

from importlib import import_module

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "nashra.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Each says which page it shows.
        import_module("nashra.web.views.stories")
        import_module("nashra.web.views.fronts")
