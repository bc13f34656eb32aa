"""Pictures in the sizes readers get."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.images.models import Filter

from nashra.media.images import add_picture
from nashra.media.making import prepare_renditions, renew_renditions
from nashra.media.metadata import read_metadata
from nashra.media.models import Picture, PictureRendition
from nashra.media.orders import order_renditions
from nashra.media.renditions import focal_of, sources_for, sources_for_uses
from nashra.media.tasks import prepare_pictures, renew_picture
from nashra.media.uses import UnknownUse
from nashra.press.keys import recording
from nashra.press.models import PressEvent
from tests.factories.jobs import context
from tests.factories.media import make_picture, photograph
from tests.real_input import real_input

pytestmark = pytest.mark.django_db


def carry_out_order(picture_ids: list[int], use: str, *, attempts: int = 0) -> None:
    prepare_pictures(context(attempts), picture_ids, use)


def pixel(url_or_row: PictureRendition, place: tuple[float, float]) -> tuple[int, ...]:
    with url_or_row.file.open() as file, Image.open(file) as image:
        value = image.convert("RGB").getpixel((int(image.width * place[0]), int(image.height * place[1])))
    assert isinstance(value, tuple)
    return value


def is_red(colour: tuple[int, ...]) -> bool:
    return colour[0] > 120 > colour[2]


def rendition(picture: Picture, spec: str) -> PictureRendition:
    return picture.renditions.get(filter_spec=spec)


def test_prepared_files_come_best_first_with_widths() -> None:
    picture = make_picture()
    prepare_renditions(picture, ["card"])
    sources = sources_for([picture], "card")[picture.pk]
    assert [source.type for source in sources.sources] == ["image/avif", "image/webp"]
    assert re.findall(r" (\d+)w", sources.srcset) == ["240", "400", "640", "960"]
    assert (sources.width, sources.height) == (640, 427)
    assert sources.src.endswith(".jpg")
    assert sources.cut
    assert sources.complete


def test_files_are_what_their_names_say(media_folder: Path) -> None:
    picture = make_picture(500, 400)
    prepare_renditions(picture, ["whole"])
    for row in picture.renditions.all():
        with Image.open(media_folder / row.file.name) as image:
            assert image.size == (row.width, row.height)
            assert f"format-{image.format}".lower() in row.filter_spec


def test_many_pictures_for_many_uses_cost_one_query(django_assert_num_queries: Any) -> None:
    pictures = [make_picture(500, 400) for _number in range(4)]
    for picture in pictures:
        prepare_renditions(picture, ["whole", "portrait"])
    wanted = [(picture, use) for picture in pictures for use in ("whole", "portrait")]
    with django_assert_num_queries(1):
        found = sources_for_uses(wanted)
    assert len(found) == 8
    assert all(sources.complete for sources in found.values())


def test_a_page_carries_the_keys_of_its_pictures() -> None:
    picture = make_picture()
    with recording() as recorded:
        sources_for([picture])
    assert f"picture:{picture.pk}" in recorded.keys


def test_a_stand_in_is_shown_until_a_use_is_ready() -> None:
    picture = make_picture()
    sources = sources_for([picture], "lead")[picture.pk]
    assert (sources.width, sources.height, sources.sources) == (960, 640, ())
    assert not sources.cut
    assert not sources.complete


def test_a_stand_in_is_made_once_for_all_uses() -> None:
    picture = make_picture()
    sources_for_uses([(picture, use) for use in ("lead", "card", "portrait", "whole")])
    assert picture.renditions.count() == 1


def test_a_page_never_waits_for_more_than_a_few_pictures() -> None:
    pictures = [make_picture(300, 200) for _number in range(6)]
    assert len(sources_for(pictures, "card")) == 3
    assert PictureRendition.objects.count() == 3


def test_what_a_page_lacks_is_ordered_once() -> None:
    pictures = [make_picture(300, 200) for _number in range(2)]
    before = ProcrastinateJob.objects.count()
    for _render in range(3):
        sources_for(pictures, "card")
    jobs = ProcrastinateJob.objects.order_by("-id")[: ProcrastinateJob.objects.count() - before]
    assert [job.args for job in jobs] == [
        {"picture_ids": [picture.pk for picture in pictures], "use": "card"}
    ]


def test_an_order_carried_out_finishes_the_use_and_has_its_pages_pressed_anew() -> None:
    picture = make_picture()
    carry_out_order([picture.pk], "card")
    assert sources_for([picture], "card")[picture.pk].complete
    assert PressEvent.objects.filter(keys__contains=[f"picture:{picture.pk}"]).count() == 1


def test_an_order_repeated_after_a_crash_still_presses() -> None:
    """The files were made and the worker died before it could say so."""
    picture = make_picture()
    prepare_renditions(picture, ["card"])
    events = PressEvent.objects.count()
    carry_out_order([picture.pk], "card", attempts=1)
    assert PressEvent.objects.count() == events + 1


def test_an_order_that_finds_a_picture_complete_presses_nothing() -> None:
    """Several pages order the same picture; the first order carried out has said it."""
    picture = make_picture()
    carry_out_order([picture.pk], "card")
    events = PressEvent.objects.count()
    carry_out_order([picture.pk, make_picture(300, 200).pk], "card")
    assert PressEvent.objects.filter(keys__contains=[f"picture:{picture.pk}"]).count() == 1
    assert PressEvent.objects.count() == events + 1


def test_a_picture_that_cannot_be_completed_presses_nothing() -> None:
    """Its pages would order it again, and again."""
    picture = make_picture(300, 200)
    picture.file.storage.delete(picture.file.name)
    events = PressEvent.objects.count()
    carry_out_order([picture.pk, 10_000_000], "card")
    assert PressEvent.objects.count() == events


def test_a_new_picture_is_ordered_when_its_row_is_committed(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        picture = make_picture()
    uses = {
        job.args["use"]
        for job in ProcrastinateJob.objects.all()
        if job.args.get("picture_ids") == [picture.pk]
    }
    assert uses == {"whole", "share", "square", "classic", "wide"}


def test_a_new_picture_can_be_shown_at_once(
    django_capture_on_commit_callbacks: Any, django_assert_num_queries: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        picture = make_picture()
    order_renditions([picture.pk], "lead")
    with django_assert_num_queries(1):
        assert sources_for([picture], "lead")[picture.pk].width == 960


def test_wagtail_s_own_sets_of_sizes_are_made_like_ours() -> None:
    path = real_input("media", "metadata", "gps-DSCN0010.jpg")
    picture = add_picture(path.read_bytes(), path.name, credit="Agency")
    for row in picture.get_renditions("width-100|format-webp", "width-200|format-avif").values():
        with row.file.open() as file:
            facts = read_metadata(file)
        assert (facts.credit, facts.had_place) == ("Agency", False)


def test_a_lost_original_stops_neither_the_page_nor_the_others() -> None:
    lost, whole = make_picture(300, 200), make_picture(300, 200)
    lost.file.storage.delete(lost.file.name)
    carry_out_order([lost.pk, whole.pk], "card")
    found = sources_for([lost, whole], "card")
    assert list(found) == [whole.pk]


def test_a_use_nobody_allowed_is_refused() -> None:
    with pytest.raises(UnknownUse):
        sources_for([make_picture(300, 200)], "fill-9999x9999")


def test_a_cut_keeps_the_focal_point() -> None:
    picture = make_picture(
        1600, 800, focal_point_x=400, focal_point_y=400, focal_point_width=10, focal_point_height=10
    )
    prepare_renditions(picture, ["portrait"])
    assert is_red(pixel(rendition(picture, "fill-384x384|format-jpeg"), (0.5, 0.5)))
    assert focal_of(picture) == (25, 50)


def test_a_changed_focal_point_drops_the_old_cuts(media_folder: Path) -> None:
    picture = make_picture(
        1600, 800, focal_point_x=400, focal_point_y=400, focal_point_width=10, focal_point_height=10
    )
    prepare_renditions(picture, ["portrait"])
    old = rendition(picture, "fill-384x384|format-jpeg").file.name
    picture.focal_point_x = 1200
    picture.save()
    renew_renditions(picture)
    assert not is_red(pixel(rendition(picture, "fill-384x384|format-jpeg"), (0.5, 0.5)))
    assert rendition(picture, "fill-384x384|format-jpeg").file.name != old


def test_a_cut_around_the_old_focal_point_is_never_shown(django_capture_on_commit_callbacks: Any) -> None:
    picture = make_picture(1600, 800)
    prepare_renditions(picture, ["portrait"])
    with django_capture_on_commit_callbacks(execute=True):
        picture.focal_point_x, picture.focal_point_y = 1200, 400
        picture.focal_point_width = picture.focal_point_height = 10
        picture.save()
    assert not sources_for([picture], "portrait")[picture.pk].cut
    jobs = ProcrastinateJob.objects.filter(task_name="nashra.media.tasks.renew_picture")
    assert [job.args for job in jobs] == [{"picture_id": picture.pk}]
    renew_picture(picture.pk)
    assert sources_for([picture], "portrait")[picture.pk].cut


def test_a_change_of_words_in_another_field_makes_nothing_anew(
    django_capture_on_commit_callbacks: Any,
) -> None:
    picture = Picture.objects.get(pk=make_picture().pk)
    with django_capture_on_commit_callbacks() as callbacks:
        picture.title = "Another name for the newsroom"
        picture.save()
    assert callbacks == []


def test_every_copy_keeps_the_rights() -> None:
    picture = make_picture(
        500,
        400,
        copyright_notice="© 2026 Nashra",
        rights="https://nashra.example/terms",
        licensor_url="https://nashra.example/buy",
        credit="ليلى حداد",
        creator="Layla Haddad",
    )
    prepare_renditions(picture, ["card"])
    for row in picture.renditions.all():
        with row.file.open() as file:
            facts = read_metadata(file)
        assert (facts.credit, facts.creator) == ("ليلى حداد", "Layla Haddad"), row.filter_spec
        assert facts.copyright_notice == "© 2026 Nashra"
        assert (facts.rights, facts.licensor_url) == (picture.rights, picture.licensor_url)


def test_a_corrected_credit_reaches_every_copy() -> None:
    picture = make_picture(500, 400)
    prepare_renditions(picture, ["card"])
    picture.credit = "Agency"
    picture.save()
    renew_picture(picture.pk)
    for row in picture.renditions.all():
        with row.file.open() as file:
            assert read_metadata(file).credit == "Agency"


@pytest.mark.parametrize(
    "spec", ["max-165x165", "original", "width-400|format-avif", "fill-200x200|format-webp"]
)
def test_no_copy_says_where_a_photograph_was_taken(spec: str) -> None:
    path = real_input("media", "metadata", "gps-DSCN0010.jpg")
    picture = add_picture(path.read_bytes(), path.name)
    with picture.get_rendition(spec).file.open() as file, Image.open(file) as image:
        assert ExifTags.IFD.GPSInfo not in image.getexif()
        assert b"GPS" not in (image.info.get("xmp") or b"")


@pytest.mark.parametrize("name", ["landscape_1.jpg", "landscape_3.jpg", "landscape_6.jpg", "landscape_8.jpg"])
def test_turned_photographs_come_out_upright_and_alike(name: str) -> None:
    first = real_input("media", "orientation", "landscape_1.jpg")
    path = real_input("media", "orientation", name)
    pictures = [add_picture(each.read_bytes(), each.name) for each in (first, path)]
    copies = []
    for picture in pictures:
        with picture.get_rendition("width-60|format-png").file.open() as file, Image.open(file) as image:
            assert ExifTags.Base.Orientation not in image.getexif()
            copies.append(image.convert("L").resize((12, 9)))
    pairs = zip(copies[0].tobytes(), copies[1].tobytes(), strict=True)
    assert sum(abs(a - b) for a, b in pairs) / 108 < 12


@pytest.mark.parametrize("folder", ["kinds", "demo-photos", "provenance"])
def test_real_pictures_of_every_kind_can_be_cut(folder: str) -> None:
    for path in sorted(real_input("media", folder).iterdir())[:6]:
        if path.suffix in {".svg", ".tiff"}:
            continue
        picture = add_picture(path.read_bytes(), path.name)
        assert prepare_renditions(picture, ["portrait", "share"]) > 0, path.name


def test_a_picture_in_print_colours_comes_out_in_the_web_s() -> None:
    output = BytesIO()
    Image.new("CMYK", (300, 200), (0, 255, 255, 0)).save(output, "JPEG")
    picture = add_picture(output.getvalue(), "print.jpg")
    assert is_red(pixel(picture.get_rendition("width-60|format-webp"), (0.5, 0.5)))


def test_transparency_is_kept_where_it_can_be_and_white_elsewhere() -> None:
    output = BytesIO()
    Image.new("RGBA", (300, 200), (0, 0, 0, 0)).save(output, "PNG")
    picture = add_picture(output.getvalue(), "logo.png")
    with picture.get_rendition("width-60|format-webp").file.open() as file, Image.open(file) as image:
        assert image.mode == "RGBA"
    assert pixel(picture.get_rendition("width-60|format-jpeg"), (0.5, 0.5)) == (255, 255, 255)


def test_an_animation_is_shown_by_its_first_frame() -> None:
    path = real_input("media", "kinds", "dispose_bgnd.gif")
    picture = add_picture(path.read_bytes(), path.name)
    with picture.get_rendition("width-60|format-webp").file.open() as file, Image.open(file) as image:
        assert getattr(image, "n_frames", 1) == 1


def test_a_replaced_file_of_the_same_use_is_taken_away(
    media_folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    picture = make_picture(300, 200)
    prepare_renditions(picture, ["share"])
    old = media_folder / rendition(picture, "fill-300x158|format-jpeg").file.name
    picture.credit = "Agency"
    picture.save()
    with django_capture_on_commit_callbacks(execute=True):
        renew_renditions(picture)
    assert not old.exists()
    assert (media_folder / rendition(picture, "fill-300x158|format-jpeg").file.name).exists()


def test_a_picture_changed_elsewhere_purges_its_key() -> None:
    picture = make_picture(300, 200)
    picture.caption = "Boats at low tide."
    picture.save()
    assert PressEvent.objects.filter(keys__contains=[f"picture:{picture.pk}"]).exists()


def test_a_large_photograph_is_cut_sharp_where_it_is_cut_small() -> None:
    """The original is decoded no larger than needed; a tall picture's flat cut must not suffer."""
    picture = add_picture(photograph(1000, 4000), "tower.jpg")
    prepare_renditions(picture, ["share"])
    row = picture.renditions.get()
    assert (row.width, row.height) == (1000, pytest.approx(525, abs=1))
    assert Filter(row.filter_spec).get_transform(picture, (1000, 4000)).get_rect().width == pytest.approx(
        1000
    )
