"""The Django app of the media room."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "nashra.media"
    label = "media"
    default_auto_field = "django.db.models.BigAutoField"
