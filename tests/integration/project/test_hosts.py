"""Which host names the site answers to."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, Site

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000"])
def test_this_computers_names_are_known(host: str) -> None:
    assert Client(headers={"host": host}).get("/admin/login/").status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "a b"])
def test_a_name_nobody_set_is_refused(host: str) -> None:
    answer = Client(headers={"host": host}).get("/admin/login/")
    assert answer.status_code == 400
    assert "evil" not in answer.content.decode()


def test_an_editions_own_host_counts_as_soon_as_it_is_saved(settings: Any) -> None:
    client = Client(headers={"host": "fr.coast.example"})
    assert client.get("/admin/login/").status_code == 400
    root = Page.objects.filter(depth=1).get()
    Site.objects.create(hostname="fr.coast.example", root_page=root, site_name="La Côte")
    fresh = Client(headers={"host": "fr.coast.example"})
    assert fresh.get("/admin/login/").status_code == 200


def test_a_name_set_from_outside_is_known_with_all_below_it(settings: Any) -> None:
    settings.NASHRA_HOSTS = [".coast.example"]
    assert Client(headers={"host": "desk.coast.example"}).get("/admin/login/").status_code == 200
