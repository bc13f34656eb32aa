"""The address map: the desk under /admin/, everything else is a reader's page."""

from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("nashra.web.urls")),
]

handler404 = "nashra.web.views.refusals.page_not_found"
handler500 = "nashra.web.views.refusals.server_error"
