"""Importing lists of facilities."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from web.models.audit import AuditEntry
from web.models.facility import Facility
from web.queries.facility_search import search_facilities
from web.services.facility_import import FacilityChanges, compare_facilities, import_facilities
from web.services.facility_list import FacilityList, UnknownCountryError, read_facility_list
from web.services.sheets import MissingColumnError, SheetRow

pytestmark = pytest.mark.usefixtures("database")

HEADINGS = "country,admin1,facility_name,facility_type,ownership,lat,lon"
DONKA = "Guinea,Conakry,Donka National Hospital,National Hospital,,9.543,-13.682"
BOLINGO = "COD,Kinshasa,Bolingo Centre de Santé,Centre de Santé,Publique"


def understand(*lines: str, headings: str = HEADINGS, country: str | None = None) -> FacilityList:
    texts = [headings, *lines]
    rows: Iterator[SheetRow] = (SheetRow(at, text.split(",")) for at, text in enumerate(texts, start=1))
    return read_facility_list(rows, country=country)


def bring_in(session: Session, *lines: str, headings: str = HEADINGS) -> FacilityChanges:
    facilities = understand(*lines, headings=headings).facilities
    changes = import_facilities(session, facilities=facilities, source="list")
    session.commit()
    session.expire_all()
    return changes


def counted(changes: FacilityChanges) -> tuple[int, int, int, int]:
    return len(changes.new), len(changes.changed), changes.unchanged, changes.gone


def places(session: Session) -> dict[int, float | None]:
    return {row.id: row.latitude for row in session.scalars(select(Facility))}


def test_a_row_becomes_a_facility_that_is_found(session: Session) -> None:
    bring_in(session, DONKA)
    found = search_facilities(session, "hopital donka")[0]
    assert (found.country, found.region, found.kind) == ("GN", "Conakry", "National Hospital")
    assert (found.latitude, found.longitude) == (9.543, -13.682)


def test_the_same_list_again_changes_nothing(session: Session) -> None:
    assert counted(bring_in(session, DONKA, f"{BOLINGO},-4.3,15.3")) == (2, 0, 0, 0)
    assert counted(bring_in(session, DONKA, f"{BOLINGO},-4.3,15.3")) == (0, 0, 2, 0)
    assert session.scalar(select(func.count(AuditEntry.id))) == 1


def test_a_corrected_row_is_changed_in_place(session: Session) -> None:
    bring_in(session, DONKA)
    before = session.scalars(select(Facility.id)).one()
    assert counted(bring_in(session, DONKA.replace(",,9.543", ",Public,9.55"))) == (0, 1, 0, 0)
    stored = session.scalars(select(Facility)).one()
    assert (stored.id, stored.ownership, stored.latitude) == (before, "Public", 9.55)


def test_facilities_of_one_name_are_told_apart_by_their_place(session: Session) -> None:
    here, there = f"{BOLINGO},-4.1,15.1", f"{BOLINGO},-4.2,15.2"
    assert counted(bring_in(session, here, there)) == (2, 0, 0, 0)
    before = places(session)
    assert counted(bring_in(session, there, here)) == (0, 0, 2, 0), "another order is no change"
    assert counted(bring_in(session, f"{BOLINGO},-4.3,15.3", there, here)) == (1, 0, 2, 0)
    assert places(session).items() >= before.items()


def test_the_moved_one_of_several_is_the_one_that_changes(session: Session) -> None:
    bring_in(session, f"{BOLINGO},-4.1,15.1", f"{BOLINGO},-4.2,15.2")
    ids = {place: row for row, place in places(session).items()}
    assert counted(bring_in(session, f"{BOLINGO},-4.9,15.9", f"{BOLINGO},-4.2,15.2")) == (0, 1, 1, 0)
    assert places(session) == {ids[-4.1]: -4.9, ids[-4.2]: -4.2}


def test_equal_lines_stay_two_facilities(session: Session) -> None:
    assert counted(bring_in(session, DONKA, DONKA)) == (2, 0, 0, 0)
    assert counted(bring_in(session, DONKA, DONKA)) == (0, 0, 2, 0)


def test_a_facility_that_left_the_list_stays(session: Session) -> None:
    bring_in(session, DONKA, f"{BOLINGO},-4.1,15.1")
    assert counted(bring_in(session, DONKA)) == (0, 0, 1, 1)
    assert len(places(session)) == 2


def test_a_code_survives_a_new_name(session: Session) -> None:
    headings = f"{HEADINGS},facility code"
    bring_in(session, f"{DONKA},GN-1", headings=headings)
    renamed = DONKA.replace("Donka National Hospital", "CHU Donka")
    assert counted(bring_in(session, f"{renamed},GN-1", headings=headings)) == (0, 1, 0, 0)
    assert search_facilities(session, "chu donka")[0].name == "CHU Donka"


def test_a_comparison_writes_nothing(session: Session) -> None:
    changes = compare_facilities(session, facilities=understand(DONKA).facilities, source="list")
    assert counted(changes) == (1, 0, 0, 0)
    assert places(session) == {}


def test_another_source_is_another_list(session: Session) -> None:
    bring_in(session, DONKA)
    changes = compare_facilities(session, facilities=understand(DONKA).facilities, source="other")
    assert counted(changes) == (1, 0, 0, 0)


def test_an_import_that_stops_half_way_leaves_nothing(session: Session) -> None:
    facilities = understand(DONKA).facilities
    import_facilities(session, facilities=facilities, source="list")
    session.rollback()
    assert places(session) == {}


def test_headings_in_french_and_semicolons_of_degrees() -> None:
    headings = "Pays,Région,Nom de l'établissement,Type d'établissement,Statut,Latitude,Longitude"
    facility = understand("Guinée,Conakry,Hôpital Donka,Hôpital,Public,9.5,-13.7", headings=headings)
    assert facility.facilities[0].name == "Hôpital Donka"
    assert facility.facilities[0].country == "GN"


def test_degrees_may_have_a_comma() -> None:
    rows = iter([SheetRow(1, ["pays", "nom", "lat", "lon"]), SheetRow(2, ["GN", "Donka", "9,54", "-13,68"])])
    assert read_facility_list(rows).facilities[0].latitude == 9.54


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Guinea,Conakry,,Hospital,,9,-13", "the name is missing"),
        (",Conakry,Donka,Hospital,,9,-13", "the country is missing"),
        ("Wakanda,Conakry,Donka,Hospital,,9,-13", "“Wakanda” is no country that is known"),
        ("GN,Conakry,Donka,Hospital,,ninety,-13", "the latitude “ninety” is no number"),
        ("GN,Conakry,Donka,Hospital,,95,-13", "the latitude 95 is not between -90 and 90"),
        ("GN,Conakry,Donka,Hospital,,9,181", "the longitude 181 is not between -180 and 180"),
        ("GN,Conakry,Donka,Hospital,,nan,-13", "the latitude nan is not between -90 and 90"),
        (f"GN,Conakry,Donka,Hospital,,{2**70},-13", f"the latitude {2**70} is not between -90 and 90"),
        ("GN,Conakry,Donka,Hospital,,9,", "latitude and longitude must be given together"),
        ("GN,Conakry,Don\0ka,Hospital,,9,-13", "the name holds a character that cannot be shown (U+0000)"),
        (
            "GN,Conakry,Don\ud800ka,Hospital,,9,-13",
            "the name holds a character that cannot be shown (U+D800)",
        ),
        (f"GN,Conakry,{'D' * 201},Hospital,,9,-13", "the name is 201 characters long, more than 200"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_the_others_are_taken(line: str, words: str) -> None:
    understood = understand(DONKA, line, DONKA)
    assert [(refusal.line, refusal.words) for refusal in understood.refusals] == [(3, words)]
    assert len(understood.facilities) == 2


def test_a_code_given_twice_is_refused() -> None:
    understood = understand(f"{DONKA},1", f"{DONKA},1", headings=f"{HEADINGS},id")
    assert understood.refusals[0].words == "the code 1 stands on line 2 already"


def test_a_list_without_countries_needs_one_for_all() -> None:
    with pytest.raises(MissingColumnError):
        understand("Donka,Hospital", headings="name,type")
    facilities = understand("Donka,Hospital", headings="name,type", country="Guinée").facilities
    assert facilities[0].country == "GN"
    with pytest.raises(UnknownCountryError):
        understand("Donka,Hospital", headings="name,type", country="Nowhere")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "guinea 2019.csv"
    path.write_text(f"{HEADINGS}\n{DONKA}\nWakanda,X,Y,Z,,,\n", encoding="utf-8")
    return path


def test_the_command_says_what_it_understood_and_did(session: Session, command_line, file: Path) -> None:
    result = command_line.invoke(args=["facilities", "import", str(file)])
    assert result.exit_code == 3
    assert "name       from facility_name" in result.stdout
    assert "line 3: “Wakanda” is no country that is known" in result.stderr
    assert "guinea 2019: 1 new, 0 changed, 0 unchanged, 1 refused." in result.stdout
    assert "1 row was refused: see above. The others are written." in result.stderr
    assert len(places(session)) == 1


def test_the_command_ends_well_where_no_row_was_refused(command_line, tmp_path: Path) -> None:
    path = tmp_path / "guinea.csv"
    path.write_text(f"{HEADINGS}\n{DONKA}\n", encoding="utf-8")
    result = command_line.invoke(args=["facilities", "import", str(path)])
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_mark_that_is_not_closed_writes_nothing(session: Session, command_line, tmp_path: Path) -> None:
    path = tmp_path / "guinea.csv"
    path.write_text(f'{HEADINGS}\n{DONKA}\nGN,Conakry,"Ridge,Hospital,,9,-13\n{DONKA}\n', encoding="utf-8")
    result = command_line.invoke(args=["facilities", "import", str(path)])
    assert result.exit_code == 1
    assert "line 3" in result.stderr
    assert "Nothing was changed." in result.stderr
    assert places(session) == {}


def test_the_command_can_run_dry(session: Session, command_line, file: Path) -> None:
    result = command_line.invoke(args=["facilities", "import", str(file), "--dry-run", "--source", "GN"])
    assert "GN: 1 new" in result.stdout
    assert "nothing was changed" in result.stdout
    assert "1 row would be refused: see above." in result.stderr
    assert result.exit_code == 3
    assert places(session) == {}


def test_the_command_refuses_a_file_it_cannot_understand(session: Session, command_line, tmp_path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("Ort;Land\nBonn;DE\n", encoding="utf-8")
    result = command_line.invoke(args=["facilities", "import", str(path)])
    assert result.exit_code == 1
    assert "no row of headings found" in result.stderr
