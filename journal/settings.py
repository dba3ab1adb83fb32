"""Django settings. What differs between machines comes from the environment (.env.example)."""

from datetime import timedelta
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from journal import environment as env
from journal.quickstart import postgres
from journal.quickstart.secret import read_or_create_secret

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

# The site's address and secret. By default the site answers on this machine only.

DEBUG = env.flag("DEBUG")
PORT = env.number("PORT", 8000, 1, 65_535)  # of `make run`
SITE_URL = env.site_url("SITE_URL", f"http://127.0.0.1:{PORT}")
SITE_HOST = SITE_URL.partition("://")[2].rpartition("@")[2]
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
IS_LOCAL = set(ALLOWED_HOSTS) <= {"localhost", "127.0.0.1", "[::1]"}
IS_HTTPS = SITE_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "articles.admin.form_not_sent.csrf_failure"

SECRET_KEY = env.text("SECRET_KEY")
if IS_LOCAL and not SECRET_KEY:
    SECRET_KEY = read_or_create_secret(VAR_DIR / "secret")
if not IS_LOCAL:
    if DEBUG:
        raise ImproperlyConfigured(
            "DEBUG shows secrets to strangers: only for local ALLOWED_HOSTS."
        )
    if len(SECRET_KEY) < 50:
        raise ImproperlyConfigured("SECRET_KEY must be set, 50 random characters or more.")
    if not IS_HTTPS:
        raise ImproperlyConfigured("SITE_URL must begin with https:// for a public site.")
    if "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured("ALLOWED_HOSTS must name the site's hosts; * lets any host in.")
    if not env.text("DATABASE_URL"):
        raise ImproperlyConfigured("DATABASE_URL must be set: our own server is for demonstration.")

# Applications, middleware and templates.

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, whose forms it extends
    "journal.apps.JournalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "ninja",  # for the static files of its documentation page
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "journal.apps.JournalConfig",
    "articles",
]

MIDDLEWARE = [
    "journal.monitoring.middleware.RequestRecord",  # outside of all that it measures
    "journal.middleware.SecurityHeaders",
    "journal.monitoring.middleware.MonitoringAddresses",
    "journal.shared_cache.SharedCache",  # outside of all that sets cookies or Vary
    "journal.middleware.CompressPublic",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "journal.middleware.ReaderLanguage",
    "journal.middleware.RefuseBodies",
    "journal.middleware.RefuseNulBytes",
    "articles.views.earlier_addresses.EarlierAddresses",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "articles.admin.interface_language.InterfaceLanguage",
    "articles.admin.form_not_sent.DraftRecovery",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",  # last: answers a sign-in that is locked out
]

ROOT_URLCONF = "journal.urls"
WSGI_APPLICATION = "journal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "articles.User"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# The database: PostgreSQL only. Without DATABASE_URL, `manage.py` and the tests start our own.

DATABASE_TIMES = {  # for a server that cannot be reached, or is no longer there
    "connect_timeout": 3,  # seconds
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # milliseconds
}
# Behind PgBouncer in transaction mode nothing may last longer than a transaction (docs/scale.md).
DATABASE_POOLED = env.flag("DATABASE_POOLED")
CONNECTIONS = {
    "CONN_MAX_AGE": env.number("CONN_MAX_AGE", 600, 0, 86_400),
    "CONN_HEALTH_CHECKS": True,
    "DISABLE_SERVER_SIDE_CURSORS": DATABASE_POOLED,
}
database = env.database(env.text("DATABASE_URL") or postgres.url(VAR_DIR / "pg"))
DATABASES = {
    "default": {**database, **CONNECTIONS, "OPTIONS": DATABASE_TIMES | database["OPTIONS"]}
}

# A replica from which public pages are read, and how many seconds it may be behind.

REPLICA_URL = env.text("REPLICA_URL")
REPLICA_LAG_SECONDS = env.number("REPLICA_LAG_SECONDS", 5, 1, 30)
if REPLICA_URL:
    replica = env.database(REPLICA_URL, "REPLICA_URL")
    options = DATABASE_TIMES | replica["OPTIONS"]
    mirror = {"TEST": {"MIRROR": "default"}}
    DATABASES["replica"] = {**replica, **CONNECTIONS, "OPTIONS": options, **mirror}
    DATABASE_ROUTERS = ["journal.replica.router.ReplicaRouter"]
    place = MIDDLEWARE.index("django.contrib.sessions.middleware.SessionMiddleware")
    MIDDLEWARE.insert(place, "journal.replica.middleware.ReadFromReplica")

# Cached pages are kept in each process, or in a Redis that all machines share.

CACHES = {"default": env.cache()}

# Languages: always in this order, Kazakh first; data never falls back to another language.

LANGUAGE_CODE = "kk"
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "journal" / "locale"]
FORMAT_MODULE_PATH = ["journal.formats"]
MODELTRANSLATION_DEFAULT_LANGUAGE = "kk"
MODELTRANSLATION_LANGUAGES = ("kk", "ru", "en")
MODELTRANSLATION_ENABLE_FALLBACKS = False
USE_I18N = True
TIME_ZONE = "Asia/Almaty"
USE_TZ = True

# Static files are hashed and compressed; uploaded files are in var/ unless the environment says.

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(VAR_DIR / "static")))
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(VAR_DIR / "media")))
FILES_BY_WEB_SERVER = env.location("FILES_BY_WEB_SERVER")  # its internal address of MEDIA_ROOT
SCHEMAS_DIR = Path(env.text("SCHEMAS_DIR", str(BASE_DIR.parent / "shared" / "schemas")))
STORAGES = {
    "default": env.storage(),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_USE_FINDERS = DEBUG

# Limits of a request: the form of the longest article; larger files are streamed to disk.

DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # enough for three hundred authors
DATA_UPLOAD_MAX_NUMBER_FILES = 40  # enough for twenty-five manuscripts at once
FILE_UPLOAD_MAX_MEMORY_SIZE = 2**20
FILE_UPLOAD_PERMISSIONS = 0o644
# The addresses that take forms. At all others the body of a request is not read.
FORM_ADDRESSES = r"/(admin|i18n|oai)/|/(kk|ru|en)/proof/"

# What a client is told to wait while the database or the storage does not answer.

RETRY_AFTER_SECONDS = 30

# Where deposits go: https://doi.crossref.org, its test service, or nowhere.
# Logins come from CROSSREF_LOGIN_10_5555 and CROSSREF_PASSWORD_10_5555, a pair a prefix.

CROSSREF_HOST = env.text("CROSSREF_HOST", "https://test.crossref.org")

# Mail is written to the console unless a server is named.

EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_PORT = env.number("EMAIL_PORT", 587, 1, 65_535)
EMAIL_HOST_USER = env.text("EMAIL_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_PASSWORD")
EMAIL_TIMEOUT = 10  # seconds without an answer of the mail server; only workers wait for it
EMAIL_USE_TLS = env.flag("EMAIL_TLS", True)
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", "journal@example.org")

# Signing in.

LOGIN_URL = "admin:login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
# Ten wrong passwords for a name from one address lock that pair out for 15 minutes.
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True
AXES_CLIENT_IP_CALLABLE = "journal.middleware.client_address"
OTP_TOTP_ISSUER = SITE_HOST
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS

# Security headers of every response.

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
BEHIND_PROXY = env.flag("BEHIND_PROXY")
SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", IS_HTTPS and BEHIND_PROXY)
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]  # a container is asked without the proxy
# HSTS does not include subdomains (W005) or preloading (W021): they may belong to a university.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Monitoring (docs/monitoring.md). Logs are one line for each event, to standard error.

LOG_FORMAT = env.choice("LOG_FORMAT", "line" if IS_LOCAL else "json", "line", "json")
LOG_REQUESTS = env.flag("LOG_REQUESTS", not IS_LOCAL)
LOG_READERS = env.flag("LOG_READERS")  # addresses and browsers in these lines, to count usage by
METRICS_FROM = env.networks("METRICS_FROM")  # who may read /metrics; without it nobody
METRICS_DIR = Path(env.text("METRICS_DIR", str(VAR_DIR / "metrics")))
if METRICS_FROM:
    MIDDLEWARE.insert(1, "journal.monitoring.metrics.Metrics")
SENTRY_DSN = env.sentry("SENTRY_DSN")  # where errors are reported; without it nowhere
SLOW_QUERY_MS = env.number("SLOW_QUERY_MS", 500, 0, 600_000)  # 0: none is logged

# Usage of articles (docs/usage.md): logs to count, networks of the office, a database of countries.

USAGE_LOGS = env.names("USAGE_LOGS", "")
USAGE_OFFICE = env.networks("USAGE_OFFICE")
USAGE_COUNTRIES = env.text("USAGE_COUNTRIES")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "journal.monitoring.logs.LineFormatter"},
        "json": {"()": "journal.monitoring.logs.JsonFormatter"},
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "articles": {"level": env.text("LOG_LEVEL", "INFO")},
        "journal": {"level": env.text("LOG_LEVEL", "INFO")},
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}
