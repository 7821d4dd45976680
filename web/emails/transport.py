"""How mail leaves: to the console, to files, or by SMTP, as MAIL_URL says."""

import smtplib
import ssl
from abc import ABC, abstractmethod
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

import click

from config import Settings
from web.emails.letters import Letter
from web.models.base import now
from web.models.outbox import OutboxMessage

TIMEOUT_SECONDS = 20
NUMBER_DIGITS = 8


class Transport(Protocol):
    """Something that takes mail away, or raises."""

    def send(self, letter: Letter, message: OutboxMessage) -> None:
        """Take one letter of the outbox away."""

    def send_email(self, email: EmailMessage, name: str) -> None:
        """Take one mail away; its name tells it from others where mail is files."""


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


class _LetterTransport(ABC):
    """What all transports do with a letter."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def send(self, letter: Letter, message: OutboxMessage) -> None:
        """Send one letter of the outbox."""
        name = f"{message.id:0{NUMBER_DIGITS}d}-{message.message}"
        self.send_email(build_email(self.settings, letter, message), name)

    @abstractmethod
    def send_email(self, email: EmailMessage, name: str) -> None:
        """Send one mail."""


class ConsoleTransport(_LetterTransport):
    """Writes letters to standard output, for development."""

    def send_email(self, email: EmailMessage, name: str) -> None:  # noqa: ARG002 -- needed by other transports
        """Print one mail."""
        body = email.get_body(("plain",))
        text = body.get_content() if body else ""
        click.echo(f"To: {email['To']}\nSubject: {email['Subject']}\n\n{text}\n")


class FileTransport(_LetterTransport):
    """Writes one .eml file for each mail, for development and tests."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.folder = Path(unquote(urlsplit(settings.mail_url).path))

    def send_email(self, email: EmailMessage, name: str) -> None:
        """Write one mail, whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / f"{name}.eml"
        unfinished = target.with_suffix(".part")
        unfinished.write_bytes(bytes(email))
        unfinished.replace(target)

    def list_letters(self) -> dict[Path, str]:
        """List the letters of the outbox that lie here, with the Message-ID of each."""
        return {path: _read_message_id(path) for path in self.folder.glob(f"{'[0-9]' * NUMBER_DIGITS}-*.eml")}


def _read_message_id(path: Path) -> str:
    with path.open("rb") as file:
        return str(BytesHeaderParser().parse(file)["Message-ID"])


class SmtpTransport(_LetterTransport):
    """Hands mail to a mail server: smtp:// with STARTTLS where offered, smtps:// encrypted at once."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.parts = urlsplit(settings.mail_url)

    def send_email(self, email: EmailMessage, name: str) -> None:  # noqa: ARG002 -- needed by other transports
        """Send one mail."""
        with self._connect() as server:
            if self.parts.username:
                server.login(unquote(self.parts.username), unquote(self.parts.password or ""))
            server.send_message(email)

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
