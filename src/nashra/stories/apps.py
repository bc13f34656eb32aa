"""The Django app of the stories room."""

from importlib import import_module

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "nashra.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        for name in ("receivers", "receivers_of_places", "receivers_of_names", "restrictions", "withdrawn"):
            import_module(f"nashra.stories.{name}")
