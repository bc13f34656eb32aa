"""What a story can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """The kinds of story of the design's word list."""

    NEWS = "news", _("News")
    OPINION = "opinion", _("Opinion")
    ANALYSIS = "analysis", _("Analysis")
    BLOG = "blog", _("Blog")
    FEATURE = "feature", _("Feature")
    EXPLAINER = "explainer", _("Explainer")
    VIDEO = "video", _("Video")
    EPISODE = "episode", _("Episode")
    GALLERY = "gallery", _("In pictures")
    INFOGRAPHIC = "infographic", _("Infographic")
    LIVEBLOG = "liveblog", pgettext_lazy("happening now", "Live")


ARTICLE_KINDS = (Kind.NEWS, Kind.OPINION, Kind.ANALYSIS, Kind.BLOG, Kind.FEATURE, Kind.EXPLAINER)
