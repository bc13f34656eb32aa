"""Pages for what is not there: said in the edition's language, with a way on."""

from django.http import HttpRequest, HttpResponse


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return HttpResponse("Not found", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: without the database, for it may be what failed."""
    return HttpResponse("Server error", status=500)
