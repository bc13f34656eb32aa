"""A mail server that wants a name and a password (RFC 5321, RFC 4954), and keeps what it receives."""

import base64
import binascii
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

NAME, PASSWORD = "desk", "secret"


class PostOffice(socketserver.ThreadingTCPServer):
    """Answers on a free port of this machine."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Counter)
        self.letters: list[EmailMessage] = []
        self.receivers: list[list[str]] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])


@contextmanager
def open_post_office() -> Iterator[PostOffice]:
    """A mail server for the length of the block."""
    with PostOffice() as office:
        thread = threading.Thread(target=office.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield office
        finally:
            office.shutdown()
            thread.join(10)


class _Counter(socketserver.StreamRequestHandler):
    server: PostOffice

    def handle(self) -> None:
        known, to = False, list[str]()
        self._say("220 post.example.org")
        while line := self.rfile.readline().decode().strip():
            verb = line[:4].upper()
            if verb == "EHLO":
                self._say("250-post.example.org\r\n250 AUTH PLAIN")
            elif verb == "AUTH":
                known = _is_known(line)
                self._say("235 Welcome" if known else "535 Wrong name or password")
            elif verb == "QUIT":
                self._say("221 Bye")
                return
            elif not known:
                self._say("530 Sign in first")
            elif verb == "DATA":
                self._say("354 Go on")
                self._take_in(to)
                self._say("250 Taken")
            else:
                to += [line.partition("<")[2].partition(">")[0]] if verb == "RCPT" else []
                self._say("250 OK")

    def _take_in(self, to: list[str]) -> None:
        lines = list(iter(self.rfile.readline, b".\r\n"))
        letter = b"".join(line.removeprefix(b".") for line in lines)
        found = message_from_bytes(letter, policy=policy.default)
        assert isinstance(found, EmailMessage)
        self.server.letters.append(found)
        self.server.receivers.append(to)

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


def _is_known(line: str) -> bool:
    try:
        return base64.b64decode(line.split()[-1]) == f"\0{NAME}\0{PASSWORD}".encode()
    except binascii.Error:
        return False
