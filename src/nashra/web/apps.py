"""The Django app of the web room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "nashra.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
