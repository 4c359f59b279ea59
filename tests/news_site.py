"""A web site on loopback that plays newspapers, well behaved and hostile ones."""

import contextlib
import gzip
import socket
import ssl
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CERTIFICATE = Path(__file__).parent / "ingestion" / "fetch" / "only_for_tests.pem"


class NewsSite:
    """``pages`` are (status, headers, body) by path; a callable gets the handler and writes."""

    def __init__(self, *, tls: bool = False) -> None:
        self.pages: dict = {"/robots.txt": (404, {}, b"")}
        self.asked: list[str] = []
        self.headers: list[dict] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.headers.append(dict(self.headers))
                answer = site.pages.get(self.path.partition("?")[0], (404, {}, b"not here"))
                with contextlib.suppress(OSError):
                    if callable(answer):
                        self.close_connection = True
                        answer(self)
                    else:
                        self._send(*answer)

            def _send(self, status: int, headers: dict, body: bytes) -> None:
                self.send_response(status)
                given = {"Content-Type": "text/html; charset=utf-8", **headers}
                given.setdefault("Content-Length", str(len(body)))
                for name, value in given.items():
                    if value is not None:
                        self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.scheme = "https" if tls else "http"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()

    @property
    def port(self) -> int:
        return self.server.server_address[1]

    def url(self, path: str = "/") -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}{path}"

    def put(self, path: str, body: bytes | str, status: int = 200, **headers: str) -> str:
        """Publishes a page and gives its address; header names with _ for -."""
        content = body.encode() if isinstance(body, str) else body
        self.pages[path] = (
            status,
            {name.replace("_", "-"): value for name, value in headers.items()},
            content,
        )
        return self.url(path)

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        return self.put(path, b"", status, Location=to)

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def endless(handler) -> None:
    """A body without end, in chunks."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    piece = b"x" * 10_000
    while True:
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))


def dripping_body(handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    _drip(handler)


def dripping_head(handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    _drip(handler)


def _drip(handler) -> None:
    while True:
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def cut_off(handler) -> None:
    """Fewer bytes than it said."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<html><p>only this")
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def gzip_bomb(size: int = 50_000_000) -> bytes:
    return gzip.compress(b"\x00" * size)


def deflated(content: bytes) -> bytes:
    return zlib.compress(content)
