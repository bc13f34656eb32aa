"""The Django app of the demo room."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "nashra.demo"
    label = "demo"
    default_auto_field = "django.db.models.BigAutoField"
