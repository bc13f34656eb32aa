"""The tiny newsroom as a web process serves it, for tests that kill processes and cut the database off."""

import os

import django
from django.conf import settings

_FOLDER = os.environ["PRESS_TEST_FOLDER"]
settings.configure(
    SECRET_KEY="only for tests, only for tests, only for tests",
    ROOT_URLCONF="tests.integration.press.newsroom",
    ALLOWED_HOSTS=["*"],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": os.environ["PRESS_TEST_DATABASE"],
            "USER": "postgres",
            "HOST": os.environ["PRESS_TEST_HOST"],
            "OPTIONS": {"connect_timeout": 2},
        }
    },
    INSTALLED_APPS=[
        "nashra.press",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.postgres",
    ],
    USE_TZ=True,
    DATA_DIR=_FOLDER,
    STATIC_URL="/static/",
    MEDIA_URL="/media/",
    WAGTAILADMIN_BASE_URL="http://news.example.org",
)
django.setup()

from django.core.asgi import get_asgi_application  # noqa: E402 - Django has to be set up first

from nashra.press.front.app import Receive, Scope, Send  # noqa: E402 - likewise
from nashra.press.front.rsgi import Door  # noqa: E402 - likewise
from nashra.press.service import WebPress  # noqa: E402 - likewise

press = WebPress(get_asgi_application())  # type: ignore[arg-type] # Django's own names for the same shapes


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """The front, with the follower's beginning and end."""
    if scope["type"] != "lifespan":
        await press.front(scope, receive, send)
        return
    while True:
        message = await receive()
        await (press.start() if message["type"] == "lifespan.startup" else press.stop())
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


door = Door(press.front, application)
