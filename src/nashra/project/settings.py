"""Django settings, read from the environment: a newsroom configures Nashra without editing it."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from nashra.project.environment import read_environment

ENVIRONMENT = read_environment(os.environ)

PACKAGE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = ENVIRONMENT.data_dir

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = ENVIRONMENT.debug
# Editions bring host names of their own while the site runs, so KnownHosts decides instead of a list fixed at start.
ALLOWED_HOSTS = ["*"]
NASHRA_HOSTS: list[str] = [
    "localhost",
    "127.0.0.1",
    "[::1]",
    urlsplit(ENVIRONMENT.base_url).hostname or "",
    *ENVIRONMENT.hosts,
]
NASHRA_PROXIES = ENVIRONMENT.proxies
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.base_url, *ENVIRONMENT.trusted_origins]

INSTALLED_APPS = [
    # First, so that its redirects for moved and renamed pages are there before the rooms hear of the move.
    "wagtail.contrib.redirects",
    "nashra.project.apps.ProjectConfig",
    "nashra.demo",
    "nashra.web",
    "nashra.importers",
    "nashra.desk",
    "nashra.stories",
    "nashra.media",
    "nashra.people",
    "nashra.editions",
    "nashra.press",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "nashra.people.apps.AccountsConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.admin",
    "wagtail.search",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "procrastinate.contrib.django",
    "django_tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "nashra.project.hosts.KnownHosts",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "nashra.people.browsers.RememberedBrowsers",
    "nashra.people.door_language.DoorInTheirLanguage",
    "nashra.press.middleware.StaffMark",
    "nashra.press.middleware.TakedownReport",
    "nashra.desk.refusals.RefusalsInWords",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "nashra.project.urls"
ASGI_APPLICATION = "nashra.project.asgi.application"

# A theme folder comes first, so that a newsroom's templates replace ours one by one.
THEME_DIR = ENVIRONMENT.theme_dir
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [THEME_DIR / "templates"] if THEME_DIR else [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
STATICFILES_DIRS = [THEME_DIR / "static"] if THEME_DIR and (THEME_DIR / "static").is_dir() else []
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "nashra.web.stylesheet.StylesheetFinder",
]
LOCALE_PATHS = ([THEME_DIR / "locale"] if THEME_DIR else []) + [PACKAGE_DIR / "locale"]

# A change in the desk and all that follows from it, purges included, is kept whole or not at all.
DATABASES = {"default": {**ENVIRONMENT.database(), "ATOMIC_REQUESTS": True}}
TASKS = {"default": {"BACKEND": "nashra.project.background.WorkerBackend"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Nothing is cached between requests outside the press: a second copy nobody purges is how pages go stale.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

AUTH_USER_MODEL = "people.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ar", _("Arabic")), ("es", _("Spanish"))]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "nashra.project.static_files.NamedByContent"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"level": "WARNING", "handlers": ["stderr"]},
    "loggers": {
        # Anyone can ask for a page that is not there, as often as they like; that is no news for the log.
        "django.request": {"level": "ERROR", "handlers": ["stderr"], "propagate": False},
    },
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.https else None
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

MAILERS = {"default": {"BACKEND": "nashra.project.letters.WorkersMailer"}, "server": ENVIRONMENT.mailer()}
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENVIRONMENT.email_from

PRESS_DIRECTORY = ENVIRONMENT.press_dir
PRESS_DISK_MEGABYTES = ENVIRONMENT.press_disk_megabytes
PRESS_MEMORY_MEGABYTES = ENVIRONMENT.press_memory_megabytes
PRESS_ABSENT_PAGES = ENVIRONMENT.press_absent_pages
PRESS_SHARED_SECONDS = ENVIRONMENT.press_shared_seconds
PRESS_PURGE_BY_KEY = ENVIRONMENT.press_purge_by_key
WAGTAILFRONTENDCACHE = ENVIRONMENT.press_purge_by_url

WAGTAILADMIN_USER_LOGIN_FORM = "nashra.people.sign_in.SignInForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "nashra.people.sign_in.NewPasswordForm"  # noqa: S105 - the name of a form
WAGTAIL_SITE_NAME = ENVIRONMENT.name
WAGTAILADMIN_BASE_URL = ENVIRONMENT.base_url
WAGTAIL_I18N_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "nashra.media.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "nashra.media.forms.DocumentForm"
# What a newsroom hands out to be read; no programs, and no pages that could pass for the newsroom's own.
WAGTAILDOCS_EXTENSIONS = [
    "csv",
    "docx",
    "epub",
    "geojson",
    "json",
    "md",
    "odp",
    "ods",
    "odt",
    "pdf",
    "pptx",
    "rtf",
    "txt",
    "xlsx",
    "zip",
]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("ar", "العربية"), ("es", "Español")]
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "nashra.project.desk_search", "SEARCH_CONFIG": "simple"}}
