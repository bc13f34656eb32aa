"""Pictures coming in: checked, read, stored; or refused with nothing left behind."""

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.core.files import File
from django.core.files.base import ContentFile
from wagtail.models import Collection

from nashra.media.checking import check_picture
from nashra.media.metadata import FILLED_FIELDS, PictureFacts, read_metadata
from nashra.media.models import Picture

if TYPE_CHECKING:
    from nashra.people.models import User


def add_picture(
    content: "bytes | File[Any]",
    name: str,
    *,
    title: str = "",
    collection: Collection | None = None,
    user: "User | None" = None,
    **words: Any,
) -> Picture:
    """Take in a picture and return it, stored; ``words`` are fields of Picture such as caption, credit, alt_text, language.

    What the caller does not say is filled in from the file (IPTC, XMP, EXIF). Without a collection it goes to the root collection.
    Raises PictureRefused, with nothing stored, for a file that is no decent picture.
    """
    file = ContentFile(content, name=name) if isinstance(content, bytes) else File(content.file, name=name)
    check_picture(file)
    picture = Picture(title=title or PurePath(name).stem, uploaded_by_user=user, **words)
    picture.collection = collection or Collection.get_first_root_node()
    picture.file = file  # type: ignore[assignment] # the field takes any file
    fill_from_file(picture, named_by_person=bool(title))
    picture._set_image_file_metadata()  # noqa: SLF001 - as Wagtail's own form does
    picture.save()
    return picture


def fill_from_file(picture: Picture, *, named_by_person: bool = True) -> PictureFacts:
    """Fill the picture's empty fields with what its file says; a field somebody has written stays. Does not save."""
    facts = read_metadata(picture.file.file)
    for field in FILLED_FIELDS:
        if not getattr(picture, field):
            setattr(picture, field, getattr(facts, field))
    if facts.headline and not named_by_person:
        picture.title = facts.headline
    picture.metadata = facts.as_json()
    return facts
