"""Packages of many parts in one file (ZIP), read without believing what they say of themselves."""

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from web.inspection import limits
from web.inspection.verdicts import Refusal, RefusedError

# Name of a part -> its content, in the order of the package.
Packed = dict[str, bytes]

END = struct.Struct("<4s4H2LH")
LOCAL = struct.Struct("<4s5H3L2H")
END_SIGNATURE, LOCAL_SIGNATURE, LARGE_SIGNATURE = b"PK\x05\x06", b"PK\x03\x04", b"PK\x06\x07"
ENCRYPTED_FLAG, UTF8_FLAG = 0x1, 0x800
SYMLINK, FILE_TYPE = 0o120000, 0o170000
SMALL = limits.MEBIBYTE


def read_package(data: bytes) -> Packed:
    """Read all parts, or refuse the package before anything of it is unpacked."""
    _check_end(data)
    with ZipFile(BytesIO(data)) as package:
        listed = package.infolist()
        _check_amount(listed)
        _check_places(data, listed)
        for entry in listed:
            _check_entry(entry)
        return {entry.filename: package.read(entry) for entry in listed if not entry.is_dir()}


def _check_end(data: bytes) -> None:
    """Refuse what another reader might take for another file: words behind the end, sizes for giants."""
    end = data.rfind(END_SIGNATURE)
    if end < 0 or len(data) < end + END.size:
        raise RefusedError(Refusal.DAMAGED)
    signature, disk, first_disk, here, entries, size, place, comment = END.unpack_from(data, end)
    del signature
    if len(data) != end + END.size or comment:
        raise RefusedError(Refusal.MIXED)
    one_disk = disk == first_disk == 0 and here == entries
    if not one_disk or place + size != end or LARGE_SIGNATURE in data[max(0, end - LOCAL.size) : end]:
        raise RefusedError(Refusal.DAMAGED)


def _check_amount(listed: list[ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in listed)
    bombs = [
        entry
        for entry in listed
        if entry.file_size > SMALL and entry.file_size > limits.HIGHEST_RATIO * entry.compress_size
    ]
    if len({entry.filename for entry in listed}) != len(listed):
        raise RefusedError(Refusal.DAMAGED)
    if len(listed) > limits.MOST_ENTRIES or unpacked > limits.ALL_ENTRIES or bombs:
        raise RefusedError(Refusal.TOO_MUCH_INSIDE)


def _check_places(data: bytes, listed: list[ZipInfo]) -> None:
    """Refuse parts that lie over each other, or that are called otherwise where they lie."""
    free_from = 0
    for entry in sorted(listed, key=lambda entry: entry.header_offset):
        if entry.header_offset < free_from or (free_from == 0 and entry.header_offset):
            raise RefusedError(Refusal.DAMAGED)
        head = LOCAL.unpack_from(data, entry.header_offset)
        signature, flags, name_length, extra_length = head[0], head[2], head[9], head[10]
        name_from = entry.header_offset + LOCAL.size
        listed_name = entry.orig_filename.encode("utf-8" if flags & UTF8_FLAG else "cp437")
        if signature != LOCAL_SIGNATURE or data[name_from : name_from + name_length] != listed_name:
            raise RefusedError(Refusal.DAMAGED)
        free_from = name_from + name_length + extra_length + entry.compress_size


def _check_entry(entry: ZipInfo) -> None:
    name = entry.orig_filename
    parts = name.removesuffix("/").split("/")
    if "\\" in name or "\0" in name or ":" in name or any(part in {"", ".", ".."} for part in parts):
        raise RefusedError(Refusal.DAMAGED)
    if entry.flag_bits & ENCRYPTED_FLAG:
        raise RefusedError(Refusal.ENCRYPTED)
    is_link = (entry.external_attr >> 16) & FILE_TYPE == SYMLINK
    if is_link or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise RefusedError(Refusal.DAMAGED)
