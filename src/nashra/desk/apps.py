"""The Django app of the desk room."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "nashra.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
