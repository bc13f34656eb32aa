"""Settings from outside: read, checked, refused by name."""

from pathlib import Path

import pytest

from nashra.project.environment import DEFAULT, Environment, read_environment, setting_names
from nashra.project.errors import EnvironmentFileBroken, SettingRefused, SettingUnknown


def read(folder: Path, **variables: str) -> Environment:
    """Read settings with ``folder`` as the data folder."""
    return read_environment({"NASHRA_DATA_DIR": str(folder), **variables})


def test_nothing_set_is_a_newsroom_on_this_computer(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert found.embedded
    assert not found.debug
    assert (found.host, found.port, found.base_url) == ("127.0.0.1", 8000, "http://localhost:8000")
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NASHRA_PORT", "0"),
        ("NASHRA_PORT", "٨٠٨٠8"),
        ("NASHRA_PORT", "70000"),
        ("NASHRA_DEBUG", "maybe"),
        ("NASHRA_BASE_URL", "news.example"),
        ("NASHRA_BASE_URL", "https://news.example/path"),
        ("NASHRA_BASE_URL", "https://news.example:port"),
        ("NASHRA_HOSTS", "news.example, bad host"),
        ("NASHRA_TRUSTED_ORIGINS", "desk.example"),
        ("NASHRA_METRICS_FROM", "office"),
        ("NASHRA_PRESS_PURGE_BY_KEY", "http://varnish:6081/"),
        ("NASHRA_PRESS_PURGE_BY_KEY", '{"url": "http://varnish:6081/"}'),
        ("NASHRA_PRESS_PURGE_BY_KEY", '[{"url": "varnish:6081"}]'),
        ("NASHRA_PRESS_PURGE_BY_URL", '[{"BACKEND": "wagtail"}]'),
        ("NASHRA_PRESS_PURGE_BY_URL", '{"cdn": {"LOCATION": "http://varnish:6081"}}'),
        ("NASHRA_PRESS_DISK_MEGABYTES", "4 GB"),
        ("NASHRA_PRESS_DISK_MEGABYTES", "15"),
        ("NASHRA_PRESS_MEMORY_MEGABYTES", "0"),
        ("NASHRA_PRESS_ABSENT_PAGES", "-1"),
        ("NASHRA_PRESS_SHARED_SECONDS", "1.5"),
        ("NASHRA_METRICS_FROM", "10.0.0.1/8"),
        ("NASHRA_THEME_DIR", "/no/such/folder"),
        ("NASHRA_SECRET_KEY", "short"),
        ("NASHRA_EMAIL_URL", "mail.example"),
        ("DATABASE_URL", "mysql://db.example/news"),
        ("DATABASE_URL", "postgresql://db.example:port/news"),
        ("DATABASE_URL", "postgresql://db.example/news?no_such_option=1"),
    ],
)
def test_a_wrong_value_is_refused_by_its_name(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingRefused) as refusal:
        read(tmp_path, **{name: value})
    assert str(refusal.value).startswith(f"{name} is wrong (the environment): ")


def test_a_secret_is_not_repeated_in_its_refusal(tmp_path: Path) -> None:
    with pytest.raises(SettingRefused) as refusal:
        read(tmp_path, NASHRA_SECRET_KEY="sesame")
    assert "sesame" not in str(refusal.value)


def test_an_unknown_name_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    with pytest.raises(SettingUnknown, match=r"NASHRA_PROT is not a setting.*Did you mean NASHRA_PORT"):
        read(tmp_path, NASHRA_PROT="8000")


def test_names_of_other_programs_are_none_of_our_business(tmp_path: Path) -> None:
    assert read(tmp_path, NASHRANET_PORT="x", PORT="x").port == 8000


def test_the_environment_wins_over_the_file_and_the_file_over_the_default(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("# the coast\nNASHRA_PORT=8100\nexport NASHRA_NAME='Voice of the Coast'\n")
    found = read(tmp_path, NASHRA_PORT="8200")
    sources = {chosen.name: (chosen.text, chosen.source) for chosen in found.chosen}
    assert sources["NASHRA_PORT"] == ("8200", "the environment")
    assert sources["NASHRA_NAME"] == ("Voice of the Coast", str(tmp_path / ".env"))
    assert sources["NASHRA_HOST"] == ("127.0.0.1", DEFAULT)


@pytest.mark.parametrize("line", ["NASHRA_PORT", "= 3", "NASHRA_PORT '8000'"])
def test_a_line_of_the_file_that_cannot_be_read_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / ".env").write_text(f"NASHRA_NAME=Coast\n{line}\n")
    with pytest.raises(EnvironmentFileBroken, match=r"Line 2 of .*\.env"):
        read(tmp_path)


@pytest.mark.parametrize("name", ["NASHRA_PROT", "NASHRA_DATA_DIR"])
def test_the_file_has_no_unknown_names_and_cannot_say_where_it_lies(tmp_path: Path, name: str) -> None:
    (tmp_path / ".env").write_text(f"{name}=x\n")
    with pytest.raises(SettingUnknown, match=name):
        read(tmp_path)


def test_secrets_are_masked_and_the_rest_is_not(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        DATABASE_URL="postgresql://desk:open%20sesame@db.example/news",
        NASHRA_EMAIL_URL="smtp://desk:sesame@mail.example",
        NASHRA_SECRET_KEY="sesame" * 10,
        NASHRA_PRESS_PURGE_BY_KEY='[{"url": "https://cdn.example", "headers": {"Key": "sesame"}}]',
    )
    shown = {chosen.name: chosen.text for chosen in found.chosen}
    assert shown["DATABASE_URL"] == "postgresql://desk:***@db.example/news"
    assert shown["NASHRA_EMAIL_URL"] == "smtp://desk:***@mail.example"
    assert shown["NASHRA_SECRET_KEY"] == "***"
    assert "sesame" not in "".join(shown.values())
    assert list(shown) == setting_names()


def test_a_key_that_looks_like_an_address_is_masked(tmp_path: Path) -> None:
    found = read(tmp_path, NASHRA_SECRET_KEY="sesame:" + "sesame" * 10)
    assert "sesame" not in "".join(chosen.text for chosen in found.chosen)


def test_a_password_among_an_addresss_further_parts_is_masked_too(tmp_path: Path) -> None:
    found = read(tmp_path, DATABASE_URL="postgresql://db.example/news?password=sesame")
    assert "sesame" not in "".join(chosen.text for chosen in found.chosen)


def test_a_database_address_becomes_djangos_entry(tmp_path: Path) -> None:
    address = "postgresql://desk:p%40ss@db.example:5433/news?sslmode=verify-full"
    entry = read(tmp_path, DATABASE_URL=address).database()
    assert (entry["NAME"], entry["USER"], entry["PASSWORD"]) == ("news", "desk", "p@ss")
    assert (entry["HOST"], entry["PORT"]) == ("db.example", "5433")
    assert entry["OPTIONS"]["sslmode"] == "verify-full"


def test_https_follows_from_the_sites_address(tmp_path: Path) -> None:
    assert read(tmp_path, NASHRA_BASE_URL="https://news.example").https
    assert not read(tmp_path, NASHRA_BASE_URL="https://news.example", NASHRA_HTTPS="no").https


def test_figures_are_for_this_computer_unless_networks_are_named(tmp_path: Path) -> None:
    assert [str(network) for network in read(tmp_path).metrics_from] == ["127.0.0.0/8", "::1/128"]
    office = read(tmp_path, NASHRA_METRICS_FROM="10.2.0.0/16, 192.0.2.7").metrics_from
    assert [str(network) for network in office] == ["10.2.0.0/16", "192.0.2.7/32"]
    assert read(tmp_path, NASHRA_METRICS_FROM="nobody").metrics_from == ()


def test_pages_lie_in_the_data_folder_unless_another_is_named(tmp_path: Path) -> None:
    assert read(tmp_path).press_dir == tmp_path / "press"
    assert read(tmp_path, NASHRA_PRESS_DIR="/srv/pages").press_dir == Path("/srv/pages")


def test_mail_goes_to_the_server_that_is_set(tmp_path: Path) -> None:
    options = read(tmp_path, NASHRA_EMAIL_URL="smtps://desk:p%40ss@mail.example").mailer()["OPTIONS"]
    assert (options["host"], options["port"], options["use_ssl"], options["use_tls"]) == (
        "mail.example",
        465,
        True,
        False,
    )
    assert options["password"] == "p@ss"


def test_without_a_stored_key_each_process_has_another() -> None:
    keys = {read_environment({"NASHRA_DATA_DIR": "/no/such/folder"}).secret_key for _ in range(2)}
    assert len(keys) == 2
    assert all(len(key) > 50 for key in keys)
