"""Arranged pages: an edition's front, a section's."""

from dataclasses import dataclass
from typing import ClassVar

from nashra.web.shapes.cards import CardShape, CoverageShape, MostReadShape
from nashra.web.shapes.shell import MenuItemShape, PageShell
from nashra.web.shapes.words import LinkShape


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotShape:
    """A place on a front with its stories.

    ``name`` says how it is laid out: lead, secondary, rail, opinion, videos, galleries, coverage, region or most_read. ``url``
    leads to all of it; ``coverage`` is set for a coverage slot, ``most_read`` for that one. ``known`` is the name readers have
    read above its stories already: no card says it again.
    """

    name: str
    heading: str = ""
    url: str = ""
    known: str = ""
    cards: tuple[CardShape, ...] = ()
    coverage: CoverageShape | None = None
    most_read: MostReadShape | None = None

    @property
    def template(self) -> str:
        """The component that sets this slot."""
        return f"nashra/components/slots/{self.name}.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """An edition's home page."""

    shell: PageShell
    title: str
    slots: tuple[SlotShape, ...]
    template: ClassVar[str] = "nashra/pages/front.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionFrontPage:
    """A section's page. ``subsections`` are those under it (or beside it); ``archive`` leads to what came before."""

    shell: PageShell
    title: str
    slots: tuple[SlotShape, ...]
    description: str = ""
    parents: tuple[LinkShape, ...] = ()
    subsections: tuple[MenuItemShape, ...] = ()
    archive: LinkShape | None = None
    template: ClassVar[str] = "nashra/pages/section.html"
