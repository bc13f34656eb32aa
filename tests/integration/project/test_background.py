"""Background tasks of Wagtail: ordered in the transaction that asks, carried out by the worker."""

import pytest
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import ReferenceIndex
from wagtail.tasks import update_reference_index_task

from nashra.project.background import CARRY_OUT, carry_out
from nashra.stories.models import Article, StoryTopic
from tests.factories.editions import make_edition
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
