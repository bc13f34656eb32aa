"""The Django app of the press room."""

from django.apps import AppConfig


class PressConfig(AppConfig):
    name = "nashra.press"
    label = "press"
    default_auto_field = "django.db.models.BigAutoField"
