"""Mail goes through the worker to a mail server that wants a password."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.mail import EmailMessage, send_mail
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext_lazy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.jobs import Job
from wagtail.admin.mail import send_mail as notify

from nashra.project.letters import SEND, AttachedFile
from tests.factories.jobs import carry_out
from tests.factories.people import make_user
from tests.factories.post_office import NAME, PASSWORD, PostOffice, open_post_office
from tests.integration.project.newsrooms import free_port

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(settings: Any) -> Iterator[PostOffice]:
    with open_post_office() as office:
        options = {"host": "127.0.0.1", "port": office.port, "username": NAME, "password": PASSWORD}
        settings.MAILERS = {
            "default": {"BACKEND": "nashra.project.letters.WorkersMailer"},
            "server": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options},
        }
        yield office


def ordered() -> list[ProcrastinateJob]:
    return list(ProcrastinateJob.objects.filter(task_name=SEND, status="todo").order_by("id"))


def deliver() -> None:
    for job in ordered():
        carry_out(SEND, job.args)


def test_a_letter_is_sent_by_the_worker_and_not_by_who_writes_it(post: PostOffice) -> None:
    send_mail("خبر", "النص", "desk@example.org", ["layla@example.org"], html_message="<p>النص</p>")
    assert post.letters == []
    deliver()
    (letter,) = post.letters
    assert (letter["Subject"], letter["From"], letter["To"]) == (
        "خبر",
        "desk@example.org",
        "layla@example.org",
    )
    assert [part.get_content().strip() for part in letter.iter_parts()] == ["النص", "<p>النص</p>"]


def test_those_in_blind_copy_get_a_letter_that_does_not_name_them(post: PostOffice) -> None:
    EmailMessage("News", "Text", "desk@example.org", ["a@example.org"], bcc=["b@example.org"]).send()
    deliver()
    assert post.receivers == [["a@example.org", "b@example.org"]]
    assert "b@example.org" not in post.letters[0].as_string()


def test_a_letter_goes_with_the_transaction_it_was_written_in(post: PostOffice) -> None:
    with transaction.atomic():
        send_mail("News", "Text", "desk@example.org", ["layla@example.org"])
        transaction.set_rollback(True)
    assert ordered() == []


def test_words_of_the_catalogue_are_those_of_who_writes(post: PostOffice) -> None:
    send_mail(gettext_lazy("Password"), "Text", "desk@example.org", ["layla@example.org"])
    deliver()
    assert post.letters[0]["Subject"] == "Password"


@pytest.mark.filterwarnings("ignore:get_connection")  # Wagtail still asks for one
def test_a_notification_of_the_desk_signs_in_to_the_mail_server(post: PostOffice) -> None:
    notify("A story waits for you", "Text", ["layla@example.org"], "desk@example.org")
    deliver()
    assert [(letter["Subject"], letter["Auto-Submitted"]) for letter in post.letters] == [
        ("A story waits for you", "auto-generated")
    ]


def test_a_letter_waits_for_a_mail_server_that_is_away(post: PostOffice, settings: Any) -> None:
    send_mail("News", "Text", "desk@example.org", ["layla@example.org"])
    settings.MAILERS["server"]["OPTIONS"]["port"] = free_port()
    with pytest.raises(OSError, match="refused") as failed:
        deliver()
    job = Job(id=1, queue="", lock=None, queueing_lock=None, task_name=SEND, attempts=0)
    again = app.tasks[SEND].get_retry_exception(failed.value, job)
    assert again is not None
    assert again.retry_decision.retry_at is not None


def test_a_letter_with_a_file_is_refused_with_the_way_to_send_it(post: PostOffice) -> None:
    letter = EmailMessage("News", "Text", "desk@example.org", ["layla@example.org"])
    letter.attach("story.txt", "Text", "text/plain")
    with pytest.raises(AttachedFile, match='using="server"'):
        letter.send()


def test_who_asks_for_a_new_password_does_not_wait_for_the_mail_server(post: PostOffice) -> None:
    make_user("layla")
    Client().post(reverse("wagtailadmin_password_reset"), {"email": "layla@example.org"})
    assert post.letters == []
    deliver()
    (letter,) = post.letters
    found = re.search(r"/admin/password_reset/confirm/\S+", letter.get_content())
    assert found
    assert Client().get(found.group(), follow=True).status_code == 200
