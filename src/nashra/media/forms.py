"""The form pictures are uploaded and described with: guarded, filled in from the file, in every edition's language."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from nashra.editions.languages import LanguageSelect, name_of_language
from nashra.editions.models import Edition
from nashra.editions.second_saves import RefusesSecondSaves
from nashra.media.checking import MAX_MILLION_PIXELS, MAX_PICTURE_MEGABYTES, MEGABYTE, check_picture
from nashra.media.collections import out_of_the_root
from nashra.media.images import fill_from_file
from nashra.media.models import PictureText

_WORDS = {
    "alt_text": _("Alternative text in “%(language)s”"),
    "caption": _("Caption in “%(language)s”"),
    "credit": _("Credit in “%(language)s”; empty: as above"),
}
_LONGEST = {"alt_text": 500, "credit": 255}
_LONG_WORDS = {"alt_text", "caption"}


class PictureFileField(WagtailImageField):
    """A picture's file, refused at the door with a sentence that says why and what to do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.allowed_image_extensions = ["avif", "gif", "jpeg", "jpg", "png", "webp"]
        self.max_upload_size = MAX_PICTURE_MEGABYTES * MEGABYTE
        self.max_image_pixels = MAX_MILLION_PIXELS * 1_000_000
        self.help_text = _(
            "JPEG, PNG, WebP, AVIF or GIF; at most %(size)s MB and %(pixels)s million pixels."
        ) % {
            "size": MAX_PICTURE_MEGABYTES,
            "pixels": MAX_MILLION_PIXELS,
        }

    def to_python(self, data: Any) -> Any:
        """Check before Wagtail looks, so that the sentence is ours and nothing hostile is opened twice."""
        if isinstance(data, File):
            check_picture(data)
        return super().to_python(data)


class _KeptWhereStaffFindIt:
    """For forms of what collections hold: a new thing put into the root goes to all editions."""

    instance: Any
    cleaned_data: dict[str, Any]

    def clean_collection(self) -> Any:
        """The collection that was chosen, as long as staff may choose from it."""
        chosen = self.cleaned_data["collection"]
        return chosen if self.instance.pk else out_of_the_root(chosen)


class PictureForm(_KeptWhereStaffFindIt, RefusesSecondSaves, BaseImageForm):
    """Wagtail's form for pictures, with the guard, words from the file, and the words in each edition's language.

    The words in other languages are fields named ``caption_ar``, ``alt_text_ar``, ``credit_ar`` …; emptied, the text is removed.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"] = _guarded(self.fields["file"])
        for name in _LONG_WORDS & self.fields.keys():
            self.fields[name].widget = forms.Textarea(attrs={"rows": 2, "dir": "auto"})
        if "language" in self.fields:
            self.fields["language"].widget = LanguageSelect()
        self._languages = list(self._other_languages()) if self.instance.pk else []
        self._written = (
            {text.language: text for text in self.instance.texts.all()} if self.instance.pk else {}
        )
        for language in self._languages:
            self._add_words(language)

    def _other_languages(self) -> Iterator[str]:
        """The languages of the editions, but for the one the picture's own words are in."""
        own = (
            self.data.get(self.add_prefix("language"), self.instance.language)
            if self.is_bound
            else self.instance.language
        )
        languages = Edition.objects.order_by("position", "code").values_list("language", flat=True)
        yield from (language for language in dict.fromkeys(languages) if language != own)

    def _add_words(self, language: str) -> None:
        text = self._written.get(language)
        for word in _WORDS:
            field = forms.CharField(
                required=False,
                max_length=_LONGEST.get(word),
                label=_WORDS[word] % {"language": name_of_language(language)},
                initial=getattr(text, word, ""),
            )
            field.widget = forms.Textarea(attrs={"rows": 2}) if word in _LONG_WORDS else forms.TextInput()
            field.widget.attrs |= {"lang": language, "dir": "auto"}
            self.fields[f"{word}_{language}"] = field

    def save(self, commit: bool = True) -> Any:
        """Save the picture; a new file's own words fill what is empty, and its renditions are made anew."""
        with transaction.atomic():
            if "file" in self.changed_data:
                stem = PurePath(self.instance.file.name).stem
                fill_from_file(self.instance, named_by_person=self.cleaned_data.get("title", stem) != stem)
            picture = super().save(commit=commit)
            if commit:
                self._save_words(picture)
        return picture

    def _save_words(self, picture: Any) -> None:
        for language in self._languages:
            words = {word: self.cleaned_data.get(f"{word}_{language}", "").strip() for word in _WORDS}
            if any(words.values()):
                PictureText.objects.update_or_create(picture=picture, language=language, defaults=words)
            elif language in self._written:
                PictureText.objects.filter(picture=picture, language=language).delete()


class DocumentForm(_KeptWhereStaffFindIt, RefusesSecondSaves, BaseDocumentForm):
    """Wagtail's form for documents, which refuses second saves."""


def _guarded(field: forms.Field) -> PictureFileField:
    return PictureFileField(
        label=field.label, required=field.required, widget=field.widget, initial=field.initial
    )
