"""What readers may download is something to read."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model

from nashra.people.models import User

pytestmark = pytest.mark.django_db


def upload(client: Client, name: str, content: bytes = b"a,b\n1,2\n") -> str:
    client.force_login(User.objects.create_superuser("chief", password="x"))
    answer = client.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": name, "files[]": SimpleUploadedFile(name, content)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    return str(answer.json().get("error_message", ""))


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "setup.exe", "script.js", "report.pdf.exe"])
def test_page_or_program_is_refused_by_name_and_leaves_nothing(client: Client, name: str) -> None:
    assert f"“{name.rpartition('.')[2]}” is not allowed" in upload(client, name)
    assert not get_document_model().objects.exists()


def test_table_is_taken(client: Client) -> None:
    upload(client, "figures.csv")
    assert get_document_model().objects.exists()
