"""Every page and component with invented stories, in Arabic, English and Spanish: to be looked at, checked and tested.

Nothing here touches the database. ``sample_pages`` gives each page type as a shape; ``GalleryOfComponents`` shows the
components one by one.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from nashra.base.direction import direction_of
from nashra.base.numerals import with_digits
from nashra.web.shapes import (
    blocks,
    fronts,
    lists,
    people,
    pictures,
    plain,
    shell,
    stories,
    videos,
    words,
)
from nashra.web.shapes.cards import CardShape, CoverageShape, MostReadShape
from nashra.web.shapes.shell import PageShell

LANGUAGES = ("en", "ar", "es")

_FOLDER = Path(__file__).resolve().parent / "samples"


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryOfComponents:
    """The components, each under its name."""

    shell: PageShell
    cards: tuple[CardShape, ...]
    voices: tuple[CardShape, ...]
    slots: tuple[fronts.SlotShape, ...]
    story: stories.StoryPage
    template: ClassVar[str] = "nashra/pages/components.html"


class Sampler:
    """Sample shapes in one language. ``shown`` are the pictures to use instead of the drawn ones."""

    def __init__(self, language: str, shown: Sequence[pictures.PictureShape] = ()) -> None:
        self.words: dict[str, Any] = json.loads((_FOLDER / f"{language}.json").read_text("utf-8"))
        self.language = language
        self._shown = tuple(shown)

    def digits(self, number: int) -> str:
        """A number in the edition's digits."""
        return with_digits(str(number), self.words["digits"])

    def html(self, text: str) -> SafeString:
        """A sample's HTML, which is ours."""
        return mark_safe(text)

    def moment(self, name: str = "moment", iso: str = "2026-11-14T09:40:00+02:00") -> words.MomentShape:
        """A moment; the name says whether date, time or both are shown."""
        return words.MomentShape(iso=iso, text=self.words[name])

    def picture(self, number: int = 0) -> pictures.PictureShape:
        """A picture with its words."""
        told = {"caption": self.words["caption"], "credit": self.words["credit"], "alt": self.words["alt"]}
        if self._shown:
            return replace(self._shown[number % len(self._shown)], **told)
        return pictures.PictureShape(
            src=static("nashra/samples/coast.svg"), width=1200, height=800, url="#", **told
        )

    def portrait(self) -> pictures.PictureShape:
        """A portrait; its name stands beside it, so it says nothing more."""
        return pictures.PictureShape(src=static("nashra/samples/portrait.svg"), width=600, height=600, alt="")

    @cached_property
    def bylines(self) -> tuple[people.BylineShape, ...]:
        """Everybody who writes."""
        return tuple(
            people.BylineShape(name=name, url="#", role=role, portrait=self.portrait())
            for name, role in self.words["people"]
        )

    @cached_property
    def length(self) -> words.LengthShape:
        """The length of a film."""
        return words.LengthShape(iso="PT4M12S", text=self.words["length"], spoken=self.words["spoken"])

    def card(self, number: int) -> CardShape:
        """A story in a list."""
        headline, standfirst, section, kind = self.words["stories"][number]
        film = kind in ("video", "episode")
        return CardShape(
            url="#",
            headline=headline,
            kind=kind,
            standfirst=standfirst,
            section=words.LinkShape(text=section, url="#"),
            picture=self.picture(number),
            bylines=(self.bylines[number % len(self.bylines)],),
            published=self.moment("date"),
            reading_time="" if film else self.words["reading"],
            length=self.length if film else None,
            count=self.words["count"] if kind == "gallery" else "",
            is_live=kind == "liveblog",
        )

    def row(self, *numbers: int) -> tuple[CardShape, ...]:
        """Stories in a list."""
        return tuple(self.card(number) for number in numbers)

    def link(self, text: str) -> words.LinkShape:
        """A link that leads nowhere."""
        return words.LinkShape(text=text, url="#")

    def links(self, texts: Sequence[str]) -> tuple[words.LinkShape, ...]:
        """Links that lead nowhere."""
        return tuple(self.link(text) for text in texts)

    @cached_property
    def switcher(self) -> tuple[shell.SwitchShape, ...]:
        """The three editions."""
        names = {"en": "English", "ar": "العربية", "es": "Español"}
        return tuple(
            shell.SwitchShape(
                name=name,
                url="#",
                lang=code,
                dir=direction_of(code),
                is_current=code == self.language,
                is_counterpart=True,
            )
            for code, name in names.items()
        )

    def around(self, title: str, *, is_front: bool = False, trail: int = -1) -> PageShell:
        """What stands around a page; ``trail`` is the place of the open section in the menu."""
        said = self.words
        menu = tuple(self._item(place, item, trail) for place, item in enumerate(said["menu"]))
        bulletins = tuple(
            shell.BulletinShape(text=text, url="#", sent=self.moment("time")) for text in said["bulletins"]
        )
        return PageShell(
            edition=shell.EditionShape(
                code=self.language,
                language=self.language,
                dir=direction_of(self.language),
                masthead=said["masthead"],
                url="#",
                slogan=said["slogan"],
                digits=said["digits"],
            ),
            head=shell.HeadShape(title=f"{title} | {said['masthead']}", description=said["slogan"]),
            switcher=self.switcher,
            menu=menu,
            regions=tuple(shell.MenuItemShape(text=text, url="#") for text in said["regions"]),
            social=self.links(("Mastodon", "Bluesky", "YouTube")),
            live=self.link(said["live"]),
            search="#",
            ticker=shell.TickerShape(bulletins=bulletins if is_front else ()),
            latest=shell.LatestShape(url="#", fragment="data:,"),
            footer=shell.FooterShape(
                pages=self.links(said["pages"]), lists=self.links(said["lists"]), statement=said["statement"]
            ),
            is_front=is_front,
        )

    def _item(self, place: int, item: tuple[str, list[str]], trail: int) -> shell.MenuItemShape:
        text, below = item
        children = tuple(shell.MenuItemShape(text=child, url="#") for child in below)
        return shell.MenuItemShape(text=text, url="#", is_open=place == trail, children=children)

    @cached_property
    def video(self) -> videos.VideoShape:
        """A film."""
        return videos.VideoShape(
            title=self.words["stories"][10][0],
            src="#film",
            width=1280,
            height=720,
            poster=self.picture(10),
            length=self.length,
            caption=self.words["caption"],
            credit=self.words["credit"],
            transcript=self.html(self.words["transcript"]),
        )

    def gallery_counts(self, count: int) -> tuple[str, ...]:
        """“1 of 3” and so on."""
        return tuple(
            self.words["of"] % (self.digits(place), self.digits(count)) for place in range(1, count + 1)
        )

    def table(self, anchor: str) -> blocks.TableShape:
        """A table of figures."""
        caption, head, rows = self.words["table"]
        return blocks.TableShape(
            caption=caption,
            head=tuple(head),
            rows=tuple(tuple(row) for row in rows),
            anchor=anchor,
            numbers=(1, 2, 3),
        )

    @cached_property
    def body(self) -> tuple[blocks.BlockShape, ...]:
        """A body with every block in it."""
        said = self.words
        first, second, third = (blocks.ParagraphShape(html=self.html(text)) for text in said["paragraphs"])
        return (
            first,
            blocks.HeadingShape(text=said["heading"], anchor="part-1"),
            second,
            blocks.QuoteShape(text=said["quote"], speaker=said["speaker"], role=said["role"]),
            third,
            blocks.PictureBlockShape(picture=self.picture(3)),
            blocks.FactBoxShape(title=said["fact"][0], html=self.html(said["fact"][1])),
            self.table("table-1"),
            blocks.GalleryBlockShape(
                pictures=tuple(map(self.picture, (4, 5, 6))),
                counts=self.gallery_counts(3),
                anchor="gallery-1",
            ),
            blocks.VideoBlockShape(video=self.video),
            blocks.EmbedShape(
                provider=said["embed"][0],
                title=said["embed"][1],
                url="#",
                frame="https://tides.example/frame",
            ),
            blocks.RelatedShape(cards=self.row(1, 4)),
            blocks.ReadMoreShape(card=self.card(3)),
            blocks.DocumentShape(title=said["document"], url="#", form="PDF", size=said["size"]),
        )

    @cached_property
    def author(self) -> people.AuthorShape:
        """Somebody who writes."""
        name, role = self.words["people"][0]
        return people.AuthorShape(
            name=name,
            url="#",
            role=role,
            portrait=self.portrait(),
            bio=self.html(self.words["bio"]),
            expertise=tuple(self.words["expertise"]),
            links=self.links(("Mastodon", "Bluesky")),
        )

    def coverage(self, *numbers: int, look: str = "plain") -> CoverageShape:
        """A running coverage in brief."""
        title, standfirst = self.words["coverage"]
        return CoverageShape(title=title, url="#", standfirst=standfirst, look=look, cards=self.row(*numbers))

    def most_read(self) -> MostReadShape:
        """The most read."""
        return MostReadShape(cards=self.row(16, 2, 6, 4, 12))

    def story(self, number: int = 0) -> dict[str, Any]:
        """What the shapes of all stories have in common, by the names of their fields."""
        card, said = self.card(number), self.words
        names = ("WhatsApp", "Telegram", "Facebook", "Bluesky")
        share = tuple(stories.ShareLinkShape(network=name.lower(), name=name, url="#") for name in names)
        return {
            "shell": self.around(card.headline, trail=0),
            "kind": card.kind,
            "kind_label": card.section.text if card.section else "",
            "headline": card.headline,
            "standfirst": card.standfirst,
            "sections": self.links((said["menu"][0][0], card.section.text if card.section else "")),
            "bylines": self.bylines[number % 4 : number % 4 + 1] or self.bylines[:1],
            "desk": said["desk"],
            "source": said["source"],
            "location": said["location"],
            "published": self.moment(),
            "updated": self.moment("updated", "2026-11-14T11:05:00+02:00"),
            "reading_time": card.reading_time,
            "lead_picture": card.picture,
            "topics": self.links(said["topics"]),
            "regions": self.links(said["regions"][2:3]),
            "counterparts": tuple(item for item in self.switcher if not item.is_current),
            "related": self.row(4, 17),
            "read_next": self.row(1, 2, 5, 16),
            "most_read": self.most_read(),
            "share": stories.ShareShape(url="https://nashra.example/story", links=share),
        }


def sample_slots(sample: Sampler) -> tuple[fronts.SlotShape, ...]:
    """A front with every slot in it."""
    menu, regions = sample.words["menu"], sample.words["regions"]
    return (
        fronts.SlotShape(name="lead", cards=sample.row(0)),
        fronts.SlotShape(name="secondary", cards=sample.row(2, 19, 1, 3, 4, 17)),
        fronts.SlotShape(name="coverage", coverage=sample.coverage(0, 19, 3, 17)),
        fronts.SlotShape(name="opinion", heading=menu[1][1][0], url="#", cards=sample.row(6, 7, 8, 9)),
        fronts.SlotShape(
            name="rail", heading=menu[0][0], url="#", known=menu[0][0], cards=sample.row(5, 4, 16, 17, 1)
        ),
        fronts.SlotShape(
            name="videos", heading=menu[3][0], url="#", known=menu[3][0], cards=sample.row(10, 11, 12, 13, 10)
        ),
        fronts.SlotShape(
            name="rail", heading=menu[2][0], url="#", known=menu[2][0], cards=sample.row(15, 2, 7, 12)
        ),
        fronts.SlotShape(
            name="galleries", heading=menu[5][0], url="#", known=menu[5][0], cards=sample.row(14, 15, 18)
        ),
        *(
            fronts.SlotShape(
                name="region", heading=text, url="#", cards=sample.row(place, place + 1, place + 2)
            )
            for place, text in enumerate(regions[:3])
        ),
        fronts.SlotShape(name="most_read", most_read=sample.most_read()),
    )


def sample_pages(language: str, shown: Sequence[pictures.PictureShape] = ()) -> dict[str, Any]:
    """One page of each type, by the name of its template; other looks of the same type have a word added."""
    sample = Sampler(language, shown)
    pages = [
        *_fronts(sample),
        *_stories(sample),
        *_films(sample),
        *_lists(sample),
        *_people(sample),
        *_plain(sample),
    ]
    return {page.template.rsplit("/", 1)[1].removesuffix(".html") + suffix: page for suffix, page in pages}


type Named = tuple[str, Any]


def _fronts(sample: Sampler) -> list[Named]:
    slots, menu = sample_slots(sample), sample.words["menu"]
    section = tuple(slot for slot in slots if slot.name in ("lead", "secondary", "rail"))
    return [
        (
            "",
            fronts.FrontPage(
                shell=sample.around(sample.words["slogan"], is_front=True), title="", slots=slots
            ),
        ),
        (
            "",
            fronts.SectionFrontPage(
                shell=sample.around(menu[0][0], trail=0),
                title=menu[0][0],
                description=sample.words["slogan"],
                slots=section,
                archive=sample.link(sample.words["archive"][0]),
            ),
        ),
        (
            "",
            GalleryOfComponents(
                shell=sample.around("Components", is_front=True),
                cards=sample.row(0, 2, 10, 14, 19),
                voices=sample.row(6, 7),
                slots=slots,
                story=stories.StoryPage(**sample.story(), body=sample.body),
            ),
        ),
    ]


def _stories(sample: Sampler) -> list[Named]:
    said = sample.words
    correction = blocks.CorrectionShape(
        html=sample.html(said["correction"]), corrected=sample.moment("updated")
    )
    news = {
        **sample.story(),
        "body": sample.body,
        "corrections": (correction,),
        "coverage": sample.coverage(1, 4, 17),
    }
    text = sample.body[:6]
    opinion = {**sample.story(6), "body": text, "authors": (sample.author,)}
    feature = {**sample.story(2), "body": text}
    drawing = {
        **sample.story(18),
        "text_alternative": sample.html(said["alternative"]),
        "figures": sample.table("figures"),
    }
    entries = tuple(
        stories.LiveEntryShape(
            anchor=f"entry-{place}",
            url=f"#entry-{place}",
            posted=sample.moment("moment"),
            day=sample.moment("date"),
            time=sample.moment("time"),
            title=title,
            html=sample.html(text),
            is_key_event=bool(title),
        )
        for place, (title, text) in enumerate(said["entries"])
    )
    shown = tuple(sample.picture(place) for place in range(4))
    return [
        ("", stories.StoryPage(**news)),
        ("-opinion", stories.StoryPage(**opinion)),
        ("-feature", stories.StoryPage(**feature)),
        ("", stories.InfographicPage(**drawing)),
        ("", stories.LiveBlogPage(**sample.story(19), entries=entries, started=sample.moment())),
        (
            "",
            stories.GalleryPage(
                **{**sample.story(14), "body": text[:1]}, pictures=shown, counts=sample.gallery_counts(4)
            ),
        ),
    ]


def _films(sample: Sampler) -> list[Named]:
    said = sample.words
    film = {"video": sample.video, "more": sample.row(11, 12, 13, 10), "body": sample.body[:1]}
    shows = tuple(
        lists.ShowShape(
            title=title,
            url="#",
            standfirst=text,
            picture=sample.picture(place),
            count=said["episodes"],
            form=form,
        )
        for place, ((title, text), form) in enumerate(
            zip(said["programmes"], ("show", "show", "series"), strict=True)
        )
    )
    hours = ("09:00", "09:40", "10:30", "11:30")
    programmes = tuple(
        videos.ProgrammeShape(
            starts=words.MomentShape(
                iso=f"2026-11-14T{hours[place]}:00+02:00", text=with_digits(hours[place], said["digits"])
            ),
            ends=words.MomentShape(iso=f"2026-11-14T{hours[place + 1]}:00+02:00", text=""),
            title=title,
            description=text,
        )
        for place, (title, text) in enumerate(said["programmes"])
    )
    name, description = said["channel"]
    channel = videos.ChannelShape(
        name=name,
        description=description,
        on_air=True,
        playlist="/live.m3u8",
        poster=sample.picture(1),
        fallback=sample.video,
    )
    seasons = (lists.SeasonShape(title=said["season"], cards=sample.row(12, 10, 11, 13)),)
    title, standfirst = said["programmes"][2]
    return [
        ("", stories.VideoPage(**{**sample.story(10), **film})),
        (
            "",
            stories.EpisodePage(
                **{**sample.story(12), **film},
                show=sample.link(title),
                number=said["episode"],
                previous=sample.card(11),
                following=sample.card(13),
            ),
        ),
        (
            "",
            lists.ShowPage(
                shell=sample.around(title, trail=3),
                title=title,
                standfirst=standfirst,
                picture=sample.picture(2),
                seasons=seasons,
            ),
        ),
        ("", lists.ShowsPage(shell=sample.around(said["lists"][2]), title=said["lists"][2], shows=shows)),
        (
            "",
            lists.ChannelPage(
                shell=sample.around(name),
                channel=channel,
                schedule=(videos.ScheduleDayShape(day=sample.moment("date"), programmes=programmes),),
                zone="Talvira",
                shows=shows,
            ),
        ),
    ]


def _lists(sample: Sampler) -> list[Named]:
    said = sample.words
    rows: dict[str, Any] = {
        "cards": sample.row(0, 1, 2, 3, 4, 5, 16),
        "older": sample.link(said["older"]),
        "newer": sample.link(said["newer"]),
        "most_read": sample.most_read(),
    }
    topic, region = said["topics"][0], said["regions"][2]
    archive, year, months = said["archive"]
    coverage = sample.coverage(look="strong")
    day = lists.ArchiveDayShape(day=sample.moment("date"), cards=sample.row(0, 1, 2, 3))
    return [
        (
            "",
            lists.TopicPage(
                shell=sample.around(topic), title=topic, neighbours=sample.links(said["topics"][1:]), **rows
            ),
        ),
        ("", lists.RegionPage(shell=sample.around(region), title=region, **rows)),
        (
            "",
            lists.CoveragePage(
                shell=sample.around(coverage.title),
                title=coverage.title,
                coverage=coverage,
                leads=sample.row(0, 19, 3),
                **rows,
            ),
        ),
        ("", lists.IndexPage(shell=sample.around(topic), title=topic, links=sample.links(said["topics"]))),
        (
            "",
            lists.ArchivePage(
                shell=sample.around(archive),
                title=archive,
                years=(lists.ArchiveYearShape(text=year, months=sample.links(months)),),
            ),
        ),
        (
            "",
            lists.ArchiveMonthPage(
                shell=sample.around(months[0]),
                title=f"{months[0]} {year}",
                days=(day, replace(day, cards=sample.row(4, 5, 16))),
                archive=sample.link(archive),
                older=sample.link(months[1]),
            ),
        ),
        (
            "",
            lists.SearchPage(
                shell=sample.around(said["query"]),
                action="#",
                query=said["query"],
                summary=said["summary"],
                cards=sample.row(0, 3, 4),
            ),
        ),
    ]


def _people(sample: Sampler) -> list[Named]:
    author, title = sample.author, sample.words["lists"][0]
    everybody = tuple(replace(author, name=name, role=role) for name, role in sample.words["people"])
    return [
        (
            "",
            lists.AuthorPage(
                shell=sample.around(author.name), title=author.name, author=author, cards=sample.row(4, 1, 17)
            ),
        ),
        ("", lists.AuthorsPage(shell=sample.around(title), title=title, authors=everybody)),
    ]


def _plain(sample: Sampler) -> list[Named]:
    title = sample.words["pages"][0]
    latest = sample.row(0, 1, 2, 3)
    return [
        (
            "",
            plain.PlainPage(
                shell=sample.around(title),
                title=title,
                standfirst=sample.words["statement"],
                body=sample.body[:3],
            ),
        ),
        ("", plain.NotFoundPage(shell=sample.around("404"), latest=latest)),
        ("", plain.GonePage(shell=sample.around("410"), latest=latest)),
        ("", plain.FailurePage(shell=sample.around("500"))),
    ]
