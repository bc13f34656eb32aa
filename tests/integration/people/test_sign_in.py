"""Guessing passwords at the desk's door is slow, and strangers who do it keep nobody out."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nashra.base import clock
from nashra.people.models import Attempt, User
from nashra.people.roles import Role
from nashra.people.sign_in import sign_in_of
from nashra.people.tasks import forget_attempts
from nashra.people.throttle import count, wait_before
from tests.factories.editions import make_edition
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
REFUSED = "Too many sign-ins have failed."
WRONG = "password didn&#x27;t match"


@pytest.fixture(autouse=True)
def layla() -> User:
    make_edition("en")
    return make_user("layla", Role.EDITOR)


def at(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


def try_to_sign_in(
    browser: Client, password: str = "wrong", name: str = "layla", network: str = "203.0.113.7"
) -> Any:
    form = {"username": name, "password": password}
    return browser.post(reverse("wagtailadmin_login"), form, REMOTE_ADDR=network)


def fail(times: int, name: str = "layla", network: str = "203.0.113.7") -> str:
    """The last answer; those before it are counted as the form counts them, without pages nobody reads."""
    for _time in range(times - 1):
        attempt = sign_in_of(RequestFactory(REMOTE_ADDR=network).post("/"), name)
        if not wait_before(attempt):
            count(attempt)
    return str(try_to_sign_in(Client(), name=name, network=network).content.decode())


def attack(name: str = "layla") -> None:
    """Guess from more networks than any limit has."""
    for last in range(1, 25):
        count(sign_in_of(RequestFactory(REMOTE_ADDR=f"198.51.100.{last}").post("/"), name))


def is_let_in(answer: Any) -> bool:
    return bool(answer.status_code == 302)


def test_fifth_wrong_password_is_still_told_so_and_the_sixth_waits() -> None:
    assert WRONG in fail(5)
    assert REFUSED in fail(1)


def test_right_password_waits_too() -> None:
    fail(5)
    assert not is_let_in(try_to_sign_in(Client(), "secret-words"))


def test_wait_asks_the_database_the_same_for_a_name_nobody_has() -> None:
    fail(5)
    fail(5, "nobody", "203.0.113.8")
    with CaptureQueriesContext(connection) as with_account:
        fail(1)
    with CaptureQueriesContext(connection) as without:
        fail(1, "nobody", "203.0.113.8")
    assert len(with_account) == len(without)


def test_wait_ends_by_itself_and_asking_makes_it_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    at(NOW, monkeypatch)
    fail(5)
    at(NOW + timedelta(minutes=14), monkeypatch)
    assert "Try again in 1 minute," in fail(3)
    at(NOW + timedelta(minutes=15, seconds=1), monkeypatch)
    assert is_let_in(try_to_sign_in(Client(), "secret-words"))


def test_success_begins_the_count_anew() -> None:
    fail(4)
    assert is_let_in(try_to_sign_in(Client(), "secret-words"))
    assert WRONG in fail(5)


def test_name_nobody_has_is_answered_like_an_account() -> None:
    answers = {name: [fail(5, name), fail(1, name)] for name in ("layla", "nobody")}
    assert WRONG in answers["nobody"][0]
    assert REFUSED in answers["nobody"][1]
    assert REFUSED in answers["layla"][1]


def test_account_guessed_from_many_networks_waits_in_browsers_nobody_knows() -> None:
    attack()
    assert REFUSED in fail(1, network="192.0.2.1")


def test_browser_somebody_signed_in_with_is_let_in_whatever_strangers_do() -> None:
    own = Client()
    try_to_sign_in(own, "secret-words")
    own.post(reverse("wagtailadmin_logout"))
    attack()
    fail(30, network="203.0.113.7")
    assert is_let_in(try_to_sign_in(own, "secret-words"))


def test_known_browser_guesses_no_longer_than_ten_times() -> None:
    own = Client()
    try_to_sign_in(own, "secret-words")
    own.post(reverse("wagtailadmin_logout"))
    answers = [try_to_sign_in(own).content.decode() for _time in range(11)]
    assert WRONG in answers[9]
    assert REFUSED in answers[10]


def test_browser_known_to_one_account_is_a_stranger_to_another() -> None:
    make_user("sami", Role.EDITOR)
    own = Client()
    try_to_sign_in(own, "secret-words", "sami")
    own.post(reverse("wagtailadmin_logout"))
    attack()
    assert REFUSED in try_to_sign_in(own, "secret-words").content.decode()


def test_forged_cookie_makes_no_browser_known() -> None:
    own = Client()
    own.cookies["nashra_browser"] = '{"name":"x","accounts":[1]}:forged'
    attack()
    assert REFUSED in try_to_sign_in(own, "secret-words").content.decode()


def test_one_network_tries_thirty_times_whatever_the_names() -> None:
    for number in range(30):
        count(sign_in_of(RequestFactory(REMOTE_ADDR="203.0.113.7").post("/"), f"name{number}"))
    assert REFUSED in fail(1, "another")
    assert WRONG in fail(1, "another", "203.0.113.8")


def test_new_password_by_mail_opens_the_door_while_strangers_guess(layla: User) -> None:
    attack()
    layla.set_password("other-secret-words")
    layla.save()
    assert is_let_in(try_to_sign_in(Client(), "other-secret-words", network="192.0.2.1"))


def test_lines_of_ipv6_count_as_one_network() -> None:
    for last in range(5):
        fail(1, network=f"2001:db8:0:7::{last}")
    assert REFUSED in fail(1, network="2001:db8:0:7::aaaa")
    assert WRONG in fail(1, network="2001:db8:0:8::1")


@pytest.mark.parametrize(
    ("nearest", "forwarded", "counted"),
    [
        ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "192.0.2.66, 203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "203.0.113.9, 127.0.0.1", "203.0.113.9"),
        ("203.0.113.9", "192.0.2.66", "203.0.113.9"),
        ("127.0.0.1", "rubbish", "127.0.0.1"),
        ("::ffff:203.0.113.9", "", "203.0.113.9"),
        ("", "", ""),
    ],
)
def test_network_is_what_the_newsrooms_own_proxies_say(nearest: str, forwarded: str, counted: str) -> None:
    form = {"username": "layla", "password": "wrong"}
    Client().post(
        reverse("wagtailadmin_login"), form, REMOTE_ADDR=nearest, headers={"x-forwarded-for": forwarded}
    )
    assert Attempt.objects.get().network == counted


def test_what_was_written_as_a_name_is_not_kept() -> None:
    fail(1, name="my-secret-password")
    assert "my-secret" not in str(list(Attempt.objects.values()))


@pytest.mark.parametrize(
    ("asked_for", "language", "direction", "words"),
    [
        ("ar-EG,ar;q=0.9,en;q=0.5", "ar", "rtl", "فشلت محاولات دخول كثيرة"),
        ("es-MX", "es", "ltr", "Han fallado demasiados inicios de sesión"),
        ("fr", "en", "ltr", REFUSED),
    ],
)
def test_wait_is_told_in_the_browsers_language(
    asked_for: str, language: str, direction: str, words: str
) -> None:
    fail(5)
    answer = try_to_sign_in(Client(headers={"accept-language": asked_for})).content.decode()
    assert words in answer
    assert f'lang="{language}" dir="{direction}"' in answer
    assert (">Password<" in answer.replace("\n", "").replace(" ", "")) == (language == "en")


def test_after_signing_in_the_accounts_own_language_holds(client: Client, layla: User) -> None:
    client.force_login(layla)
    answer = client.get(reverse("wagtailadmin_home"), headers={"accept-language": "ar"})
    assert 'lang="en"' in answer.content.decode()


def test_owner_sees_the_failed_sign_ins_and_ends_the_wait(client: Client, layla: User) -> None:
    fail(5)
    client.force_login(User.objects.create_superuser("owner", password="x"))
    listing = client.get(reverse("wagtailsnippets_people_attempt:list")).content.decode()
    assert listing.count("203.0.113.7") >= 5
    assert "layla" in listing
    url = reverse("wagtail_bulk_action", args=["people", "attempt", "delete"])
    ids = "&".join(f"id={attempt.pk}" for attempt in Attempt.objects.filter(account=layla))
    client.post(f"{url}?{ids}")
    assert is_let_in(try_to_sign_in(Client(), "secret-words"))


def test_nobody_writes_failed_sign_ins_by_hand(client: Client) -> None:
    fail(1)
    client.force_login(User.objects.create_superuser("owner", password="x"))
    assert client.get(reverse("wagtailsnippets_people_attempt:add")).status_code == 302
    editing = reverse("wagtailsnippets_people_attempt:edit", args=[Attempt.objects.get().pk])
    assert client.get(editing).status_code == 302


def test_editor_does_not_see_failed_sign_ins(client: Client, layla: User) -> None:
    client.force_login(layla)
    assert client.get(reverse("wagtailsnippets_people_attempt:list")).status_code == 302


def test_owner_who_is_kept_out_lets_themselves_in_from_the_shell(capsys: pytest.CaptureFixture[str]) -> None:
    fail(5)
    fail(2, "nobody")
    call_command("letin", "layla")
    assert is_let_in(try_to_sign_in(Client(), "secret-words"))
    call_command("letin")
    assert not Attempt.objects.exists()
    with pytest.raises(CommandError, match="no account"):
        call_command("letin", "nobody")


def test_end_of_patience_is_told_in_the_log_once(caplog: pytest.LogCaptureFixture) -> None:
    fail(8)
    said = [record.getMessage() for record in caplog.records if record.name == "nashra.people.throttle"]
    assert len(said) == 1
    assert said[0].startswith("Failed sign-ins: 5 in 15 minutes for layla from 203.0.113.7; more are refused")


def test_old_failures_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    at(NOW, monkeypatch)
    fail(1)
    at(NOW + timedelta(days=1, seconds=1), monkeypatch)
    fail(1, "nobody")
    forget_attempts(0)
    assert [attempt.account for attempt in Attempt.objects.all()] == [None]


def ask_for_letter(address: str, network: str = "203.0.113.7") -> Any:
    return Client().post(
        reverse("wagtailadmin_password_reset"), {"email": address}, REMOTE_ADDR=network, follow=True
    )


def test_one_address_gets_three_letters_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    at(NOW, monkeypatch)
    for last in range(5):
        ask_for_letter("Layla@example.org" if last % 2 else "layla@example.org", f"203.0.113.{last}")
    assert len(mail.outbox) == 3
    at(NOW + timedelta(hours=1, seconds=1), monkeypatch)
    ask_for_letter("layla@example.org")
    assert len(mail.outbox) == 4


def test_one_network_asks_for_ten_letters_an_hour() -> None:
    for number in range(12):
        make_user(f"name{number}")
        ask_for_letter(f"name{number}@example.org")
    assert len(mail.outbox) == 10


def test_answer_to_a_letter_that_is_not_sent_is_the_same() -> None:
    def answer_to(address: str) -> str:
        # Each page carries a token of its own.
        return re.sub("[A-Za-z0-9]{64}", "", ask_for_letter(address).content.decode())

    answers = {answer_to("layla@example.org") for _time in range(4)} | {answer_to("nobody@example.org")}
    assert len(mail.outbox) == 3
    assert len(answers) == 1
