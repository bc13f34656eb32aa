"""Stories, the tree they stand in, and what binds them."""

from nashra.stories.models.kinds import (
    Article,
    Episode,
    GalleryPicture,
    GalleryStory,
    Infographic,
    LiveBlog,
    LiveBlogEntry,
    VideoStory,
)
from nashra.stories.models.packages import Coverage, CoverageLead, Show
from nashra.stories.models.story import (
    Correction,
    FormerAddress,
    RelatedStory,
    Story,
    StoryByline,
    StoryTopic,
)
from nashra.stories.models.topics import Topic, TopicLabel
from nashra.stories.models.tree import HomePage, NewsroomRoot, PlainPage, SectionPage

__all__ = [
    "Article",
    "Correction",
    "Coverage",
    "CoverageLead",
    "Episode",
    "FormerAddress",
    "GalleryPicture",
    "GalleryStory",
    "HomePage",
    "Infographic",
    "LiveBlog",
    "LiveBlogEntry",
    "NewsroomRoot",
    "PlainPage",
    "RelatedStory",
    "SectionPage",
    "Show",
    "Story",
    "StoryByline",
    "StoryTopic",
    "Topic",
    "TopicLabel",
    "VideoStory",
]
