"""Everything the service holds about a professional, to take away: as JSON, and as a JSON Resume."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models.document import Document
from web.models.inventory import Kind, Subject
from web.models.outbox import Message
from web.models.professional import Professional
from web.models.sealed import PersonalRow, SealedAttribute, opener
from web.models.user import User
from web.services.audit import record_act
from web.services.documents.files import FileChangedError, read_file
from web.services.documents.store import FileLostError
from web.services.outbox import queue_message
from web.services.person_rows import PersonRows, find_rows

EVERYTHING, RESUME, UNREADABLE = "everything.json", "resume.json", "documents/unreadable.json"


def begin_export(session: Session, *, user: User) -> None:
    """Note that somebody takes their data away, and tell them: it might not be them."""
    record_act(session, actor=user, action="user.export", thing=user)
    queue_message(session, message=Message.DATA_EXPORTED, to=user)


def export_person(session: Session, *, user: User) -> bytes:
    """Pack all that is held about somebody, what only the machinery may know left out."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(EVERYTHING, _written(collect_everything(session, user=user)))
        if user.professional is not None:
            archive.writestr(RESUME, _written(write_resume(user.professional)))
            _pack_documents(session, user.professional, archive)
    return packed.getvalue()


def _pack_documents(session: Session, professional: Professional, archive: zipfile.ZipFile) -> None:
    """Pack the papers, and say which of them the service cannot read any more."""
    theirs = select(Document).where(Document.professional_id == professional.id).order_by(Document.id)
    unreadable = []
    for document in session.scalars(theirs):
        name = f"{document.category.replace('_', '-')}-{document.id}.{document.kind}"
        try:
            archive.writestr(f"documents/{name}", read_file(session, document))
        except (FileLostError, FileChangedError):
            unreadable.append(name)
    if unreadable:
        archive.writestr(UNREADABLE, _written({"unreadable": unreadable}))


def _written(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def collect_everything(session: Session, *, user: User) -> dict[str, list[dict[str, Any]]]:
    """Read every row about somebody, by table, with every column about them but secrets."""
    everything = {}
    for rows in find_rows(user):
        found = list(_read(session, rows))
        if found:
            everything[rows.table.name] = found
    return everything


def _read(session: Session, rows: PersonRows) -> Iterator[dict[str, Any]]:
    told = [
        column.name
        for column in rows.entry.columns
        if column.rule_for(Subject.PROFESSIONAL) and column.kind != Kind.SECRET
    ]
    sealed = _sealed_columns(rows.entry.model)
    openers = {name: opener(session, attribute) for name, attribute in sealed.items()}
    (key, *_) = rows.table.primary_key
    for row in session.execute(select(rows.table).where(rows.condition)).mappings():
        yield {
            sealed[name].name if name in sealed else name: openers[name](row[key.name], row[name])
            if name in sealed
            else _plain(row[name])
            for name in told
        }


def _sealed_columns(model: type[Any]) -> dict[str, SealedAttribute[Any]]:
    if not issubclass(model, PersonalRow):
        return {}
    return {attribute.column: attribute for attribute in model.sealed_attributes().values()}


def _plain(value: Any) -> Any:
    """Give a value as JSON can hold it."""
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat() if isinstance(value, date | datetime) else value


def write_resume(professional: Professional) -> dict[str, Any]:
    """Write the profile as a JSON Resume (jsonresume.org), which other services read."""
    identity = professional.identity
    resume = {
        "basics": {
            "name": identity.full_name if identity else "",
            "email": professional.user.email,
            "phone": identity.phone if identity else "",
            "summary": professional.summary,
            "location": {"countryCode": professional.residence_country or ""},
        },
        "work": [{"position": held.title} for held in professional.occupations],
        "education": [
            {"institution": held.institution, "studyType": held.title, "endDate": str(held.year or "")}
            for held in professional.qualifications
        ],
        "certificates": [
            {"name": held.number, "issuer": held.regulator, "date": str(held.valid_from or "")}
            for held in professional.licences
        ],
        "skills": [{"name": held.phrase, "level": str(held.level or "")} for held in professional.skills],
        "languages": [{"language": held.code, "fluency": held.cefr or ""} for held in professional.languages],
    }
    return {part: _without_gaps(said) for part, said in resume.items()}


def _without_gaps(said: Any) -> Any:
    """Leave out what is not known: a JSON Resume has a date or none, and an empty text is no date."""
    if isinstance(said, list):
        return [_without_gaps(each) for each in said]
    if isinstance(said, dict):
        return {name: _without_gaps(value) for name, value in said.items() if value not in ("", {}, [])}
    return said
