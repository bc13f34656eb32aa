"""An edition's colours, as a small style sheet of its own: no inline style, so a strict content policy holds."""

from django.http import HttpRequest, HttpResponse

from nashra.press.keys import carry
from nashra.web.routing import Scene
from nashra.web.theme import theme_sheet


def show_theme(request: HttpRequest, scene: Scene) -> HttpResponse:
    """The edition's accent on light and on dark."""
    edition = scene.edition
    carry(f"edition:{edition.code}")
    sheet = theme_sheet(edition.accent, edition.accent_dark)
    return HttpResponse(sheet, content_type="text/css; charset=utf-8")
