"""Files that appear whole or not at all."""

import errno
from pathlib import Path

import pytest

from notat.errors import NotatError
from notat.files import replacing


def test_a_file_takes_its_place_when_whole(tmp_path: Path) -> None:
    with replacing(tmp_path / "a.csv") as file:
        file.write("ny")
        assert not (tmp_path / "a.csv").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_full_disk_is_said_and_the_old_file_stays(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("gammel", "utf-8")
    with pytest.raises(NotatError, match="No space left"), replacing(tmp_path / "a.csv") as file:
        file.write("ny")
        raise OSError(errno.ENOSPC, "No space left on device")
    assert (tmp_path / "a.csv").read_text("utf-8") == "gammel"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "a.csv"
    with pytest.raises(NotatError, match=r"a\.csv can't be written"), replacing(gone) as file:
        file.write("ny")
