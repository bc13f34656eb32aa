"""The smallest newsroom: a story is a Django group (its name is the headline), so that the press needs no other room."""

import threading

from django.contrib import messages
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import path
from django.utils import translation

from nashra.press.front.rules import STAFF_COOKIE
from nashra.press.journal import takedown
from nashra.press.keys import carry, declare

# A test may hold renders at this gate, after they have read their content.
gate = threading.Event()
gate.set()
at_the_gate = threading.Semaphore(0)
renders: list[str] = []
NOTES = "Only for the desk"


def front(request: HttpRequest) -> HttpResponse:
    renders.append(request.path)
    stories = list(Group.objects.order_by("id"))
    carry("front:1", *(f"card:{story.pk}" for story in stories))
    links = "".join(f'<li><a href="/story/{story.pk}/">{story.name}</a></li>' for story in stories)
    return HttpResponse(f"<!doctype html><title>Front</title><ul>{links}</ul>" + "<p>Tide tables.</p>" * 20)


def story(request: HttpRequest, number: int) -> HttpResponse:
    renders.append(request.path)
    carry(f"story:{number}")
    found = Group.objects.filter(pk=number).first()
    if not gate.is_set():
        at_the_gate.release()
        gate.wait(20)
    if found is None:
        raise Http404
    return HttpResponse(
        f"<!doctype html><title>{found.name}</title><h1>{found.name}</h1>" + "<p>Text.</p>" * 50
    )


def noted(request: HttpRequest, number: int) -> HttpResponse:
    """A story beside which the desk sees its notes."""
    carry(f"story:{number}")
    found = Group.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    notes = f"<p>{NOTES}</p>" if STAFF_COOKIE in request.COOKIES else ""
    return HttpResponse(
        f"<!doctype html><title>{found.name}</title><h1>{found.name}</h1>{notes}" + "<p>Text.</p>" * 200
    )


def pictured(request: HttpRequest, number: int) -> HttpResponse:
    """A story with a picture named after its headline."""
    carry(f"story:{number}")
    found = Group.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    return HttpResponse(
        f'<!doctype html><title>{found.name}</title><img src="/media/{found.name}.jpg" alt="">'
    )


def archive(request: HttpRequest) -> HttpResponse:
    declare("page")
    carry("section:1")
    return HttpResponse(f"Archive, page {request.GET.get('page', '1')}")


def moved(request: HttpRequest) -> HttpResponse:
    carry("redirects")
    return HttpResponsePermanentRedirect("/story/1/")


def counter(request: HttpRequest) -> HttpResponse:
    response = HttpResponse("personal")
    response.set_cookie("seen", "1")
    return response


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("The printing works are on strike.")


def desk(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{request.method} {request.get_full_path()} {request.body.decode()}")


@transaction.atomic
def withdraw(request: HttpRequest) -> HttpResponse:
    """As at the desk: the request is a transaction, and the screen in it in the editor's language."""
    with translation.override(request.GET.get("language", "en")):
        takedown("story:1")
    return HttpResponse("withdrawn")


def show_messages(request: HttpRequest) -> HttpResponse:
    return HttpResponse(" ".join(str(message) for message in messages.get_messages(request)))


urlpatterns = [
    path("", front),
    path("story/<int:number>/", story),
    path("pictured/<int:number>/", pictured),
    path("named/<str:name>/", lambda request, name: HttpResponse("<!doctype html><title>Name</title>")),
    path("noted/<int:number>/", noted),
    path("archive/", archive),
    path("moved/", moved),
    path("counter/", counter),
    path("broken/", broken),
    path("desk/", desk),
    path("withdraw/", withdraw),
    path("messages/", show_messages),
]
