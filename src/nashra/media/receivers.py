"""What the media room listens to: changes of pictures, films and channels, so that pages and renditions follow."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver

from nashra.media.keys import (
    picture_key,
    purge_channels,
    purge_picture_words,
    purge_pictures,
    purge_videos,
    take_down,
    video_key,
)
from nashra.media.making import make_stand_in
from nashra.media.models import Channel, Picture, PictureText, Programme, Video, VideoCaptions
from nashra.media.orders import order_renditions, order_renewal
from nashra.media.uses import CLASSIC, SHARE, SQUARE, WHOLE, WIDE


@receiver(post_save, sender=Picture)
def follow_picture(instance: Picture, created: bool, raw: bool = False, **_rest: Any) -> None:
    """A new picture gets its stand-in and its files are ordered; a changed one's files are ordered anew and its pages pressed."""
    if raw:
        return
    picture_id = instance.pk
    if created:
        transaction.on_commit(lambda: make_stand_in(instance))
        for use in (WHOLE, SHARE, SQUARE, CLASSIC, WIDE):
            transaction.on_commit(lambda name=use.name: order_renditions([picture_id], name))  # type: ignore[misc] # bound now
    else:
        purge_pictures([picture_id])
        if instance.renditions_are_stale():
            transaction.on_commit(lambda: order_renewal(picture_id))
    instance.remember_copied()


@receiver(post_delete, sender=Picture)
def forget_picture(instance: Picture, **_rest: Any) -> None:
    """Pages that showed a deleted picture are taken down, and pressed without it."""
    take_down(picture_key(instance.pk))


@receiver(pre_save, sender=PictureText)
def remember_language(instance: PictureText, **_rest: Any) -> None:
    """Keep which language the words were in until now."""
    written = PictureText.objects.filter(pk=instance.pk).values_list("language", flat=True)
    instance.languages_before = list(written)  # type: ignore[attr-defined] # carried to the next signal


@receiver([post_save, post_delete], sender=PictureText)
def follow_words(instance: PictureText, **_rest: Any) -> None:
    """Words in another language show on that edition's pages."""
    purge_picture_words(instance.picture_id, {instance.language, *getattr(instance, "languages_before", ())})


@receiver(post_save, sender=Video)
def follow_video(instance: Video, **_rest: Any) -> None:
    """A film's title, poster and length show wherever it is placed."""
    purge_videos([instance.pk])


@receiver(post_delete, sender=Video)
def forget_video(instance: Video, **_rest: Any) -> None:
    """Pages that showed a deleted film are taken down, and pressed without it."""
    take_down(video_key(instance.pk))


@receiver(pre_save, sender=Video)
@receiver(pre_save, sender=VideoCaptions)
def remember_file(instance: Video | VideoCaptions, **_rest: Any) -> None:
    """Keep which file it was until now."""
    names = type(instance)._default_manager.filter(pk=instance.pk).values_list("file", flat=True)
    instance.file_before = names.first()  # type: ignore[union-attr] # carried to the next signal


@receiver([post_save, post_delete], sender=Video)
@receiver([post_save, post_delete], sender=VideoCaptions)
def remove_file(instance: Video | VideoCaptions, **told: Any) -> None:
    """A file that nothing refers to any more is no longer served."""
    is_deleted = told["signal"] is post_delete
    name = instance.file.name if is_deleted else getattr(instance, "file_before", None)
    if name and (is_deleted or name != instance.file.name):
        transaction.on_commit(lambda: _remove_if_unused(type(instance), name))


def _remove_if_unused(model: type[Video | VideoCaptions], name: str) -> None:
    if not model._default_manager.filter(file=name).exists():
        model._meta.get_field("file").storage.delete(name)


@receiver([post_save, post_delete], sender=VideoCaptions)
def follow_captions(instance: VideoCaptions, **_rest: Any) -> None:
    """Captions belong to the film's player."""
    purge_videos([instance.video_id])


@receiver([post_save, post_delete], sender=Channel)
def follow_channel(instance: Channel, **_rest: Any) -> None:
    """On air or not shows on the channel's page and in the masthead."""
    purge_channels([instance.pk])


@receiver([post_save, post_delete], sender=Programme)
def follow_programme(instance: Programme, **_rest: Any) -> None:
    """The schedule is on the channel's page."""
    purge_channels([instance.channel_id])
