"""What holds for every test, and who runs which when several processes share them."""

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

IN_A_BROWSER = "tests/browser"


class ByFile(LoadScopeScheduling):
    """Tests of one file are run by one process, and all those in a browser: they share what is made once."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return IN_A_BROWSER if file.startswith(f"{IN_A_BROWSER}/") else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    """Share the tests out by file; the hook of pytest-xdist for this."""
    return ByFile(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser tests begin first, for they take longest."""
    items.sort(key=lambda item: not item.path.is_relative_to(item.config.rootpath / IN_A_BROWSER))
