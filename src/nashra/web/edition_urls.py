"""An edition's own lists: addresses below its front that are no pages of the tree.

``archive/…`` is also looked up below a section, which then comes to the view as ``section``.
"""

from django.urls import path, register_converter

from nashra.web.views import archives, fragments, lists, people, television, theme


class UnicodeSlug:
    """One part of an address, in any script."""

    regex = r"[^/]+"

    def to_python(self, value: str) -> str:
        """As it stands in the address."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands in the address."""
        return value


register_converter(UnicodeSlug, "uslug")

urlpatterns = [
    path("topics/<uslug:slug>/", lists.show_topic, name="topic"),
    path("topics/<uslug:slug>/page/<int:page>/", lists.show_topic, name="topic_page"),
    path("regions/<uslug:slug>/", lists.show_region, name="region"),
    path("regions/<uslug:slug>/page/<int:page>/", lists.show_region, name="region_page"),
    path("coverage/<uslug:slug>/", lists.show_coverage, name="coverage"),
    path("coverage/<uslug:slug>/page/<int:page>/", lists.show_coverage, name="coverage_page"),
    path("authors/", people.show_authors, name="authors"),
    path("authors/<uslug:slug>/", people.show_author, name="author"),
    path("authors/<uslug:slug>/page/<int:page>/", people.show_author, name="author_page"),
    path("shows/", television.show_shows, name="shows"),
    path("shows/<uslug:slug>/", television.show_show, name="show"),
    path("live/", television.show_channel, name="channel"),
    path("archive/", archives.show_archive, name="archive"),
    path("archive/<int:year>/<int:month>/", archives.show_month, name="archive_month"),
    path("archive/<int:year>/<int:month>/<int:page>/", archives.show_month, name="archive_month_page"),
    path("fragments/latest/", fragments.show_latest, name="latest"),
    path("theme.css", theme.show_theme, name="theme"),
]
