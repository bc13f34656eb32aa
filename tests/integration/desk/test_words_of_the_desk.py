"""What the desk says in places Wagtail has words of its own for."""

import pytest
from django.test import Client
from wagtail.users.models import UserProfile

from nashra.people.roles import Role
from tests.factories.editions import make_edition
from tests.factories.people import make_user
from tests.factories.stories import section_of

pytestmark = pytest.mark.django_db

WORDS = {
    "en": ("Choose coverage", "Choose story"),
    "es": ("Elegir cobertura especial", "Elegir pieza"),
    "ar": ("اختر التغطية الخاصة", "اختر المادة"),
}


def test_choosers_speak_the_language_of_whoever_sees_them() -> None:
    section = section_of(make_edition("en"))
    editor = make_user("sami", Role.EDITOR, "en")
    profile = UserProfile.objects.create(user=editor)
    desk = Client()
    desk.force_login(editor)
    for language, words in WORDS.items():
        profile.preferred_language = language
        profile.save()
        form = desk.get(f"/admin/pages/add/stories/article/{section.pk}/").content.decode()
        assert [word for word in words if word not in form] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Sign in to the newsroom"),
        ("es", "Entrar en la redacción"),
        ("ar", "الدخول إلى غرفة الأخبار"),
    ],
)
def test_the_door_is_the_newsrooms(language: str, words: str) -> None:
    page = Client().get("/admin/login/", headers={"accept-language": language}).content.decode()
    assert f"<h1>{words}</h1>" in page
    assert "Wagtail</title>" not in page
