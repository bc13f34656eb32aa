"""The Django app of the media room."""

from importlib import import_module

from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "nashra.media"
    label = "media"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("nashra.media.receivers")
