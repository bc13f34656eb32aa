"""The form pictures are uploaded and described with, and the screens around it."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from nashra.editions.models import Edition
from nashra.media.models import Picture, PictureText
from nashra.people.models import User
from tests.factories.media import make_picture, photograph
from tests.real_input import real_input

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    User.objects.create_superuser("editor", password="quay")
    client.login(username="editor", password="quay")
    return client


@pytest.fixture
def editions() -> None:
    for position, (code, language) in enumerate([("en", "en"), ("ar", "ar"), ("es", "es")]):
        Edition.objects.create(code=code, language=language, name=code, masthead=code, position=position)


def upload(content: bytes, name: str, **data: Any) -> Any:
    root = Collection.get_first_root_node()
    assert root is not None
    form = get_image_form(Picture)
    return form(
        {"title": Path(name).stem, "collection": root.pk, "tags": ""} | data,
        {"file": SimpleUploadedFile(name, content)},
        instance=Picture(),
    )


def test_an_upload_is_filled_in_from_its_file() -> None:
    path = real_input("media", "metadata", "IPTC-PhotometadataRef-Std2017.1.jpg")
    form = upload(path.read_bytes(), path.name, caption="By hand.")
    assert form.is_valid(), form.errors
    picture = form.save()
    picture.refresh_from_db()
    assert (picture.caption, picture.credit) == ("By hand.", "Credit Line (ref2017.1)")
    assert picture.title == "The Headline (ref2017.1)"


def test_a_title_somebody_wrote_stays() -> None:
    path = real_input("media", "metadata", "IPTC-PhotometadataRef-Std2017.1.jpg")
    form = upload(path.read_bytes(), path.name, title="Reference")
    assert form.is_valid()
    assert form.save().title == "Reference"


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (("media", "broken", "truncated_jpeg.jpg"), "damaged or was cut short"),
        (("security", "uploads", "pixel-flood-12000x12000.png"), "more than 64 million pixels"),
        (("security", "uploads", "gif-with-html-tail.gif"), "a web page or a program"),
        (("security", "uploads", "SVG_XSS1.svg"), "SVG"),
        (("media", "broken", "timeout-9139147ce93e20eb14088fe238e541443ffd64b3.fli"), "Export it as JPEG"),
    ],
)
def test_a_bad_upload_is_refused_in_the_desk_and_leaves_nothing(
    editor: Client, media_folder: Path, parts: tuple[str, ...], sentence: str
) -> None:
    path = real_input(*parts)
    answer = editor.post(
        reverse("wagtailimages:add_multiple"),
        {"title": path.stem, "files[]": SimpleUploadedFile(path.name, path.read_bytes())},
        HTTP_X_REQUESTED_WITH="XMLHttpRequest",
    )
    told = json.loads(answer.content)
    assert told["success"] is False
    assert sentence in told["error_message"]
    assert not Picture.objects.exists()
    assert [each for each in media_folder.rglob("*") if each.is_file()] == []


def test_a_good_upload_comes_in_through_the_desk(editor: Client) -> None:
    path = real_input("media", "metadata", "me-Issue_122.jpg")
    answer = editor.post(
        reverse("wagtailimages:add_multiple"),
        {"title": path.stem, "files[]": SimpleUploadedFile(path.name, path.read_bytes())},
        HTTP_X_REQUESTED_WITH="XMLHttpRequest",
    )
    told = json.loads(answer.content)
    assert told["success"] is True, told
    assert Picture.objects.get().credit == "Getty Images"
    assert "Getty Images" in told["form"]


@pytest.mark.usefixtures("editions")
def test_the_picture_s_page_asks_for_words_in_the_other_editions_languages(editor: Client) -> None:
    picture = make_picture()
    page = editor.get(reverse("wagtailimages:edit", args=[picture.pk])).content.decode()
    assert 'name="caption_ar"' in page
    assert 'name="alt_text_es"' in page
    assert 'name="caption_en"' not in page


@pytest.mark.usefixtures("editions")
def test_words_in_another_language_are_kept_changed_and_removed(editor: Client) -> None:
    picture = make_picture()
    address = reverse("wagtailimages:edit", args=[picture.pk])
    data = {
        "title": picture.title,
        "collection": picture.collection_id,
        "language": "en",
        "caption": picture.caption,
        "credit": picture.credit,
        "alt_text": picture.alt_text,
        "tags": "",
    }
    for words in (
        {"caption_ar": "قوارب", "alt_text_ar": "ثلاثة قوارب"},
        {"caption_ar": "مراكب"},
        {"caption_ar": ""},
    ):
        assert editor.post(address, data | words).status_code == 302
        texts = [(text.language, text.caption, text.alt_text) for text in PictureText.objects.all()]
        assert texts == (
            [("ar", words["caption_ar"], words.get("alt_text_ar", ""))] if words["caption_ar"] else []
        )


def test_an_unknown_language_is_refused() -> None:
    form = upload(photograph(), "harbour.jpg", language="no language!")
    assert "language" in form.errors


def test_a_statement_of_rights_has_to_be_a_web_address() -> None:
    form = upload(photograph(), "harbour.jpg", rights="javascript:alert(1)")
    assert "rights" in form.errors


def test_a_replaced_file_keeps_what_was_written_and_drops_its_copies(
    editor: Client, media_folder: Path
) -> None:
    picture = make_picture()
    picture.get_rendition("width-400|format-jpeg")
    answer = editor.post(
        reverse("wagtailimages:edit", args=[picture.pk]),
        {
            "title": picture.title,
            "collection": picture.collection_id,
            "caption": picture.caption,
            "credit": picture.credit,
            "alt_text": picture.alt_text,
            "tags": "",
            "file": SimpleUploadedFile("other.jpg", photograph(800, 600)),
        },
    )
    assert answer.status_code == 302
    picture = Picture.objects.get()
    assert (picture.width, picture.height, picture.credit) == (800, 600, "Layla Haddad")
    assert not picture.renditions.filter(filter_spec="width-400|format-jpeg").exists()


def test_no_address_makes_a_size_of_the_reader_s_choice() -> None:
    from django.urls import NoReverseMatch

    with pytest.raises(NoReverseMatch):
        reverse("wagtailimages_serve", args=("signature", 1, "width-400"))
