"""How mail leaves: to the console, to files, or by SMTP, as MAIL_URL says."""

import smtplib
import ssl
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from config import Settings
from web.emails.letters import Letter
from web.models.base import now
from web.models.outbox import OutboxMessage

TIMEOUT_SECONDS = 20


class Transport(Protocol):
    """Something that takes a letter away, or raises."""

    def send(self, letter: Letter, message: OutboxMessage) -> None:
        """Take one letter away."""


def open_transport(settings: Settings) -> Transport:
    """Choose the transport that MAIL_URL names."""
    scheme = urlsplit(settings.mail_url).scheme
    if scheme == "console":
        return ConsoleTransport(settings)
    if scheme == "file":
        return FileTransport(settings)
    return SmtpTransport(settings)


def build_email(settings: Settings, letter: Letter, message: OutboxMessage) -> EmailMessage:
    """Put a letter into the form that travels; the Message-ID is the row's, so a twin is recognised."""
    email = EmailMessage()
    email["From"] = settings.mail_sender
    email["To"] = message.recipient
    email["Subject"] = letter.subject
    email["Message-ID"] = message.message_id
    email["Date"] = now()
    email["Auto-Submitted"] = "auto-generated"
    email.set_content(letter.text)
    email.add_alternative(letter.html, subtype="html")
    # Only now: adding the second form moves all Content- headers into the first.
    email["Content-Language"] = message.language
    return email


class ConsoleTransport:
    """Writes letters to standard output, for development."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def send(self, letter: Letter, message: OutboxMessage) -> None:
        """Print one letter."""
        print(f"To: {message.recipient}\nSubject: {letter.subject}\n\n{letter.text}\n", flush=True)  # noqa: T201


class FileTransport:
    """Writes one .eml file for each letter, for development and tests."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        parts = urlsplit(settings.mail_url)
        self.folder = Path(unquote(parts.path))

    def send(self, letter: Letter, message: OutboxMessage) -> None:
        """Write one letter, whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / f"{message.id:08d}-{message.message}.eml"
        unfinished = target.with_suffix(".part")
        unfinished.write_bytes(bytes(build_email(self.settings, letter, message)))
        unfinished.replace(target)


class SmtpTransport:
    """Hands letters to a mail server: smtp:// with STARTTLS where offered, smtps:// encrypted at once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.parts = urlsplit(settings.mail_url)

    def send(self, letter: Letter, message: OutboxMessage) -> None:
        """Send one letter."""
        with self._connect() as server:
            if self.parts.username:
                server.login(unquote(self.parts.username), unquote(self.parts.password or ""))
            server.send_message(build_email(self.settings, letter, message))

    def _connect(self) -> smtplib.SMTP:
        host = self.parts.hostname or "localhost"
        context = ssl.create_default_context()
        if self.parts.scheme == "smtps":
            return smtplib.SMTP_SSL(host, self.parts.port or 465, timeout=TIMEOUT_SECONDS, context=context)
        server = smtplib.SMTP(host, self.parts.port or 25, timeout=TIMEOUT_SECONDS)
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=context)
        return server
