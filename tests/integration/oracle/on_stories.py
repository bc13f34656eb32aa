"""Acts on single stories, through the doors the desk uses."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Revision

from nashra.desk.schedule import carry_out_schedule
from nashra.editions.models import Region
from nashra.media.models import Picture, Video
from nashra.people.models import Byline
from nashra.stories.kinds import ARTICLE_KINDS
from nashra.stories.models import (
    Article,
    Correction,
    Coverage,
    Episode,
    GalleryPicture,
    GalleryStory,
    Infographic,
    LiveBlog,
    LiveBlogEntry,
    RelatedStory,
    SectionPage,
    Show,
    Story,
    StoryByline,
    StoryTopic,
    Topic,
    VideoStory,
)
from tests.factories.stories import add_story, paragraph
from tests.integration.oracle.choosing import (
    NothingToActOn,
    blocks_of,
    listed,
    live_story,
    one_of,
    opened,
    publish,
)

ARTICLES = [kind.value for kind in ARTICLE_KINDS]


def draft(which: int, how: int, **fields: Any) -> Any:
    """A new story of any kind in any section, which nobody can read yet."""
    section = one_of(SectionPage.objects.live(), which)
    number = Story.objects.count()
    kinds: list[tuple[type[Story], dict[str, Any]]] = [(Article, {"kind": kind}) for kind in ARTICLES]
    shows = Show.objects.filter(edition=section.edition).order_by("pk")
    film = one_of(Video.objects.all(), how)
    kinds += [
        (VideoStory, {"video": film}),
        (GalleryStory, {}),
        (Infographic, {"text_alternative": "<p>Five boats.</p>"}),
        (LiveBlog, {}),
        *[(Episode, {"video": film, "show": show, "number": number}) for show in shows],
    ]
    model, own = kinds[how % len(kinds)]
    if model is GalleryStory:
        own = {
            "pictures": [GalleryPicture(picture=picture) for picture in Picture.objects.order_by("pk")[:2]]
        }
    words = {"slug": f"story-{how}-{number}", "body": [paragraph("New words.")], **fields}
    picture = one_of(Picture.objects.all(), how) if how % 2 else None
    return add_story(
        model,
        section.edition,
        f"New story {number}",
        section=section,
        live=False,
        lead_picture=picture,
        **own,
        **words,
    )


def create(which: int, how: int) -> None:
    story = draft(which, how)
    _place(story, how)
    publish(story)


def create_with_an_older_date(which: int, how: int) -> None:
    story = draft(which, how, published_at=timezone.now() - timedelta(hours=1 + 7 * (how % 200)))
    _place(story, how)
    publish(story)


def _place(story: Any, how: int) -> None:
    story.story_topics = [StoryTopic(topic=one_of(Topic.objects.all(), how))]
    story.story_bylines = [StoryByline(byline=one_of(Byline.objects.all(), how))] if how % 3 else []
    story.region = one_of(Region.objects.all(), how) if how % 2 else None
    story.coverage = (
        Coverage.objects.filter(edition=story.edition).order_by("pk").first() if how % 4 == 0 else None
    )


def begin_a_draft(which: int, how: int) -> None:
    draft(which, how).save_revision()


def publish_a_draft(which: int, how: int) -> None:
    publish(opened(one_of(Story.objects.filter(live=False), which)))


def go_on_writing_unpublished(which: int, how: int) -> None:
    story = live_story(which)
    story.title = f"{story.title} d"[:200]
    story.save_revision()


def edit_headline(which: int, how: int) -> None:
    story = live_story(which)
    story.title = f"{story.title[:100]} {how}"
    publish(story)


def edit_short_headline(which: int, how: int) -> None:
    story = live_story(which)
    story.short_headline = f"Short {how}" if how % 3 else ""
    publish(story)


def edit_standfirst(which: int, how: int) -> None:
    story = live_story(which)
    story.standfirst = f"The sentence under it, {how}."
    publish(story)


def edit_body(which: int, how: int) -> None:
    story = live_story(which)
    story.body = [*blocks_of(story), paragraph(f"More words {how}. " * (1 + how % 200))]
    publish(story)


def edit_for_machines(which: int, how: int) -> None:
    story = live_story(which)
    story.search_description = f"What it is about, {how}."
    publish(story)


def edit_a_small_thing(which: int, how: int) -> None:
    story = live_story(which)
    story.source, story.location, story.is_minor_edit = f"Agency {how}", f"Port {how}", True
    publish(story)


def choose_a_lead_picture(which: int, how: int) -> None:
    story = live_story(which)
    story.lead_picture = one_of(Picture.objects.all(), how) if how % 4 else None
    story.lead_caption = f"Here, {how}." if how % 2 else ""
    publish(story)


def lock(which: int, how: int) -> None:
    """Nobody else may write: no reader sees anything of it."""
    story = one_of(Story.objects.all(), which).specific
    story.locked, story.locked_at = not story.locked, timezone.now()
    story.save(update_fields=["locked", "locked_at"])


def copy(which: int, how: int) -> None:
    story = one_of(Story.objects.all(), which).specific
    words = {"slug": f"copy-{how}-{Story.objects.count()}", "title": f"{story.title[:80]} again"}
    story.copy(update_attrs=words, keep_live=bool(how % 2))


def unpublish(which: int, how: int) -> None:
    one_of(Story.objects.live(), which).specific.unpublish()


def delete(which: int, how: int) -> None:
    one_of(Story.objects.all(), which).specific.delete()


def schedule(which: int, how: int) -> None:
    """A draft, or a change to a published story, set for later."""
    story = opened(one_of(Story.objects.filter(live=bool(how % 3 == 0)), which))
    story.title = f"{story.title[:100]} later"
    story.go_live_at = timezone.now() + timedelta(minutes=30)
    publish(story)


def let_the_time_come(which: int, how: int) -> None:
    """What was set for later becomes due, and the scheduler comes round."""
    moment = timezone.now() - timedelta(seconds=5)
    due = list(Revision.objects.filter(approved_go_live_at__isnull=False))
    if not due:
        raise NothingToActOn
    for revision in due:
        revision.content["go_live_at"] = moment.isoformat()
        revision.approved_go_live_at = moment
        revision.save(update_fields=["content", "approved_go_live_at"])
    carry_out_schedule()


def let_it_expire(which: int, how: int) -> None:
    story = one_of(Story.objects.live(), which)
    Story.objects.filter(pk=story.pk).update(expire_at=timezone.now() - timedelta(seconds=5))
    carry_out_schedule()


def move(which: int, how: int) -> None:
    story = one_of(Story.objects.live(), which)
    others = SectionPage.objects.live().filter(edition=story.edition).exclude(pk=story.section_id)
    story.specific.move(one_of(others, how), pos="last-child")


def rename_address(which: int, how: int) -> None:
    story = live_story(which)
    story.slug = f"renamed-{how}-{story.pk}"
    publish(story)


def change_the_date(which: int, how: int) -> None:
    story = live_story(which)
    story.published_at = timezone.now() - timedelta(hours=1 + 11 * (how % 150))
    publish(story)


def tag(which: int, how: int) -> None:
    story = live_story(which)
    topic = one_of(Topic.objects.all(), how)
    kept = [item for item in story.story_topics.all() if item.topic_id != topic.pk]
    story.story_topics = [*kept, StoryTopic(topic=topic)] if len(kept) == story.story_topics.count() else kept
    publish(story)


def change_region(which: int, how: int) -> None:
    story = live_story(which)
    story.region = one_of([None, *Region.objects.order_by("pk")], how)
    publish(story)


def change_coverage(which: int, how: int) -> None:
    story = live_story(which)
    story.coverage = one_of([None, *Coverage.objects.filter(edition=story.edition).order_by("pk")], how)
    publish(story)


def change_kind(which: int, how: int) -> None:
    story = opened(one_of(Article.objects.live(), which))
    story.kind = one_of(ARTICLES, how)
    publish(story)


def sign(which: int, how: int) -> None:
    """Add a byline, or take it away when it is there."""
    story = live_story(which)
    byline = one_of(Byline.objects.all(), how)
    kept = [item for item in story.story_bylines.all() if item.byline_id != byline.pk]
    added = [StoryByline(byline=byline, role="Photographs" if how % 5 == 0 else "")]
    story.story_bylines = [*kept, *added] if len(kept) == story.story_bylines.count() else kept
    publish(story)


def link_counterpart(which: int, how: int) -> None:
    story = live_story(which)
    story.counterpart = one_of(Story.objects.exclude(edition=story.edition), how)
    publish(story)


def unlink_counterpart(which: int, how: int) -> None:
    story = opened(one_of(Story.objects.live().exclude(counterpart=None), which))
    story.counterpart = None
    publish(story)


def name_what_to_read_next(which: int, how: int) -> None:
    story = live_story(which)
    story.read_next = one_of(Story.objects.filter(edition=story.edition).exclude(pk=story.pk), how)
    publish(story)


def relate(which: int, how: int) -> None:
    """A related story beside the text, perhaps of another edition or not published yet."""
    story = live_story(which)
    other = one_of(Story.objects.exclude(pk=story.pk), how)
    story.related_stories = [RelatedStory(related=other)] if how % 4 else []
    publish(story)


def mention(which: int, how: int) -> None:
    """A story or a document named inside the text: as a link in a paragraph, as a line of its own, as a card."""
    story = live_story(which)
    other = one_of(Story.objects.exclude(pk=story.pk), how)
    document = one_of(Document.objects.all(), how)
    block = (
        paragraph(f'As <a linktype="page" id="{other.pk}">we said</a>.'),
        {"type": "read_more", "value": {"story": other.pk}},
        {"type": "related", "value": {"stories": listed(other.pk)}},
        paragraph(f'As <a linktype="document" id="{document.pk}">they write</a>.'),
        {"type": "document", "value": document.pk},
    )[how % 5]
    story.body = [*blocks_of(story), block]
    publish(story)


def correct(which: int, how: int) -> None:
    story = live_story(which)
    story.corrections.add(Correction(corrected_at=timezone.now(), text=f"<p>It was {how}.</p>"))
    publish(story)


def caption_a_gallery(which: int, how: int) -> None:
    story = opened(one_of(GalleryStory.objects.live(), which))
    shown = list(story.pictures.all())
    shown[how % len(shown)].caption = f"Seen from above, {how}."
    story.pictures = shown
    publish(story)


def add_to_a_gallery(which: int, how: int) -> None:
    """A picture more, or one less."""
    story = opened(one_of(GalleryStory.objects.live(), which))
    shown = list(story.pictures.all())
    more = GalleryPicture(picture=one_of(Picture.objects.all(), how))
    story.pictures = [*shown, more] if how % 2 or len(shown) < 3 else shown[:-1]
    publish(story)


def move_to_another_edition(which: int, how: int) -> None:
    story = one_of(Story.objects.live(), which)
    section = one_of(SectionPage.objects.live().exclude(edition=story.edition), how)
    if Story.objects.filter(edition=section.edition, link_key=story.link_key).exists():
        raise NothingToActOn
    story.specific.move(section, pos="last-child")


def report_live(which: int, how: int) -> None:
    """Add to a live blog, or end it, or begin again."""
    story = opened(one_of(LiveBlog.objects.live(), which))
    if how % 3:
        story.entries.add(LiveBlogEntry(posted_at=timezone.now(), text=f"<p>Report {how}.</p>"))
    else:
        story.ended_at = None if story.ended_at else timezone.now()
    publish(story)


def describe_an_infographic(which: int, how: int) -> None:
    story = opened(one_of(Infographic.objects.live(), which))
    story.text_alternative = f"<p>{how} metres.</p>"
    publish(story)


def number_an_episode(which: int, how: int) -> None:
    story = opened(one_of(Episode.objects.live(), which))
    story.season, story.number = 1 + how % 2, 1 + how % 7
    publish(story)


def change_the_film(which: int, how: int) -> None:
    story = opened(one_of(VideoStory.objects.live(), which))
    story.video = one_of(Video.objects.all(), how)
    publish(story)
