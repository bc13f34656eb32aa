"""Pictures, the words that go with them in each language, and the sizes they are shown in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, get_upload_to
from wagtail.models import CollectionMember
from wagtail.search import index

from nashra.editions.labels import language_matches
from nashra.editions.languages import check_language
from nashra.media.cutting import Original
from nashra.media.fields import PictureField
from nashra.media.xmp import Rights

if TYPE_CHECKING:
    from django.db.models.manager import Manager

_COPIED = (
    *("file", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    *("caption", "credit", "alt_text", "creator", "copyright_notice", "rights", "licensor_url"),
    *("date_created", "digital_source_type"),
)
"""The fields that show in a rendition, as its cut or in its metadata."""

check_web_address = URLValidator(schemes=["http", "https"])


class PictureWord(models.TextChoices):
    """What has to be said about a picture before it is published. The value is the field's name."""

    CAPTION = "caption", _("caption")
    CREDIT = "credit", _("credit")
    ALT_TEXT = "alt_text", _("alternative text")


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What readers of one language are told about a picture; empty where nothing is known."""

    caption: str = ""
    credit: str = ""
    alt_text: str = ""


class Picture(AbstractImage):
    """A photograph or drawing, with its rights and the words in the language it came with."""

    # Wagtail's one text for everything is replaced by a caption, which all see, and an alternative text, which stands for the picture.
    description = None

    file = PictureField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    caption = models.TextField(
        _("caption"),
        blank=True,
        help_text=_("What the picture shows: who, where, when."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made it, as readers see it."),
    )
    alt_text = models.CharField(
        _("alternative text"),
        max_length=500,
        blank=True,
        help_text=_("The picture in words, for those who do not see it."),
    )
    language = models.CharField(
        _("language of these texts"),
        max_length=35,
        blank=True,
        validators=[check_language],
        help_text=_("A tag such as ar or es; empty: good for every edition."),
    )
    creator = models.CharField(_("photographer or artist"), max_length=255, blank=True)
    copyright_notice = models.CharField(_("copyright notice"), max_length=500, blank=True)
    rights = models.CharField(
        _("statement of rights"),
        max_length=500,
        blank=True,
        validators=[check_web_address],
        help_text=_("The web page with the terms of use."),
    )
    licensor_url = models.CharField(
        _("where to license it"),
        max_length=500,
        blank=True,
        validators=[check_web_address],
    )
    date_created = models.DateField(_("taken or made on"), null=True, blank=True)
    digital_source_type = models.CharField(
        _("digital source type"),
        max_length=255,
        blank=True,
        help_text=_("How it was made, as an address from the IPTC list; filled in from the file."),
    )
    metadata = models.JSONField(_("read from the file"), default=dict, blank=True, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "alt_text",
        "caption",
        "credit",
        "language",
        "creator",
        "copyright_notice",
        "rights",
        "licensor_url",
        "date_created",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    search_fields = [
        *CollectionMember.search_fields,
        index.SearchField("title", boost=10),
        index.AutocompleteField("title"),
        index.FilterField("title"),
        index.SearchField("caption"),
        index.AutocompleteField("caption"),
        index.SearchField("alt_text"),
        index.SearchField("credit"),
        index.SearchField("creator"),
        index.RelatedFields("texts", [index.SearchField("caption"), index.SearchField("alt_text")]),
        index.RelatedFields(
            "tags",
            [index.SearchField("name", boost=10), index.AutocompleteField("name")],
        ),
        index.FilterField("uploaded_by_user"),
        index.FilterField("created_at"),
        index.FilterField("id"),
    ]

    # None until the picture has been in the database.
    _copied: tuple[str, ...] | None = None

    if TYPE_CHECKING:
        texts: Manager["PictureText"]
        renditions: Manager["PictureRendition"]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> "Picture":
        picture: Picture = super().from_db(*args, **kwargs)
        picture.remember_copied()
        return picture

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; when the row cannot be written, the file written for it is taken away again."""
        arriving = bool(self.file) and not self.file._committed  # noqa: SLF001 - Django has no other way to ask
        try:
            super().save(*args, **kwargs)
        except BaseException:
            if arriving and self.file._committed:  # noqa: SLF001 - as above, asked again when saving has failed
                self.file.storage.delete(self.file.name)
            raise

    @property
    def default_alt_text(self) -> str:
        """The alternative text Wagtail offers when the picture is placed. A file's name is never one."""
        return self.alt_text

    def generate_rendition_file(self, filter: Filter, *, source: Any = None) -> ContentFile[bytes]:  # noqa: A002 - the name is Wagtail's
        """Make a rendition for Wagtail's own screens the way ours are made: upright, rights kept, place left out."""
        with self.open_file() as stored:
            cut = Original(self, self.rights_carried(), source or stored).cut(filter.spec)
        return ContentFile(cut.content, name=cut.name_for(self.file.name))

    def rights_carried(self) -> Rights:
        """What every copy of the picture carries along in its file."""
        return Rights(
            caption=self.caption,
            alt_text=self.alt_text,
            credit=self.credit,
            creator=self.creator,
            copyright_notice=self.copyright_notice,
            rights=self.rights,
            licensor_url=self.licensor_url,
            date_created=self.date_created,
            digital_source_type=self.digital_source_type,
        )

    def remember_copied(self) -> None:
        """Take note of what the renditions were made from, as it stands now."""
        self._copied = self._what_is_copied()

    def renditions_are_stale(self) -> bool:
        """Whether something that goes into the renditions has changed since the picture was read or last saved."""
        return self._copied is not None and self._copied != self._what_is_copied()

    def _what_is_copied(self) -> tuple[str, ...]:
        # Straight from the dictionary: a deferred field must not cost a query.
        return tuple(str(self.__dict__.get(name)) for name in _COPIED)

    def text_in(self, language: str) -> PictureWords:
        """The words for readers of ``language`` (BCP 47): an exact tag before its parent, word by word.

        The picture's own words serve readers of its language, or everybody when it names none. A credit is a name and holds in every
        language. Uses ``texts``: prefetch it for many pictures.
        """
        wanted = language_matches(language)
        written = {text.language: text for text in self.texts.all()}
        sources: list[Picture | PictureText] = []
        for tag in wanted:
            sources += [written[tag]] if tag in written else []
            sources += [self] if tag == self.language else []
        if not self.language:
            sources.append(self)

        def first(word: PictureWord, places: list["Picture | PictureText"]) -> str:
            return next(
                (text for place in places if (text := str(getattr(place, word.value)).strip())),
                "",
            )

        return PictureWords(
            caption=first(PictureWord.CAPTION, sources),
            credit=first(PictureWord.CREDIT, [*sources, self]),
            alt_text=first(PictureWord.ALT_TEXT, sources),
        )

    def missing_in(self, language: str) -> list[PictureWord]:
        """What still has to be written before the picture can be published in ``language``; ``.label`` is its name for people."""
        words = self.text_in(language)
        return [word for word in PictureWord if not getattr(words, word.value)]


class PictureText(models.Model):
    """A picture's words in another language."""

    picture = models.ForeignKey(
        Picture,
        on_delete=models.CASCADE,
        related_name="texts",
        verbose_name=_("picture"),
    )
    language = models.CharField(_("language"), max_length=35, validators=[check_language])
    caption = models.TextField(_("caption"), blank=True)
    alt_text = models.CharField(_("alternative text"), max_length=500, blank=True)
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Empty: the same as in the picture's own language."),
    )

    class Meta:
        verbose_name = _("text in another language")
        verbose_name_plural = _("texts in other languages")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["picture", "language"], name="picture_has_one_text_per_language"),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.caption or self.alt_text}"


class PictureRendition(AbstractRendition):
    """A picture cut and scaled for one use."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"),
                name="picture_has_one_rendition_per_use",
            ),
        ]
