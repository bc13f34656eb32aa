"""The Django app of the importers room."""

from django.apps import AppConfig


class ImportersConfig(AppConfig):
    name = "nashra.importers"
    label = "importers"
    default_auto_field = "django.db.models.BigAutoField"
