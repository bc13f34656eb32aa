"""The file of a picture, measured the way it is seen."""

from contextlib import suppress

from PIL import ExifTags, Image, UnidentifiedImageError
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from nashra.media.kinds import open_picture

# Orientations 5 to 8 of EXIF: the camera was held upright, so width and height change places.
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})


def size_as_seen(image: Image.Image) -> tuple[int, int]:
    """Width and height in pixels after the turn the camera asks for (EXIF orientation); reads no more than the file's head."""
    width, height = image.size
    orientation = 1
    with suppress(Exception):  # a damaged EXIF block is no reason to refuse the picture it comes with
        orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    return (height, width) if orientation in _ON_ITS_SIDE else (width, height)


class PictureFieldFile(WagtailImageFieldFile):
    """A stored picture that knows its size as seen."""

    def get_image_dimensions(self) -> tuple[int, int] | tuple[None, None]:
        """Width and height after turning; nothing for a file that is no picture."""
        close = self.closed
        self.open()
        try:
            with open_picture(self) as image:
                return size_as_seen(image)
        except UnidentifiedImageError:
            return None, None
        finally:
            if close:
                self.close()
            else:
                self.seek(0)


class PictureField(WagtailImageField):
    """Wagtail's picture file, with width and height as seen."""

    attr_class = PictureFieldFile
