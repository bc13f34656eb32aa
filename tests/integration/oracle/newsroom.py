"""A small newsroom with something of everything: three editions, each kind of story, what binds them."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from nashra.base import clock
from nashra.editions.models import Edition, Region, RegionLabel, SocialAccount
from nashra.media.models import Channel, Picture, PictureText, Programme, Video
from nashra.people.models import Byline
from nashra.stories.kinds import Kind
from nashra.stories.models import (
    Article,
    Coverage,
    CoverageLead,
    Episode,
    GalleryPicture,
    GalleryStory,
    HomePage,
    Infographic,
    LiveBlog,
    LiveBlogEntry,
    PlainPage,
    RelatedStory,
    SectionPage,
    Show,
    Story,
    StoryByline,
    StoryTopic,
    Topic,
    VideoStory,
)
from tests.factories.editions import make_edition, make_region, make_section
from tests.factories.media import make_picture
from tests.factories.people import make_byline
from tests.factories.stories import add_story, make_topic, paragraph
from tests.integration.oracle.choosing import listed, publish

CODES = ("en", "ar", "es")


def build_newsroom() -> None:
    """Three editions with nine stories each, some of them linked; takes some seconds."""
    Document.objects.create(title="The report", file=ContentFile(b"Ten metres.", name="report.txt"))
    make_region("africa")
    asia = Region.objects.create(code="asia", position=1)
    for language, label in {"en": "Asia", "ar": "آسيا", "es": "Asia"}.items():
        RegionLabel.objects.create(region=asia, language=language, label=label)
    topics = [
        make_topic("storms", en="Storms", ar="عواصف", es="Tormentas"),
        make_topic("ports", en="Ports", ar="موانئ", es="Puertos"),
        make_topic("maps", en="Maps"),
    ]
    bylines = [
        make_byline("layla", en="Layla Haddad", ar="ليلى حداد", es="Laila Haddad"),
        make_byline("omar", ar="عمر نصار"),
    ]
    pictures = [_picture(number) for number in range(3)]
    for code in CODES:
        edition = make_edition(code, slogan="Every day", description="News.")
        _Filling(edition, topics, bylines, pictures).fill()
    _link(list(Article.objects.order_by("pk")))


def _picture(number: int) -> Picture:
    picture = make_picture(300, 200, language="", credit=f"Photographer {number}")
    PictureText.objects.create(picture=picture, language="ar", caption="قوارب", alt_text="ثلاثة قوارب")
    return picture


def _link(articles: list[Article]) -> None:
    """The first article of each edition is the same story; pages point to stories of their own and other editions."""
    by_edition = [[item for item in articles if item.edition.code == code] for code in CODES]
    first = by_edition[0][0]
    for others in by_edition[1:]:
        story = others[0]
        story.counterpart = Story.objects.get(pk=first.pk)
        publish(story)
    for here, there in zip(by_edition, by_edition[1:] + by_edition[:1], strict=True):
        story = Article.objects.get(pk=here[2].pk)
        story.read_next = Story.objects.get(pk=here[1].pk)
        story.related_stories = [RelatedStory(related=Story.objects.get(pk=there[1].pk))]
        story.body = [
            paragraph(f'See <a linktype="page" id="{here[3].pk}">this</a>.'),
            {"type": "read_more", "value": {"story": here[0].pk}},
            {"type": "related", "value": {"stories": listed(there[3].pk)}},
        ]
        publish(story)


class _Filling:
    """Fills one edition."""

    def __init__(
        self, edition: Edition, topics: list[Topic], bylines: list[Byline], pictures: list[Picture]
    ) -> None:
        self.edition = edition
        self.topics, self.bylines, self.pictures = topics, bylines, pictures
        self.news = make_section(edition, key="news")
        self.politics = make_section(edition, "Politics", key="politics", below=self.news)
        self.culture = make_section(edition, "Culture", key="culture", layout=SectionPage.Layout.OPINION)
        self.published = self._dates()

    def fill(self) -> None:
        for title in ("About", "Contact"):
            home = HomePage.objects.get(edition=self.edition)
            page = PlainPage(
                title=title,
                key=title.lower(),
                body=[paragraph("Who we are.")],
                edition=self.edition,
                show_in_menus=True,
            )
            home.add_child(instance=page)
        SocialAccount.objects.create(edition=self.edition, network="Mastodon", url="https://example.org/@us")
        self.show = Show.objects.create(edition=self.edition, title="Harbour hour", picture=self.pictures[0])
        self.coverage = Coverage.objects.create(
            edition=self.edition, title="The flood", picture=self.pictures[1]
        )
        self.film = Video.objects.create(
            title="Film", file="videos/film.mp4", duration_seconds=95, poster=self.pictures[2]
        )
        self._channel()
        self._stories()
        led = Story.objects.in_coverage(self.coverage).order_by("pk").first()
        CoverageLead.objects.create(coverage=self.coverage, story=led, sort_order=0)

    def _channel(self) -> None:
        channel = Channel.objects.create(edition=self.edition, name="Live", fallback_video=self.film)
        morning = clock.now().replace(hour=6, minute=0, second=0, microsecond=0)
        for hour in range(3):
            Programme.objects.create(
                channel=channel,
                title=f"Programme {hour}",
                show=self.show if hour else None,
                starts_at=morning + timedelta(hours=hour),
                ends_at=morning + timedelta(hours=hour + 1),
            )

    def _stories(self) -> None:
        self._add(Article, "The harbour opens", self.news, topics=[0, 1], bylines=[0], region=True)
        self._add(Article, "The vote", self.politics, topics=[0], coverage=self.coverage)
        self._add(Article, "The storm", self.news, topics=[0], coverage=self.coverage, bylines=[0, 1])
        self._add(Article, "On maps", self.culture, topics=[2], kind=Kind.OPINION, bylines=[1], region=True)
        self._add(VideoStory, "Boats, the film", self.news, video=self.film, bylines=[0])
        self._add(GalleryStory, "Boats in pictures", self.culture, topics=[1], shown=[0, 1])
        self._add(Infographic, "The flood in figures", self.politics, text_alternative="<p>Ten metres.</p>")
        blog = self._add(LiveBlog, "The night of the vote", self.politics, topics=[0], coverage=self.coverage)
        blog.entries = [LiveBlogEntry(posted_at=clock.now(), text="<p>It begins.</p>")]
        publish(blog)
        self._add(Episode, "Harbour hour, one", self.culture, video=self.film, show=self.show, number=1)

    def _add(
        self,
        model: type[Story],
        headline: str,
        section: SectionPage,
        *,
        topics: list[int] | None = None,
        bylines: list[int] | None = None,
        shown: list[int] | None = None,
        region: bool = False,
        **fields: Any,
    ) -> Any:
        values: dict[str, Any] = {"body": [paragraph("Words about it.")], "lead_picture": self.pictures[0]}
        if region:
            values["region"] = Region.objects.get(code="africa")
        story: Any = add_story(
            model,
            self.edition,
            f"{headline} {self.edition.code}",
            section=section,
            live=False,
            published_at=next(self.published),
            **{**values, **fields},
        )
        story.story_topics = [StoryTopic(topic=self.topics[place]) for place in topics or []]
        story.story_bylines = [StoryByline(byline=self.bylines[place]) for place in bylines or []]
        if shown:
            story.pictures = [GalleryPicture(picture=self.pictures[place]) for place in shown]
        publish(story)
        return model._default_manager.get(pk=story.pk)

    def _dates(self) -> Iterator[Any]:
        """From a month and a half ago until yesterday, oldest first."""
        now = clock.now()
        for days in (45, 40, 30, 12, 9, 7, 5, 3, 1):
            yield now - timedelta(days=days)
