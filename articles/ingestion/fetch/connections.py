"""Connections that go to the address that was checked, and end when their time is over.

The guard is requests-hardened: it looks a name up once and connects to the very address it saw.
Ours on top: a stricter view of what is internal, applied to that same address, and a deadline for
the whole transfer, which no per-read timeout gives against a server that drips.
"""

import contextlib
import ipaddress
import os
import socket
import threading
import time
from contextvars import ContextVar

from django.conf import settings
from requests import Session
from requests_hardened.ip_filter_adapter import IPFilterAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from articles.ingestion.fetch.addresses import require_public

_deadline: ContextVar["Deadline | None"] = ContextVar("deadline", default=None)


class Deadline:
    """Cuts every connection made under it when the seconds are over, whatever it waits for."""

    def __init__(self, seconds: float) -> None:
        self.ends_at = time.monotonic() + seconds
        self.is_over = False
        self._held: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> "Deadline":
        self._token = _deadline.set(self)
        self._timer.start()
        return self

    def __exit__(self, *_) -> None:
        self._timer.cancel()
        _deadline.reset(self._token)
        with self._lock:
            for held in self._held:
                held.close()
            self._held.clear()

    @property
    def seconds_left(self) -> float:
        return max(0.05, self.ends_at - time.monotonic())

    def watch(self, connected: socket.socket) -> None:
        """Holds a second handle of the connection: TLS takes the first one over."""
        held = socket.socket(fileno=os.dup(connected.fileno()))
        with self._lock:
            self._held.append(held)
        if self.is_over:
            self._cut()

    def _cut(self) -> None:
        self.is_over = True
        with self._lock:
            for held in self._held:
                with contextlib.suppress(OSError):
                    held.shutdown(socket.SHUT_RDWR)


def _watched(connected: socket.socket) -> socket.socket:
    deadline = _deadline.get()
    if deadline:
        deadline.watch(connected)
    return connected


class WatchedConnection(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _watched(super()._new_conn())


class WatchedTLSConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _watched(super()._new_conn())


class WatchedPool(HTTPConnectionPool):
    ConnectionCls = WatchedConnection


class WatchedTLSPool(HTTPSConnectionPool):
    ConnectionCls = WatchedTLSConnection


class GuardedAdapter(IPFilterAdapter):
    """Checks once more, more strictly, the address that the connection is pinned to."""

    def init_poolmanager(self, *args, **kwargs) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": WatchedPool, "https": WatchedTLSPool}

    def build_connection_pool_key_attributes(self, request, verify, cert=None):
        host, kwargs = super().build_connection_pool_key_attributes(request, verify, cert)
        pinned = ipaddress.ip_address(host["host"].strip("[]"))
        require_public(request.headers["Host"], pinned)
        return host, kwargs


def guarded_session() -> Session:
    """A session that takes nothing from the environment: no proxy, no netrc, no kept cookies."""
    session = Session()
    session.trust_env = False
    is_local = settings.ARCHIVE_MODE == "local"
    for scheme, is_tls in (("http://", False), ("https://", True)):
        session.mount(scheme, GuardedAdapter(is_https_proto=is_tls, allow_loopback=is_local))
    return session
