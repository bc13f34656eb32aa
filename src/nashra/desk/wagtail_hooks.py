"""The desk room's doors in Wagtail: publishing many at once, copying, the first screen."""

from wagtail import hooks

from nashra.desk.bulk import PublishWhatIsFit
from nashra.desk.first_screen import show_first_screen
from nashra.desk.late import show_late
from nashra.desk.refusals import refuse_unfit_copies

# After Wagtail's own, whose place it takes: both are called "publish".
hooks.register("register_bulk_action", PublishWhatIsFit, order=100)
hooks.register("before_copy_page", refuse_unfit_copies)
hooks.register("construct_homepage_panels", show_late)
hooks.register("construct_homepage_panels", show_first_screen)
