"""What holds for every test."""

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last, whatever the order of the others.

    Playwright's synchronous interface keeps an event loop running in the thread from its first use to its end, and
    nothing after it could run one of its own.
    """
    items.sort(key=lambda item: item.path.is_relative_to(item.config.rootpath / "tests" / "browser"))
