"""A Django REST framework API with SimpleJWT, whole in one file: its errors are the framework's own.

Below /api/v1/ they are wrapped as `{"error": {"code", "message", "details"}}`, as many teams do.
Prints its port and tokens as one line of JSON once it listens.
"""

import json
import logging
import sys
from datetime import timedelta
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings

logging.disable(logging.CRITICAL)

settings.configure(
    SECRET_KEY="a key for tests that is long enough for HS256",
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1"],
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "rest_framework"],
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    DATA_UPLOAD_MAX_MEMORY_SIZE=2000,
    USE_TZ=True,
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework_simplejwt.authentication.JWTAuthentication"],
        "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
        "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
        "DEFAULT_THROTTLE_RATES": {"reports": "2/hour"},
        "EXCEPTION_HANDLER": __name__ + ".handle",
    },
)
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import Http404  # noqa: E402
from django.urls import include, path  # noqa: E402
from rest_framework import exceptions, serializers  # noqa: E402
from rest_framework.permissions import AllowAny, IsAdminUser  # noqa: E402
from rest_framework.response import Response  # noqa: E402
from rest_framework.throttling import ScopedRateThrottle  # noqa: E402
from rest_framework.views import APIView, exception_handler  # noqa: E402
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken  # noqa: E402
from rest_framework_simplejwt.views import TokenObtainPairView, TokenRefreshView, TokenVerifyView  # noqa: E402


CODES = {
    exceptions.ValidationError: "validation_error",
    exceptions.AuthenticationFailed: "authentication_failed",
    exceptions.NotAuthenticated: "authentication_failed",
    exceptions.PermissionDenied: "permission_denied",
    exceptions.ParseError: "parse_error",
    exceptions.Throttled: "throttled",
    Http404: "not_found",
}


def handle(exc, context):
    response = exception_handler(exc, context)
    if response is None or not context["request"].path.startswith("/api/v1/"):
        return response
    data = response.data
    details = data if isinstance(data, dict) else {"errors": data}
    code = next((code for kind, code in CODES.items() if isinstance(exc, kind)), "error")
    message = details.get("detail", str(getattr(exc, "default_detail", exc)))
    response.data = {"error": {"code": code, "message": message, "details": details}}
    return response


class InvoiceSerializer(serializers.Serializer):
    number = serializers.CharField(max_length=10)
    amount = serializers.DecimalField(max_digits=8, decimal_places=2)
    email = serializers.EmailField(required=False)


class Invoices(APIView):
    def get(self, request):
        return Response({"count": 0, "next": None, "previous": None, "results": []})

    def post(self, request):
        serializer = InvoiceSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return Response(serializer.data, status=201)


class Invoice(APIView):
    def get(self, request, pk):
        if pk != 1:
            raise Http404
        return Response({"id": 1, "number": "INV-1"})


class Users(APIView):
    permission_classes = [IsAdminUser]

    def get(self, request):
        return Response([])


class Reports(APIView):
    throttle_classes = [ScopedRateThrottle]
    throttle_scope = "reports"
    permission_classes = [AllowAny]

    def get(self, request):
        return Response({"status": "queued"})


class Broken(APIView):
    permission_classes = [AllowAny]

    def get(self, request):
        raise RuntimeError("the database is away")


api = [
    path("token/", TokenObtainPairView.as_view(permission_classes=[AllowAny])),
    path("token/refresh/", TokenRefreshView.as_view(permission_classes=[AllowAny])),
    path("token/verify/", TokenVerifyView.as_view(permission_classes=[AllowAny])),
    path("invoices/", Invoices.as_view()),
    path("invoices/<int:pk>/", Invoice.as_view()),
    path("users/", Users.as_view()),
    path("reports/", Reports.as_view()),
    path("broken/", Broken.as_view()),
]
urlpatterns = [path("plain/", include(api)), path("api/v1/", include(api))]


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


def tokens(user):
    expired = AccessToken.for_user(user)
    expired.set_exp(from_time=expired.current_time - timedelta(hours=3))
    early = AccessToken.for_user(user)
    early["nbf"] = int((early.current_time + timedelta(hours=1)).timestamp())
    gone = AccessToken.for_user(user)
    gone["user_id"] = 999
    nobody = AccessToken()
    access = str(AccessToken.for_user(user))
    head, payload, signature = access.split(".")
    flipped = ("A" if signature[0] != "A" else "B") + signature[1:]
    return {
        "access": access,
        "refresh": str(RefreshToken.for_user(user)),
        "expired": str(expired),
        "early": str(early),
        "userGone": str(gone),
        "withoutUser": str(nobody),
        "forged": ".".join([head, payload, flipped]),
        "cut": access[:-60],
    }


if __name__ == "__main__":
    call_command("migrate", verbosity=0, run_syncdb=True)
    ann = User.objects.create_user("ann", password="secret-of-ann")
    User.objects.create_user("former", password="secret-of-former", is_active=False)
    server = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Quiet)
    print(json.dumps({"port": server.server_port, "tokens": tokens(ann)}), flush=True)
    sys.stderr = open("/dev/null", "w")
    server.serve_forever()
