"""The Django app of the stories room."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "nashra.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"
