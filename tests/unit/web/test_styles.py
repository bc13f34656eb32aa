"""The rules of our style sheets, and the one sheet they become."""

import gzip
import re
from pathlib import Path

import pytest
from django.test.utils import override_settings

import nashra.web
from nashra.web.stylesheet import LAYERS, SHEET, StylesheetFinder, build_stylesheet, source_files
from nashra.web.theme import READABLE, contrast

STATIC = Path(nashra.web.__file__).parent / "static" / "nashra"
FILES = sorted((STATIC / "css").rglob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

PHYSICAL = re.compile(
    r"""(?x)
    (?: margin | padding | border | inset | scroll-margin | scroll-padding )-(?: left | right | top | bottom )
    | (?<![-\w])(?: left | right | top | bottom )\s*:
    | (?: text-align | float | clear | caption-side )\s*:\s*(?: left | right )
    | border-(?: top | bottom )-(?: left | right )-radius
    | (?<![-\w])(?: min- | max- )?(?: width | height )\s*:\s*(?!\s*[\d.]+em\))
    """
)
RAW_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(")

TEXT_PAIRS = [
    ("ink", "paper"),
    ("ink", "paper-tint"),
    ("ink", "paper-opinion"),
    ("ink-soft", "paper"),
    ("ink-soft", "paper-tint"),
    ("ink-soft", "paper-opinion"),
    ("accent", "paper"),
    ("accent", "paper-tint"),
    ("accent", "paper-opinion"),
    ("on-accent", "accent"),
    ("opinion", "paper"),
    ("opinion", "paper-opinion"),
    ("live", "paper"),
    ("live", "paper-tint"),
    ("on-live", "live-ground"),
    ("on-night", "night"),
    ("on-night-soft", "night"),
    ("night-live", "night"),
]


def text_of(file: Path) -> str:
    return COMMENT.sub("", file.read_text("utf-8"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_physical_side_is_named(file: Path) -> None:
    declared = re.sub(r"@media[^{]*", "", text_of(file))
    assert not PHYSICAL.findall(declared)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_is_forced_with_important(file: Path) -> None:
    assert "!important" not in text_of(file)


# Print has a paper and an ink of its own.
STYLED = [file for file in FILES if file.parent.name != "tokens" and file.name != "print.css"]


@pytest.mark.parametrize("file", STYLED, ids=lambda file: file.name)
def test_colours_and_fonts_come_from_tokens(file: Path) -> None:
    assert not RAW_COLOUR.findall(text_of(file))
    assert not re.findall(r"font-family:(?!\s*var\()", text_of(file))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_is_in_the_folder_of_a_layer(file: Path) -> None:
    assert file.parent.name in LAYERS or file.name == "layers.css"


def tokens(scheme: str) -> dict[str, str]:
    text = (STATIC / "css/tokens/colours.css").read_text("utf-8")
    light, _media, dark = text.partition("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6});", light))
    if scheme == "dark":
        found |= dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6});", dark))
    return {
        name: value if len(value) == 7 else "#" + "".join(2 * part for part in value[1:])
        for name, value in found.items()
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(scheme: str, text: str, ground: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours[text], colours[ground]) >= READABLE


def test_lines_take_the_colour_of_their_ground() -> None:
    """A custom property is worked out where it is set: who gives lines another colour sets the line anew."""
    rules = [rule for file in FILES for rule in re.findall(r"([^{}]+)\{([^{}]*)\}", text_of(file))]
    coloured = {place.strip() for place, rule in rules if "--rule:" in rule and ":root" not in place}
    assert coloured
    assert coloured == {place.strip() for place, rule in rules if "--rule:" in rule and "--hairline:" in rule}


def test_the_layers_stand_in_their_order_and_comments_are_left_out() -> None:
    sheet = build_stylesheet(
        [("components", "/* why */ .a {\n  color: red;\n}\n"), ("tokens", ":root { --x: 1px; }")]
    )
    assert sheet == (
        "@layer tokens,reset,base,layouts,components,utilities;@layer tokens{:root{--x:1px}}\n@layer components{.a{color:red}}\n"
    )


def test_every_file_the_sheet_names_is_there() -> None:
    sheet = build_stylesheet((layer, file.read_text("utf-8")) for layer, file in source_files())
    named = re.findall(r'url\("([^"]+)"\)', sheet)
    assert named
    assert [name for name in named if not (STATIC / name).is_file()] == []


def test_the_sheet_weighs_at_most_14_kb() -> None:
    sheet = build_stylesheet((layer, file.read_text("utf-8")) for layer, file in source_files())
    assert len(gzip.compress(sheet.encode())) <= 14 * 1024


def test_fonts_are_small_and_their_licences_are_beside_them() -> None:
    fonts = list((STATIC / "fonts").glob("*.woff2"))
    assert max(font.stat().st_size for font in fonts) <= 36_000
    assert {file.name for file in (STATIC / "fonts").glob("OFL-*.txt")} == {
        "OFL-LibreFranklin.txt",
        "OFL-MarkaziText.txt",
        "OFL-Newsreader.txt",
        "OFL-Vazirmatn.txt",
    }


def test_a_themes_file_takes_the_place_of_ours_and_a_new_one_joins_its_layer(tmp_path: Path) -> None:
    components = tmp_path / "nashra/css/components"
    components.mkdir(parents=True)
    (components / "card.css").write_text(".card { display: flex; }")
    (components / "own.css").write_text(".own { display: grid; }")
    with override_settings(STATICFILES_DIRS=[tmp_path]):
        sheet = build_stylesheet((layer, file.read_text("utf-8")) for layer, file in source_files())
    assert ".card{display:flex}" in sheet
    assert ".own{display:grid}" in sheet
    assert ".card-lead" not in sheet.replace(".card-lead .card-picture", "")


def test_the_sheet_is_found_as_a_static_file(tmp_path: Path) -> None:
    with override_settings(DATA_DIR=tmp_path):
        finder = StylesheetFinder()
        found = finder.find(SHEET)
        assert found is not None
        assert Path(found).read_text("utf-8").startswith("@layer tokens,")
        assert [name for name, _storage in finder.list(None)] == [SHEET]
        assert finder.find("nashra/other.css") is None
