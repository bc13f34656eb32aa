"""The Django app of the people room."""

from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(AppConfig):
    default = True
    name = "nashra.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"


class AccountsConfig(WagtailUsersAppConfig):
    """Wagtail's accounts, with our screens for them."""

    user_viewset = "nashra.people.account_screens.AccountViewSet"
