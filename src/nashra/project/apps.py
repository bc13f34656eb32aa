"""The Django app of the project room."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "nashra.project"
    label = "project"
    default_auto_field = "django.db.models.BigAutoField"
