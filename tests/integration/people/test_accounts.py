"""An administrator of an edition looks after its accounts, and cannot become more than that."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from nashra.people.models import User
from nashra.people.roles import Role, group_name
from tests.factories.editions import make_edition
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    """The desk of the English edition's administrator; there is an Arabic edition too."""
    make_edition("en")
    make_edition("ar")
    client.force_login(make_user("admin", Role.ADMINISTRATOR))
    return client


def role(code: str, of: Role) -> Group:
    return Group.objects.get(name=group_name(code, of))


def save(desk: Client, account: User, **changes: Any) -> Any:
    form = {
        "username": account.username,
        "email": account.email,
        "first_name": "Layla",
        "last_name": "Haddad",
        "is_active": "on",
        "groups": [group.pk for group in account.groups.all()],
    }
    return desk.post(reverse("wagtailusers_users:edit", args=[account.pk]), form | changes)


def roles_of(account: User) -> set[str]:
    return set(account.groups.values_list("name", flat=True))


def at_many(desk: Client, action: str, account: User, **form: Any) -> Any:
    url = reverse("wagtail_bulk_action", args=["people", "user", action])
    return desk.post(f"{url}?id={account.pk}", form)


def test_administrator_opens_an_account_with_a_role_of_the_edition(desk: Client) -> None:
    words = "the harbour at night"
    answer = desk.post(
        reverse("wagtailusers_users:add"),
        {
            "username": "sami",
            "email": "sami@example.org",
            "first_name": "Sami",
            "last_name": "Nour",
            "password1": words,
            "password2": words,
            "groups": [role("en", Role.REPORTER).pk],
        },
    )
    assert answer.status_code == 302
    assert roles_of(User.objects.get(username="sami")) == {"en · reporter"}


def test_administrator_changes_an_account_of_the_edition(desk: Client) -> None:
    account = make_user(role=Role.REPORTER)
    save(desk, account, email="new@example.org", groups=[role("en", Role.EDITOR).pk])
    account.refresh_from_db()
    assert account.email == "new@example.org"
    assert roles_of(account) == {"en · editor"}


def test_nobody_is_given_every_right_by_an_administrator_of_an_edition(desk: Client) -> None:
    account = make_user(role=Role.REPORTER)
    save(desk, account, is_superuser="on")
    account.refresh_from_db()
    assert account.is_superuser is False


def test_role_in_another_edition_cannot_be_given(desk: Client) -> None:
    account = make_user(role=Role.REPORTER)
    assert save(desk, account, groups=[role("ar", Role.EDITOR).pk]).status_code == 200
    assert roles_of(account) == {"en · reporter"}


def test_group_with_more_rights_than_its_giver_cannot_be_given(desk: Client) -> None:
    account = make_user(role=Role.REPORTER)
    strong = role("en", Role.EDITOR)
    strong.permissions.add(Permission.objects.get(codename="add_group"))
    save(desk, account, groups=[strong.pk])
    assert roles_of(account) == {"en · reporter"}


def test_account_with_every_right_is_out_of_reach(desk: Client) -> None:
    owner = User.objects.create_superuser("owner", "owner@example.org", "secret-words")
    assert save(desk, owner, email="mine@example.org").status_code == 302
    owner.refresh_from_db()
    assert owner.email == "owner@example.org"


def test_account_of_another_edition_gets_roles_and_keeps_all_else(desk: Client) -> None:
    account = make_user(role=Role.CHIEF_EDITOR, code="ar")
    save(
        desk,
        account,
        email="mine@example.org",
        password1="the harbour at night",
        password2="the harbour at night",
        groups=[role("en", Role.EDITOR).pk],
    )
    account.refresh_from_db()
    assert account.email == "layla@example.org"
    assert account.check_password("secret-words")
    assert roles_of(account) == {"ar · chief", "en · editor"}


def test_account_of_another_edition_is_not_deleted(desk: Client) -> None:
    account = make_user(role=Role.REPORTER, code="ar")
    desk.post(reverse("wagtailusers_users:delete", args=[account.pk]))
    at_many(desk, "delete", account)
    assert User.objects.filter(pk=account.pk).exists()


def test_account_of_another_edition_is_not_closed_among_many(desk: Client) -> None:
    account = make_user(role=Role.REPORTER, code="ar")
    at_many(desk, "set_active_state", account, mark_as_active="False")
    account.refresh_from_db()
    assert account.is_active


def test_role_in_another_edition_is_not_given_to_many(desk: Client) -> None:
    account = make_user(role=Role.REPORTER)
    at_many(desk, "assign_role", account, role=role("ar", Role.ADMINISTRATOR).pk)
    assert roles_of(account) == {"en · reporter"}


def test_role_of_the_edition_is_given_to_many(desk: Client) -> None:
    account = make_user(role=Role.REPORTER)
    at_many(desk, "assign_role", account, role=role("en", Role.EDITOR).pk)
    assert roles_of(account) == {"en · editor", "en · reporter"}


def test_copied_account_has_no_more_than_its_maker_can_give(desk: Client) -> None:
    account = make_user(role=Role.CHIEF_EDITOR, code="ar")
    page = desk.get(reverse("wagtailusers_users:copy", args=[account.pk]))
    assert page.status_code == 200
    assert "ar · chief" not in page.content.decode()


def test_owner_gives_every_right(client: Client) -> None:
    make_edition("en")
    client.force_login(User.objects.create_superuser("owner", "owner@example.org", "secret-words"))
    account = make_user(role=Role.REPORTER)
    save(client, account, is_superuser="on")
    account.refresh_from_db()
    assert account.is_superuser
