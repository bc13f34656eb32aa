"""Pages without stories: about, contact, privacy; what is not there; the gallery of components."""

from dataclasses import dataclass
from typing import ClassVar

from nashra.web.shapes.blocks import BlockShape
from nashra.web.shapes.cards import CardShape
from nashra.web.shapes.shell import PageShell
from nashra.web.shapes.words import LinkShape


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """About, contact, privacy: words only."""

    shell: PageShell
    title: str
    standfirst: str = ""
    body: tuple[BlockShape, ...] = ()
    template: ClassVar[str] = "nashra/pages/plain.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """Nothing has this address (404)."""

    shell: PageShell
    latest: tuple[CardShape, ...] = ()
    template: ClassVar[str] = "nashra/pages/404.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class GonePage:
    """Something was here and was withdrawn (410). Says nothing about what it was; leads to the section it stood in."""

    shell: PageShell
    latest: tuple[CardShape, ...] = ()
    section: LinkShape | None = None
    archive: LinkShape | None = None
    template: ClassVar[str] = "nashra/pages/410.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class FailurePage:
    """The newsroom's machine failed (500). Of the shell only the edition is read: nothing else may be there."""

    shell: PageShell
    template: ClassVar[str] = "nashra/pages/500.html"
