"""An edition's colours, as a small style sheet of its own: no inline style, so a strict content policy holds."""

from django.http import HttpRequest, HttpResponse

from nashra.press.keys import carry
from nashra.web.routing import Scene


def show_theme(request: HttpRequest, scene: Scene) -> HttpResponse:
    """The edition's accent on light and on dark."""
    edition = scene.edition
    carry(f"edition:{edition.code}")
    sheet = (
        f":root {{ --accent: {edition.accent}; }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ --accent: {edition.accent_dark}; }} }}\n"
    )
    return HttpResponse(sheet, content_type="text/css; charset=utf-8")
