"""Signed-in staff and the press: a way past the store for them alone, and word of machines in doubt."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from nashra.press.front.rules import STAFF_COOKIE, is_staff_mark
from nashra.press.models import PressMachine


@pytest.fixture(autouse=True)
def with_sign_in(settings: pytest.FixtureRequest, tiny_newsroom: None) -> None:
    settings.MIDDLEWARE = [  # type: ignore[attr-defined] # pytest-django's settings
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "nashra.press.middleware.StaffMark",
        "nashra.press.middleware.TakedownReport",
    ]


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(get_user_model().objects.create(username="editor"))
    return client


def test_a_signed_in_editor_gets_a_mark_the_front_believes(
    editor: Client, settings: pytest.FixtureRequest
) -> None:
    mark = editor.get("/desk/").cookies[STAFF_COOKIE].value
    assert is_staff_mark(mark, settings.SECRET_KEY.encode())  # type: ignore[attr-defined] # pytest-django's settings


def test_the_mark_goes_when_the_editor_signs_out(editor: Client) -> None:
    editor.get("/desk/")
    del editor.cookies["sessionid"]
    assert editor.get("/desk/").cookies[STAFF_COOKIE].value == ""


def test_a_reader_gets_no_cookie(client: Client) -> None:
    assert not client.get("/archive/").cookies


def test_machines_in_doubt_are_named_in_the_answer_to_the_click(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nashra.press.journal.TAKEDOWN_PATIENCE", 0.1)
    PressMachine.objects.create(store="8f7d3f3e-0000-4000-8000-000000000000", name="harbour-2", position=1)
    response = editor.post("/withdraw/")
    assert "harbour-2" in editor.get("/messages/").content.decode()
    assert response.status_code == 200


@pytest.mark.parametrize(("language", "words"), [("es", "La página"), ("ar", "الصفحة")])
def test_machines_in_doubt_are_named_in_the_editors_language(
    editor: Client, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    monkeypatch.setattr("nashra.press.journal.TAKEDOWN_PATIENCE", 0.1)
    PressMachine.objects.create(store="8f7d3f3e-0000-4000-8000-000000000000", name="harbour-2", position=1)
    editor.post(f"/withdraw/?language={language}")
    told = editor.get("/messages/").content.decode()
    assert "harbour-2" in told
    assert words in told
