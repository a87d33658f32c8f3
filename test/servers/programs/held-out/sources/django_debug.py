"""Django with DEBUG on, sessions, CSRF and token authentication: what a project answers on its first day.

Prints its port and a token as one line of JSON once it listens.
"""

import json
import logging
import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings

logging.disable(logging.CRITICAL)

settings.configure(
    SECRET_KEY="a key for tests that is long enough for HS256",
    DEBUG=True,
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1"],
    INSTALLED_APPS=[
        "django.contrib.contenttypes",
        "django.contrib.auth",
        "django.contrib.sessions",
        "rest_framework",
        "rest_framework.authtoken",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    LOGIN_URL="/accounts/login/",
    USE_TZ=True,
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
        "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
        "DEFAULT_PARSER_CLASSES": [
            "rest_framework.parsers.JSONParser",
            "rest_framework.parsers.MultiPartParser",
        ],
        "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
        "PAGE_SIZE": 2,
    },
)
django.setup()

from django.contrib.auth.decorators import login_required  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpResponse, JsonResponse  # noqa: E402
from django.urls import path  # noqa: E402
from rest_framework import exceptions, generics, serializers  # noqa: E402
from rest_framework.authentication import SessionAuthentication  # noqa: E402
from rest_framework.authtoken.models import Token  # noqa: E402
from rest_framework.permissions import AllowAny  # noqa: E402
from rest_framework.response import Response  # noqa: E402
from rest_framework.views import APIView  # noqa: E402


class LineSerializer(serializers.Serializer):
    sku = serializers.CharField()
    quantity = serializers.IntegerField(min_value=1)


class OrderSerializer(serializers.Serializer):
    customer = serializers.EmailField()
    lines = LineSerializer(many=True)

    def validate(self, data):
        if len(data["lines"]) > 2:
            raise serializers.ValidationError("An order has at most two lines.")
        return data


class Orders(APIView):
    def post(self, request):
        serializer = OrderSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return Response({"id": 7}, status=201)


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = ["id", "username"]


class Users(generics.ListCreateAPIView):
    queryset = User.objects.order_by("id")
    serializer_class = UserSerializer


class ByCookie(APIView):
    authentication_classes = [SessionAuthentication]

    def get(self, request):
        return Response({"name": request.user.username})


class Closed(APIView):
    permission_classes = [AllowAny]

    def get(self, request):
        raise exceptions.PermissionDenied("Warehouse 4 is not yours.", code="warehouse_denied")


class Payment(APIView):
    permission_classes = [AllowAny]

    def get(self, request):
        error = exceptions.APIException("The payment provider is away.", code="provider_away")
        error.status_code = 503
        raise error


class Wait(APIView):
    permission_classes = [AllowAny]

    def get(self, request):
        raise exceptions.Throttled(wait=75)


urlpatterns = [
    path("orders/", Orders.as_view()),
    path("users/", Users.as_view()),
    path("by-cookie/", ByCookie.as_view()),
    path("closed/", Closed.as_view()),
    path("payment/", Payment.as_view()),
    path("wait/", Wait.as_view()),
    path("form/", lambda request: HttpResponse("saved")),
    path("report/", login_required(lambda request: JsonResponse({"sum": 3}))),
    path("accounts/login/", lambda request: HttpResponse("<!doctype html><title>Log in</title>")),
    path("crash/", lambda request: 1 / 0),
]


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


if __name__ == "__main__":
    call_command("migrate", verbosity=0, run_syncdb=True)
    ann = User.objects.create_user("ann", password="secret-of-ann")
    key = Token.objects.create(user=ann).key
    server = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Quiet)
    print(json.dumps({"port": server.server_port, "tokens": {"key": key}}), flush=True)
    sys.stderr = open("/dev/null", "w")
    server.serve_forever()
