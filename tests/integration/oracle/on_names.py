"""Acts on names and pictures that stand on many pages: topics, bylines, coverages, shows, pictures, films; and imports."""

from dataclasses import replace
from datetime import timedelta

from django.core.files.base import ContentFile
from django.db.models import Model
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.documents.models import Document

from nashra.base.newsitem import Concept, NewsItem, Paragraph, PubStatus
from nashra.editions.models import Edition, Region
from nashra.importers.models import ImportedItem
from nashra.importers.reading import Found
from nashra.importers.run import Run, import_items
from nashra.media.models import Picture, PictureText, Video
from nashra.people.models import Byline, BylineLink, BylineName
from nashra.stories.models import Coverage, CoverageLead, SectionPage, Show, Story, Topic, TopicLabel
from tests.factories.jobs import carry_out
from tests.factories.media import photograph
from tests.integration.oracle.choosing import NothingToActOn, one_of

LANGUAGES = ("en", "ar", "es")


def name_a_topic(which: int, how: int) -> None:
    label = one_of(TopicLabel.objects.all(), which)
    label.label = f"Topic {how}"
    if how % 3 == 0:
        label.slug = f"topic-{how}-{label.pk}"
    label.save()


def name_a_topic_in_another_language(which: int, how: int) -> None:
    topic = one_of(Topic.objects.all(), which)
    missing = [language for language in LANGUAGES if not topic.labels.filter(language=language).exists()]
    TopicLabel.objects.create(topic=topic, language=one_of(missing, how), label=f"Named {how} {topic.pk}")


def take_a_topics_name(which: int, how: int) -> None:
    one_of(TopicLabel.objects.all(), which).delete()


def delete_a_name(which: int, how: int) -> None:
    """A topic, a byline, a region, a coverage, a show, a picture or a film is deleted, if nothing forbids it."""
    models: list[type[Model]] = [Topic, Byline, Region, Coverage, Show, Picture, Video, PictureText]
    one_of(models[how % len(models)]._default_manager.all(), which).delete()


def name_a_byline(which: int, how: int) -> None:
    name = one_of(BylineName.objects.all(), which)
    name.name = f"Writer {how}"
    if how % 3 == 0:
        name.slug = f"writer-{how}-{name.pk}"
    name.save()


def tell_of_a_byline(which: int, how: int) -> None:
    name = one_of(BylineName.objects.all(), which)
    name.role, name.bio = f"Correspondent {how}", f"Writes about {how}."
    name.save()


def name_a_byline_in_another_language(which: int, how: int) -> None:
    byline = one_of(Byline.objects.all(), which)
    missing = [language for language in LANGUAGES if not byline.names.filter(language=language).exists()]
    BylineName.objects.create(byline=byline, language=one_of(missing, how), name=f"Named {how} {byline.pk}")


def portray_a_byline(which: int, how: int) -> None:
    byline = one_of(Byline.objects.all(), which)
    byline.portrait = one_of([None, *Picture.objects.order_by("pk")], how)
    byline.save()


def reach_a_byline(which: int, how: int) -> None:
    byline = one_of(Byline.objects.all(), which)
    byline.links.add(BylineLink(label=f"Site {how}", url=f"https://example.org/{how}"))
    byline.save()


def order_a_coverage(which: int, how: int) -> None:
    coverage = one_of(Coverage.objects.all(), which)
    stories = Story.objects.filter(edition=coverage.edition)
    picked = dict.fromkeys(one_of(stories, how + 3 * step).pk for step in range(how % 4))
    coverage.leads = [CoverageLead(story_id=pk, sort_order=place) for place, pk in enumerate(picked)]
    coverage.save()


def change_a_coverage(which: int, how: int) -> None:
    coverage = one_of(Coverage.objects.all(), which)
    if how % 4 == 0:
        coverage.slug = f"coverage-{how}-{coverage.pk}"
    elif how % 4 == 1:
        coverage.picture = one_of(Picture.objects.all(), how)
    elif how % 4 == 2:
        coverage.standfirst = f"What happened, {how}."
    else:
        coverage.title = f"Coverage {how}"
    coverage.save()


def open_a_coverage(which: int, how: int) -> None:
    edition = one_of(Edition.objects.all(), which)
    number = Coverage.objects.count()
    Coverage.objects.create(edition=edition, title=f"Coverage {how} {number}")


def change_a_show(which: int, how: int) -> None:
    show = one_of(Show.objects.all(), which)
    show.title = f"Show {how}"
    if how % 3 == 0:
        show.slug = f"show-{how}-{show.pk}"
    show.save()


def open_a_show(which: int, how: int) -> None:
    edition = one_of(Edition.objects.all(), which)
    Show.objects.create(edition=edition, title=f"Show {how} {Show.objects.count()}")


def credit_a_picture(which: int, how: int) -> None:
    picture = one_of(Picture.objects.all(), which)
    picture.credit = f"Photographer {how}"
    picture.save()


def describe_a_picture(which: int, how: int) -> None:
    picture = one_of(Picture.objects.all(), which)
    picture.alt_text, picture.caption = f"Boats, {how}", f"{how} boats at the quay."
    picture.save()


def say_where_the_eye_rests(which: int, how: int) -> None:
    picture = one_of(Picture.objects.all(), which)
    picture.focal_point_x, picture.focal_point_y = 20 + how % 200, 20 + how % 100
    picture.focal_point_width = picture.focal_point_height = 10
    picture.save()


def describe_a_picture_in_another_language(which: int, how: int) -> None:
    picture = one_of(Picture.objects.all(), which)
    words = {"caption": f"Barcos {how}", "alt_text": f"Barcos, {how}"}
    PictureText.objects.update_or_create(picture=picture, language=one_of(LANGUAGES, how), defaults=words)


def replace_a_picture(which: int, how: int) -> None:
    """Another file in its place, of another shape."""
    picture = one_of(Picture.objects.all(), which)
    picture.file = ContentFile(photograph(200 + how % 200, 150 + how % 90), name=f"other-{how}.jpg")
    picture._set_image_file_metadata()
    picture.focal_point_x = picture.focal_point_y = None
    picture.focal_point_width = picture.focal_point_height = None
    picture.save()


def let_the_pictures_be_made(which: int, how: int) -> None:
    """The worker carries out what has been ordered of it."""
    orders = list(ProcrastinateJob.objects.filter(status="todo", queue_name="pictures").order_by("pk"))
    if not orders:
        raise NothingToActOn
    for order in orders:
        carry_out(order.task_name, order.args)
    ProcrastinateJob.objects.filter(pk__in=[order.pk for order in orders]).delete()


def change_a_film(which: int, how: int) -> None:
    film = one_of(Video.objects.all(), which)
    film.title = f"Film {how}"
    if how % 2:
        film.duration_seconds = 10 + how
    if how % 3 == 0:
        film.poster = one_of(Picture.objects.all(), how)
    film.save()


def change_a_document(which: int, how: int) -> None:
    document = one_of(Document.objects.all(), which)
    document.title = f"Report {how}"
    if how % 2:
        document.file = ContentFile(b"More words. " * how, name=f"report-{how}.txt")
        document._set_document_file_metadata()
    document.save()


def _import(edition: Edition, *items: NewsItem) -> None:
    section = one_of(SectionPage.objects.live().filter(edition=edition), len(items))
    run = Run(edition, section, publish=True)
    list(import_items(run, [Found(f"line {place}", item) for place, item in enumerate(items, 1)]))


def _item(edition: Edition, uri: str, how: int, version: int = 1) -> NewsItem:
    born = timezone.now() - timedelta(hours=2 + how % 900)
    label = TopicLabel.objects.filter(language=edition.language).order_by("pk").first()
    return NewsItem(
        uri=uri,
        version=str(version),
        language=edition.language,
        headline=f"From the wire {how}, {version}",
        standfirst="As it came in.",
        body=(Paragraph(f"It came in, {how}."),),
        first_created=born,
        version_created=timezone.now() - timedelta(minutes=max(1, 60 - version)),
        byline_text="Layla Haddad" if how % 2 else "",
        concepts=(Concept(label.label, kind="topic"),) if label and how % 3 else (),
    )


def import_news(which: int, how: int) -> None:
    edition = one_of(Edition.objects.all(), which)
    number = ImportedItem.objects.count()
    _import(edition, *(_item(edition, f"urn:{number}:{place}", how + place) for place in range(1 + how % 2)))


def import_a_newer_version(which: int, how: int) -> None:
    item = one_of(ImportedItem.objects.exclude(story=None), which)
    _import(item.edition, _item(item.edition, item.uri, how, version=int(item.version) + 1))


def import_a_withdrawal(which: int, how: int) -> None:
    item = one_of(ImportedItem.objects.exclude(story=None), which)
    newer = _item(item.edition, item.uri, how, version=int(item.version) + 1)
    _import(item.edition, replace(newer, pubstatus=PubStatus.CANCELED))
