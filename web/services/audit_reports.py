"""What the last check of the audit found; kept in a file, because the database is what is doubted."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from web.models.base import now
from web.services.audit_seals import Head


@dataclass(frozen=True)
class AuditReport:
    """One check of the whole audit."""

    at: datetime
    number: int
    """The last seal then; 0 while there was none."""
    faults: int

    @classmethod
    def of(cls, head: Head | None, faults: int) -> "AuditReport":
        """Report a check that has just ended."""
        return cls(now(), head.number if head else 0, faults)


def keep_report(path: Path, report: AuditReport) -> None:
    """Put a report in the place of the last one, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    line = {"at": report.at.isoformat(), "number": report.number, "faults": report.faults}
    unfinished.write_text(json.dumps(line), "utf-8")
    unfinished.replace(path)


def read_report(path: Path) -> AuditReport | None:
    """Read the last report; nothing if there is none that can be read."""
    try:
        read = json.loads(path.read_bytes())
        return AuditReport(datetime.fromisoformat(read["at"]), int(read["number"]), int(read["faults"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None
