"""Background tasks of Wagtail: ordered in the transaction that asks, carried out by the worker."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from asgiref.sync import async_to_sync
from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import DjangoDbBlocker
from wagtail.models import ReferenceIndex
from wagtail.tasks import update_reference_index_task

from nashra.project.background import CARRY_OUT, carry_out
from nashra.project.tasks import MOST_ATTEMPTS, take_up_again
from nashra.stories.models import Article, StoryTopic
from tests.factories.editions import make_edition
from tests.factories.jobs import context
from tests.factories.stories import make_topic, publish_story

WORKER = {"default": {"BACKEND": "nashra.project.background.WorkerBackend"}}


@pytest.fixture(autouse=True)
def with_the_worker(settings: pytest.FixtureRequest) -> None:
    settings.TASKS = WORKER  # type: ignore[attr-defined] # pytest-django's settings


def ordered() -> list[dict[str, object]]:
    jobs = ProcrastinateJob.objects.filter(task_name=CARRY_OUT, status="todo").order_by("id")
    return [job.args for job in jobs]


@pytest.mark.django_db
def test_a_task_is_ordered_with_its_arguments() -> None:
    update_reference_index_task.enqueue("stories", "article", "7")
    assert ordered() == [
        {
            "task": "wagtail.tasks.update_reference_index_task",
            "args": ["stories", "article", "7"],
            "kwargs": {},
        }
    ]


@pytest.mark.django_db
def test_an_order_goes_with_the_transaction_that_placed_it() -> None:
    with transaction.atomic():
        update_reference_index_task.enqueue("stories", "article", "7")
        transaction.set_rollback(True)
    assert ordered() == []


@pytest.mark.django_db
def test_publishing_reads_references_once_however_much_hangs_on_the_story() -> None:
    article = publish_story(make_edition(), story_topics=[StoryTopic(topic=make_topic())])
    ProcrastinateJob.objects.all().delete()
    article.title = "Another headline"
    article.save_revision().publish()
    tasks = [order["task"] for order in ordered()]
    assert tasks.count("wagtail.tasks.update_reference_index_task") == 1


@pytest.mark.django_db
def test_carrying_out_brings_the_index_up_to_date() -> None:
    article = publish_story(make_edition())
    ReferenceIndex.objects.all().delete()
    for order in ordered():
        carry_out(**order)  # type: ignore[arg-type] # as JSON brings them back
    assert ReferenceIndex.get_references_for_object(Article.objects.get(pk=article.pk)).exists()


@pytest.mark.django_db
def test_what_is_no_task_is_refused() -> None:
    with pytest.raises(TypeError, match="is not a background task"):
        carry_out("os.path.join", [], {})


def test_the_worker_knows_the_order() -> None:
    assert CARRY_OUT in app.tasks


def leave_job(*, sign_of_life: timedelta, attempts: int = 0, queueing_lock: str | None = None) -> int:
    """A job that a worker is at, whose last sign of life is so long ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s) RETURNING id",
            [timezone.now() - sign_of_life],
        )
        worker = cursor.fetchone()[0]
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, attempts, worker_id, queueing_lock)"
            " VALUES ('index', %s, 'doing', %s, %s, %s) RETURNING id",
            [CARRY_OUT, attempts, worker, queueing_lock],
        )
        return int(cursor.fetchone()[0])


def look_for_fallen_workers() -> None:
    async_to_sync(take_up_again.func)(context(), 0)


@pytest.mark.django_db
def test_a_job_whose_worker_was_killed_is_begun_again() -> None:
    fallen = leave_job(sign_of_life=timedelta(minutes=1))
    look_for_fallen_workers()
    job = ProcrastinateJob.objects.get(pk=fallen)
    assert (job.status, job.attempts) == ("todo", 1)


@pytest.mark.django_db
def test_a_job_whose_worker_lives_is_left_to_it() -> None:
    under_way = leave_job(sign_of_life=timedelta(seconds=5))
    look_for_fallen_workers()
    assert ProcrastinateJob.objects.get(pk=under_way).status == "doing"


@pytest.mark.django_db
def test_a_job_that_kills_every_worker_is_given_up() -> None:
    deadly = leave_job(sign_of_life=timedelta(minutes=1), attempts=MOST_ATTEMPTS)
    look_for_fallen_workers()
    assert ProcrastinateJob.objects.get(pk=deadly).status == "failed"


@pytest.fixture
def transactional_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """In place of pytest-django's, which would empty every table: only what is written here is removed again."""
    with django_db_blocker.unblock():
        yield
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs; DELETE FROM procrastinate_workers")
        connection.close()


@pytest.mark.usefixtures("transactional_db")
def test_a_fallen_job_that_was_ordered_again_is_done_once() -> None:
    fallen = leave_job(sign_of_life=timedelta(minutes=1), queueing_lock="the same")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock) VALUES ('index', %s, 'the same')",
            [CARRY_OUT],
        )
    look_for_fallen_workers()
    assert not ProcrastinateJob.objects.filter(pk=fallen).exists()
    assert ProcrastinateJob.objects.filter(queueing_lock="the same", status="todo").count() == 1
