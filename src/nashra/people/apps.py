"""The Django app of the people room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "nashra.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
