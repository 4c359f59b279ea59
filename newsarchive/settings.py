"""Every setting, read from the environment; docs/settings.md lists the variables.

ARCHIVE_MODE is ``local`` (what ``make run`` uses: plain http on loopback) or ``production``
(HTTPS, secure cookies, HSTS, a secret and hosts that somebody chose).
"""

import zoneinfo
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from newsarchive import environment

BASE_DIR = Path(__file__).resolve().parent.parent
ARCHIVE_MODE = environment.choice("ARCHIVE_MODE", ["local", "production"], "local")
IS_PRODUCTION = ARCHIVE_MODE == "production"
VAR_DIR = Path(environment.text("ARCHIVE_VAR", str(BASE_DIR / "var")))

DEBUG = environment.boolean("DEBUG", default=False)
if DEBUG and IS_PRODUCTION:
    raise ImproperlyConfigured(
        "DEBUG shows secrets to visitors: unset it or use ARCHIVE_MODE=local."
    )

SECRET_KEY = environment.secret(
    "SECRET_KEY", keep_in=None if IS_PRODUCTION else VAR_DIR / "secret_key"
)
ALLOWED_HOSTS = environment.listed(
    "ALLOWED_HOSTS", [] if IS_PRODUCTION else ["127.0.0.1", "localhost", "[::1]"]
)
if IS_PRODUCTION and not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS must name the archive's own host names in production."
    )
CSRF_TRUSTED_ORIGINS = environment.listed("CSRF_TRUSTED_ORIGINS")
SITE_NAME = environment.text("SITE_NAME", "The Political News Archive")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "simple_history",
    "articles",
]

MIDDLEWARE = [
    "newsarchive.middleware.without_nul",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "newsarchive.urls"
WSGI_APPLICATION = "newsarchive.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.views.context.site",
            ],
        },
    }
]

# Database

SQLITE_OPTIONS = {
    "timeout": 20,
    # Kept ready to run: one that inserts so many rows is another than one that inserts more.
    "cached_statements": 512,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


def database() -> dict:
    url = environment.text("DATABASE_URL", f"sqlite:///{VAR_DIR / 'archive.sqlite3'}")
    try:
        config = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    except (ValueError, dj_database_url.ParseError) as error:
        raise ImproperlyConfigured(f"DATABASE_URL can't be read: {error}") from None
    if config["ENGINE"].endswith("sqlite3"):
        Path(config["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        return config | {"OPTIONS": SQLITE_OPTIONS, "CONN_HEALTH_CHECKS": False}
    if config["ENGINE"].endswith("postgresql"):
        return config
    raise ImproperlyConfigured("DATABASE_URL must be a sqlite:/// or a postgres:// URL.")


DATABASES = {"default": database()}

# Caches

LOCAL_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": LOCAL_MEMORY},
    # Pages of each process, about 80 kB each, kept while the index has not changed.
    "pages": {
        "BACKEND": LOCAL_MEMORY,
        "LOCATION": "pages",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 400},
    },
}

# Search

SEARCH_ENGINE = {
    "BACKEND": environment.text("SEARCH_ENGINE", "articles.search.engines.embedded.EmbeddedEngine"),
    "LOCATION": environment.text("SEARCH_LOCATION", str(VAR_DIR / "index")),
}

# People

AUTH_USER_MODEL = "articles.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
AXES_FAILURE_LIMIT = environment.whole_number("LOGIN_FAILURE_LIMIT", default=6, least=1)
AXES_COOLOFF_TIME = 1  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_USERNAME_CALLABLE = "newsarchive.sign_in.account"

# Language and time

LANGUAGE_CODE = "en-us"
USE_I18N = True
USE_TZ = True
TIME_ZONE = environment.text("TIME_ZONE", "America/New_York")
if TIME_ZONE not in zoneinfo.available_timezones():
    raise ImproperlyConfigured(f"TIME_ZONE {TIME_ZONE!r} is no IANA time zone.")

# Files

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(environment.text("STATIC_ROOT", str(VAR_DIR / "static")))
MEDIA_ROOT = Path(environment.text("MEDIA_ROOT", str(VAR_DIR / "media")))
MEDIA_URL = ""  # nothing in the media root is ever served by URL
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
PASTE_MAX_CHARACTERS = environment.whole_number("PASTE_MAX_CHARACTERS", default=500_000, least=1000)
# Ingestion

INGEST_PROCESSES = environment.whole_number("INGEST_PROCESSES", default=1)
INGEST_LEASE_SECONDS = environment.whole_number("INGEST_LEASE_SECONDS", default=120, least=1)
INGEST_MAX_ATTEMPTS = environment.whole_number("INGEST_MAX_ATTEMPTS", default=4, least=1)
INGEST_MAX_FILES = environment.whole_number("INGEST_MAX_FILES", default=500, least=1)
INGEST_MAX_URLS = environment.whole_number("INGEST_MAX_URLS", default=2000, least=1)
INGEST_MAX_FILE_BYTES = environment.whole_number("INGEST_MAX_FILE_BYTES", default=200_000_000)
INGEST_MAX_MEMBER_BYTES = environment.whole_number("INGEST_MAX_MEMBER_BYTES", default=20_000_000)
INGEST_MAX_TOTAL_BYTES = environment.whole_number("INGEST_MAX_TOTAL_BYTES", default=2_000_000_000)
INGEST_MAX_MEMBERS = environment.whole_number("INGEST_MAX_MEMBERS", default=200_000)
INGEST_MAX_RATIO = environment.whole_number("INGEST_MAX_RATIO", default=200, least=2)
INGEST_MAX_ROWS = environment.whole_number("INGEST_MAX_ROWS", default=1_000_000)
INGEST_MAX_PDF_PAGES = environment.whole_number("INGEST_MAX_PDF_PAGES", default=500)
INGEST_MAX_PARAGRAPHS = environment.whole_number("INGEST_MAX_PARAGRAPHS", default=5_000)

FEED_MAX_ENTRIES = environment.whole_number("FEED_MAX_ENTRIES", default=1000, least=1)

FETCH_USER_AGENT = environment.text(
    "FETCH_USER_AGENT",
    "PoliticalNewsArchive/0.1 (an archive of political news; one page at a time)",
)
FETCH_MAX_BYTES = environment.whole_number("FETCH_MAX_BYTES", default=10_000_000)
FETCH_MAX_DECOMPRESSED_BYTES = environment.whole_number(
    "FETCH_MAX_DECOMPRESSED_BYTES", default=20_000_000
)
FETCH_CONNECT_SECONDS = environment.whole_number("FETCH_CONNECT_SECONDS", default=10, least=1)
FETCH_TOTAL_SECONDS = environment.whole_number("FETCH_TOTAL_SECONDS", default=30, least=1)
FETCH_MAX_REDIRECTS = environment.whole_number("FETCH_MAX_REDIRECTS", default=5)
FETCH_SECONDS_PER_HOST = environment.whole_number("FETCH_SECONDS_PER_HOST", default=2)

DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * PASTE_MAX_CHARACTERS + 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = INGEST_MAX_FILES

# Security

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_PRODUCTION
SECURE_SSL_REDIRECT = IS_PRODUCTION and environment.boolean("SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = environment.whole_number("HSTS_SECONDS", default=31_536_000) * IS_PRODUCTION
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_PRODUCTION
if environment.boolean("BEHIND_TLS_PROXY", default=False):
    # Only for a proxy that always sets or strips this header itself.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SIMPLE_HISTORY_REVERT_DISABLED = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": environment.text("LOG_LEVEL", "WARNING")},
    "loggers": {"articles": {"level": environment.text("LOG_LEVEL", "INFO")}},
}
