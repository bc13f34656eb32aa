"""Pictures: coming in, their words in each language, what is missing."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import DatabaseError

from nashra.media.errors import PictureRefused
from nashra.media.images import add_picture
from nashra.media.models import Picture, PictureText, PictureWord
from tests.factories.media import make_picture, photograph
from tests.real_input import real_input

pytestmark = pytest.mark.django_db


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_what_a_file_says_fills_what_nobody_wrote() -> None:
    path = real_input("media", "metadata", "IPTC-PhotometadataRef-Std2017.1.jpg")
    picture = add_picture(path.read_bytes(), path.name, caption="Written by hand.")
    picture.refresh_from_db()
    assert picture.caption == "Written by hand."
    assert picture.credit == "Credit Line (ref2017.1)"
    assert picture.date_created == date(2017, 7, 13)
    assert picture.title == "The Headline (ref2017.1)"
    assert picture.metadata["city"] == "City (Core) (ref2017.1)"


def test_a_picture_of_another_reader_s_file_is_taken_in_too() -> None:
    picture = add_picture(ContentFile(photograph(), name="x.jpg"), "harbour.jpg")
    assert (picture.title, picture.width, picture.height) == ("harbour", 1500, 1000)


def test_a_turned_photograph_is_stored_with_its_size_as_seen() -> None:
    path = real_input("media", "orientation", "landscape_6.jpg")
    picture = Picture.objects.get(pk=add_picture(path.read_bytes(), path.name).pk)
    assert (picture.width, picture.height) == (600, 450)


def test_a_refused_picture_leaves_nothing_behind(media_folder: Path) -> None:
    for folder in (("media", "broken"), ("security", "uploads")):
        for path in real_input(*folder).iterdir():
            before = Picture.objects.count(), files_in(media_folder)
            try:
                add_picture(path.read_bytes(), path.name)
            except PictureRefused:
                assert (Picture.objects.count(), files_in(media_folder)) == before, path.name


def test_a_row_that_cannot_be_written_takes_its_file_away(
    media_folder: Path, django_assert_max_num_queries: object
) -> None:
    with pytest.raises(DatabaseError):
        add_picture(photograph(), "harbour.jpg", credit="x" * 300)
    assert files_in(media_folder) == []


def test_words_are_found_for_the_exact_language_before_its_parent() -> None:
    picture = make_picture()
    PictureText.objects.create(picture=picture, language="ar", caption="قوارب", alt_text="ثلاثة قوارب")
    PictureText.objects.create(picture=picture, language="ar-EG", caption="مراكب")
    words = picture.text_in("ar-EG")
    assert (words.caption, words.alt_text) == ("مراكب", "ثلاثة قوارب")


def test_a_credit_is_a_name_and_holds_in_every_language() -> None:
    assert make_picture().text_in("es").credit == "Layla Haddad"


def test_words_in_one_language_do_not_serve_readers_of_another() -> None:
    words = make_picture().text_in("es")
    assert (words.caption, words.alt_text) == ("", "")


def test_words_without_a_language_serve_everybody() -> None:
    assert make_picture(language="").text_in("es").caption == "Boats at the quay."


def test_words_of_the_parent_language_serve_its_regions() -> None:
    assert make_picture().text_in("en-GB").caption == "Boats at the quay."


def test_nothing_is_missing_in_the_language_it_came_with() -> None:
    assert make_picture().missing_in("en") == []


def test_what_is_missing_in_another_language_is_named() -> None:
    picture = make_picture(credit="")
    PictureText.objects.create(picture=picture, language="es", alt_text="Tres barcas")
    assert picture.missing_in("es") == [PictureWord.CAPTION, PictureWord.CREDIT]
    assert picture.missing_in("es") == ["caption", "credit"]


def test_a_file_s_name_is_never_an_alternative_text() -> None:
    assert make_picture(alt_text="").default_alt_text == ""


def test_words_of_many_pictures_cost_one_query_more(django_assert_num_queries: "object") -> None:
    for _number in range(3):
        PictureText.objects.create(picture=make_picture(300, 200), language="ar", caption="قوارب")
    with django_assert_num_queries(2):  # type: ignore[operator] # a fixture without a public type
        captions = [picture.text_in("ar").caption for picture in Picture.objects.prefetch_related("texts")]
    assert captions == ["قوارب"] * 3
