"""The Django app of the web room."""

from importlib import import_module

from django.apps import AppConfig

from nashra.press.keys import failure_pages, hosts, hot_pages, page_sources


class WebConfig(AppConfig):
    name = "nashra.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        sources = import_module("nashra.web.sources")
        page_sources.register(sources.list_pages)
        hot_pages.register(sources.list_hot_pages)
        hosts.register(sources.list_hosts)
        failure_pages.register(import_module("nashra.web.failure").list_failure_pages)
        # Each says which page it shows.
        import_module("nashra.web.views.stories")
        import_module("nashra.web.views.fronts")
