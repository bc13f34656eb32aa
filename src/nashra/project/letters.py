"""Mail, sent by the worker: nobody at the desk waits for a mail server, and a letter outlives one that is away.

What is written in a transaction is sent if and only if that one commits. Until a letter is sent it stands among the jobs of
the database, with everything in it (a link to a new password too).
"""

from collections.abc import Sequence
from typing import Any, override

from django.core import mail
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from procrastinate.contrib.django import app

SEND = "nashra.project.tasks.send_letter"
QUEUE = "letters"
SERVER = "server"
"""The mailer that sends (Django's ``MAILERS``); the default one only hands over."""

_PARTS = ("subject", "body", "from_email", "to", "cc", "bcc", "reply_to", "content_subtype")


class AttachedFile(ValueError):
    """A letter with a file attached cannot be handed to the worker; send it with ``using="server"``."""


class WorkersMailer(BaseEmailBackend):
    """Hands letters to the worker."""

    def __init__(self, *, alias: str | None = None, **_others: Any) -> None:
        # Wagtail asks for a connection with a user and password of None, which would take the place of the real ones.
        super().__init__(alias=alias)

    @override
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Order that letters be sent, in the transaction at hand; raises ``AttachedFile``."""
        for letter in email_messages:
            app.configure_task(SEND, queue=QUEUE).defer(letter=_written_down(letter))
        return len(email_messages)


def send(letter: dict[str, Any]) -> None:
    """Send a letter now; raises what the mail server says (``OSError``, of which ``SMTPException`` is one)."""
    message = EmailMultiAlternatives(
        letter["subject"],
        letter["body"],
        letter["from_email"],
        **{part: letter[part] for part in ("to", "cc", "bcc", "reply_to", "headers")},
    )
    message.content_subtype = letter["content_subtype"]
    for content, kind in letter["alternatives"]:
        message.attach_alternative(content, kind)
    mail.mailers[SERVER].send_messages([message])


def _written_down(letter: EmailMessage) -> dict[str, Any]:
    if letter.attachments:
        raise AttachedFile(AttachedFile.__doc__)
    # Words of the catalogue are read now, in the language of who writes.
    written = {part: getattr(letter, part) for part in _PARTS}
    written |= {part: str(written[part]) for part in ("subject", "body", "from_email")}
    alternatives = [(str(content), kind) for content, kind in getattr(letter, "alternatives", ())]
    return written | {"headers": dict(letter.extra_headers), "alternatives": alternatives}
