"""Reading tables as they come from other people's programs."""

import multiprocessing
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from web.services.sheets import Column, MissingColumnError, SheetError, SheetRow, map_columns, read_sheet

TABLE = "name,town\nHôpital général,Lomé\n"


def rows_of(path: Path) -> list[SheetRow]:
    return list(read_sheet(path))


@pytest.fixture
def write(tmp_path: Path):
    def write(content: bytes, name: str = "list.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_whatever_program_wrote_it(write, encoding: str, delimiter: str) -> None:
    path = write(TABLE.replace(",", delimiter).encode(encoding))
    assert [row.cells for row in rows_of(path)] == [["name", "town"], ["Hôpital général", "Lomé"]]


def test_commas_inside_quotation_marks_do_not_choose_the_delimiter(write) -> None:
    path = write(b'"name, as known, to all";town\nA;B\n')
    assert rows_of(path)[0].cells == ["name, as known, to all", "town"]


def test_lines_are_counted_as_an_editor_does(write) -> None:
    path = write(b'name,town\n\n"two\nlines",A\nB,C\n')
    assert [(row.line, row.cells[0]) for row in rows_of(path)] == [(1, "name"), (3, "two lines"), (5, "B")]


def test_what_nobody_sees_is_left_out_of_cells(write) -> None:
    path = write("name\n  A\u00a0 b\u200b\u00ad c \n".encode())
    assert rows_of(path)[1].cells == ["A b c"]


def test_a_quotation_mark_that_never_ends_is_told_with_its_line(write) -> None:
    path = write(b'name\nA\n"' + b"x" * 50_000)
    with pytest.raises(SheetError, match=r"line 3: .* quotation mark"):
        rows_of(path)


@pytest.mark.parametrize(
    "lines",
    [
        'GN,"Donka,9\nGN,Ridge,8\n',
        'GN,"Donka,9\nGN,"Ridge",8\n',
        'GN,"Donka,9\nGN,Ridge",8\n',
        'GN,"Donka,9\nGN,Ridge,8\nGN,Bolingo",7\n',
        'GN,"Donka" Hospital,9\n',
    ],
)
def test_no_row_swallows_those_below_it(write, lines: str) -> None:
    path = write(f"country,name,lat\nGN,Kipe,7\n{lines}".encode())
    with pytest.raises(SheetError, match=r"line 3: .* quotation mark"):
        rows_of(path)


def test_marks_within_a_cell_and_cells_of_several_lines_are_fine(write) -> None:
    path = write(b'country,name,lat\nGN,Kipe "the old",7\nGN,"Donka,\n""the"" hospital",9\n')
    assert [row.cells[1] for row in rows_of(path)[1:]] == ['Kipe "the old"', 'Donka, "the" hospital']


def test_bytes_of_no_encoding_are_told_with_what_to_do(write) -> None:
    path = write(b"name\nA\n\x81\xff\n")
    with pytest.raises(SheetError, match="Save the file as CSV UTF-8"):
        rows_of(path)


def test_an_empty_file_has_no_rows(write) -> None:
    assert rows_of(write(b"")) == []


def cell(value: object) -> str:
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    """Write a workbook of one sheet whose rows begin on line 3."""
    lines = (f'<row r="{at}">{"".join(map(cell, row))}</row>' for at, row in enumerate(rows, start=3))
    return workbook_of(path, "".join(lines))


def workbook_of(path: Path, lines: str) -> Path:
    """Write the least a workbook needs around the rows of its one sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="rId1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def test_a_workbook_gives_text_and_the_numbers_of_its_lines(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", ("nom", "code", "lat"), ("Hôpital  Donka", 12, 9.54))
    assert [(row.line, row.cells) for row in rows_of(path)] == [
        (3, ["nom", "code", "lat"]),
        (4, ["Hôpital Donka", "12", "9.54"]),
    ]


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch) -> None:
    path = workbook(tmp_path / "list.xlsx", ("nom",), *[("x" * 1000,)] * 100)
    monkeypatch.setattr("web.services.sheets.workbook.MOST_UNPACKED", 10_000)
    with pytest.raises(SheetError, match="Save the sheet as CSV"):
        rows_of(path)


# As large as a sheet may be; and no more than a gigabyte and a half, which a machine may well have to give.
@pytest.mark.parametrize(("column", "row"), [("XFD", 1_048_576), ("BXX", 30_000)])
def test_a_workbook_that_claims_to_be_huge_is_refused(tmp_path: Path, column: str, row: int) -> None:
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    last = f'<row r="{row}"><c r="{column}{row}"><v>2</v></c></row>'
    with pytest.raises(SheetError, match="needs more than 1024 MB to read"):
        rows_of(workbook_of(tmp_path / "list.xlsx", first + last))


def test_a_workbook_need_not_be_read_to_its_end(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", *[("Donka", number) for number in range(5_000)])
    rows = read_sheet(path)
    assert next(rows).cells == ["Donka", "0"]
    rows.close()
    assert not multiprocessing.active_children()
    assert len(rows_of(path)) == 5_000


def test_a_workbook_that_is_none_is_refused(write) -> None:
    with pytest.raises(SheetError, match="no workbook"):
        rows_of(write(b"PK\x03\x04 nothing", "list.xlsx"))


WANTED = [Column("name", ("name", "nom"), needed=True), Column("code", ("code", "id"))]


def mapped(*rows: list[str]):
    sheet: Iterator[SheetRow] = iter([SheetRow(at, list(row)) for at, row in enumerate(rows, start=1)])
    return map_columns(sheet, WANTED), sheet


def test_headings_are_known_without_case_accents_and_signs() -> None:
    columns, sheet = mapped(["ID", "  NOM_ ", "Autre"], ["7", "Donka", ""])
    assert columns.cells(next(sheet)) == {"name": "Donka", "code": "7"}
    assert columns.unused == ("Autre",)


def test_the_surest_of_several_headings_is_taken() -> None:
    columns, _ = mapped(["id", "code", "name"])
    assert columns.headings == {"name": "name", "code": "code"}


def test_titles_above_the_headings_are_skipped() -> None:
    columns, sheet = mapped(["Ministry of Health"], ["Name", "Code"], ["Donka", "7"])
    assert columns.line == 2
    assert next(sheet).cells == ["Donka", "7"]


def test_a_short_row_has_empty_cells() -> None:
    columns, sheet = mapped(["name", "code"], ["Donka"])
    assert columns.cells(next(sheet)) == {"name": "Donka", "code": ""}


def test_a_table_without_a_needed_column_is_told_what_was_looked_for() -> None:
    with pytest.raises(MissingColumnError, match=r"Needed: name \(name, nom\).*Ort"):
        mapped(["Ort", "Land"])
