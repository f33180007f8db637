"""Gives a virtual environment the bytecode of the one that runs this, for the files that are the same in both. To compile what
cfn-lint imports takes four seconds, and to write so many files a second: they are written once, and then linked to.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from root import ROOT

_KEPT = ROOT / ".pytest_cache" / "d" / "bytecode" / str(sys.implementation.cache_tag)
"""By the hashes of the modules, so that what is there stays right."""
_NOT_COMPARED_WITH_THE_MODULE = (1).to_bytes(4, "little") + bytes(8)
"""What stands behind the magic number of bytecode that says nothing of the time and the size of its module."""


def take_bytecode(folder: Path) -> None:
    _KEPT.mkdir(parents=True, exist_ok=True)
    own = sysconfig.get_path("purelib")
    for packages in folder.glob("lib/python*/site-packages"):
        for record in packages.glob("*.dist-info/RECORD"):
            for name, hashed in _same_modules(record, Path(own, record.parent.name, record.name)):
                compiled, taken = map(importlib.util.cache_from_source, (f"{own}/{name}", f"{packages}/{name}"))
                if os.path.exists(compiled) and not os.path.exists(taken):
                    _link(_kept(compiled, hashed), taken)


def _same_modules(record: Path, own: Path) -> Iterator[tuple[str, str]]:
    """The modules that two installations have alike, with their hashes, by the list that each has of its files."""
    if not own.exists():
        return
    files, own_files = (set(each.read_text("utf-8").splitlines()) for each in (record, own))
    for line in files & own_files:
        name, hashed, _ = line.rsplit(",", 2)
        if name.endswith(".py") and hashed:
            yield name, hashed


def _kept(compiled: str, hashed: str) -> Path:
    kept = _KEPT / hashed
    if not kept.exists():
        code = Path(compiled).read_bytes()
        being_written = _KEPT / f"{hashed}-{os.getpid()}"
        being_written.write_bytes(code[:4] + _NOT_COMPARED_WITH_THE_MODULE + code[16:])
        being_written.rename(kept)
    return kept


def _link(kept: Path, taken: str) -> None:
    if not os.path.exists(folder := os.path.dirname(taken)):
        os.makedirs(folder, exist_ok=True)
    try:
        os.link(kept, taken)
    except FileExistsError:
        return
    except OSError:  # On another device, for instance.
        shutil.copyfile(kept, taken)


if __name__ == "__main__":
    take_bytecode(Path(sys.argv[1]))
