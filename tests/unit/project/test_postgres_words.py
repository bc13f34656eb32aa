"""What the embedded PostgreSQL said before it ended, as a sentence."""

from pathlib import Path

import pytest

from nashra.project.postgres import EmbeddedPostgres


@pytest.mark.parametrize(
    ("log", "sentence"),
    [
        (
            (
                "running bootstrap script ... 2026-01-01 [9] FATAL:  could not extend file: wrote only 4096 bytes\n"
                "2026-01-01 [9] HINT:  Check free disk space.\nchild process exited with exit code 1\n"
            ),
            "could not extend file: wrote only 4096 bytes. Check free disk space.",
        ),
        (
            "[9] LOG:  starting\n[9] FATAL:  cannot be used\n[9] DETAIL:  It is of 15.\n[9] HINT:  Upgrade it.\n",
            "cannot be used. Upgrade it.",
        ),
        ("[9] FATAL:  the cause\n[9] FATAL:  what followed\n", "the cause."),
        ("it just\nfell silent\n", "fell silent"),
        ("", "it ended without a word."),
    ],
)
def test_the_first_complaint_is_told_with_what_would_help(tmp_path: Path, log: str, sentence: str) -> None:
    server = EmbeddedPostgres(tmp_path)
    server.log.write_text(log)
    assert f"The embedded PostgreSQL did not start: {sentence} The whole story" in str(server.complaint())
