"""The Django app of the editions room."""

from django.apps import AppConfig


class EditionsConfig(AppConfig):
    name = "nashra.editions"
    label = "editions"
    default_auto_field = "django.db.models.BigAutoField"
