"""/readyz and /metrics of a newsroom that runs."""

import json
import urllib.error
import urllib.request

from tests.integration.project.newsrooms import RunningNewsroom, wait_for


def get(newsroom: RunningNewsroom, path: str, **headers: str) -> tuple[int, str, str]:
    """Status, content type and body of an answer."""
    asked = urllib.request.Request(
        f"{newsroom.url}{path}", headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urllib.request.urlopen(asked, timeout=30) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read().decode()


def test_the_figures_are_there_for_this_computer_and_not_for_a_proxys_readers(
    open_newsroom: RunningNewsroom,
) -> None:
    status, kind, text = get(open_newsroom, "/metrics")
    assert (status, kind) == (200, "text/plain; version=0.0.4; charset=utf-8")
    assert "# TYPE nashra_press_visible_seconds histogram\n" in text
    assert 'nashra_part_up{part="database"} 1\n' in text
    assert "nashra_schedule_late_seconds 0\n" in text
    assert get(open_newsroom, "/metrics", X_Forwarded_For="127.0.0.1")[0] == 404


def test_the_figures_are_counted_anew_each_time_and_never_stored(open_newsroom: RunningNewsroom) -> None:
    def pages() -> list[str]:
        text = get(open_newsroom, "/metrics")[2]
        return [line for line in text.splitlines() if line.startswith("nashra_press_store_absent ")]

    before = pages()
    get(open_newsroom, "/no-such-page-yet/")
    wait_for(lambda: pages() != before)
    assert "/metrics" not in get(open_newsroom, "/metrics")[2]


def test_readiness_names_each_part_and_how_far_this_machine_is_behind(open_newsroom: RunningNewsroom) -> None:
    wait_for(open_newsroom.everything_up)
    status, kind, text = get(open_newsroom, "/readyz")
    assert (status, kind) == (200, "application/json")
    assert json.loads(text) == {
        "ready": True,
        "parts": {"database": "up", "worker": "up", "bus": "up"},
        "events_behind": 0,
    }
