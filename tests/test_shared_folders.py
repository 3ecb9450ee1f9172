"""Folders of a library that more than this machine writes to."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from people import message_bar_of, shown_message_of, start
from pytestqt.qtbot import QtBot

from viewer import shared_folders
from viewer.app import Program
from viewer.doctor import examine
from viewer.release.errors import Problem
from viewer.shared_folders import Mount, network_of, read_mounts, service_of, shared_folder
from viewer.widgets.folder_warning import FolderWarning
from viewer.widgets.settings import Settings

LINUX = [
    Mount(PurePosixPath("/"), "ext4"),
    Mount(PurePosixPath("/home"), "btrfs"),
    Mount(PurePosixPath("/home/wang/server"), "nfs4"),
    Mount(PurePosixPath("/mnt/share"), "cifs"),
    Mount(PurePosixPath("/mnt/share/disk"), "ext4"),
    Mount(PurePosixPath("/mnt/ssh"), "fuse.sshfs"),
    Mount(PurePosixPath("/mnt/c"), "9p"),
    Mount(PurePosixPath("/media/usb"), "exfat"),
    Mount(PurePosixPath("/mnt/twice"), "nfs"),
    Mount(PurePosixPath("/mnt/twice"), "xfs"),
]
MAC = [
    Mount(PurePosixPath("/"), "apfs"),
    Mount(PurePosixPath("/Volumes/Office"), "smbfs"),
    Mount(PurePosixPath("/Volumes/Web"), "webdav"),
]
WINDOWS = [
    Mount(PureWindowsPath("C:\\"), "NTFS"),
    Mount(PureWindowsPath("Z:\\"), "NTFS", is_remote=True),
]


@pytest.mark.parametrize(
    ("mounts", "folder", "kind"),
    [
        (LINUX, PurePosixPath("/home/wang/.local/share/release-viewer"), ""),
        (LINUX, PurePosixPath("/home/wang/server/press"), "nfs4"),
        (LINUX, PurePosixPath("/home/wang/server"), "nfs4"),
        (LINUX, PurePosixPath("/home/wang/server-notes"), ""),
        (LINUX, PurePosixPath("/mnt/share/press"), "cifs"),
        (LINUX, PurePosixPath("/mnt/share/disk/press"), ""),
        (LINUX, PurePosixPath("/mnt/ssh"), "fuse.sshfs"),
        (LINUX, PurePosixPath("/mnt/c/Users/wang"), "9p"),
        (LINUX, PurePosixPath("/media/usb/press"), ""),
        (LINUX, PurePosixPath("/mnt/twice/press"), ""),
        (MAC, PurePosixPath("/Users/wang/Library"), ""),
        (MAC, PurePosixPath("/Volumes/Office/press"), "smbfs"),
        (MAC, PurePosixPath("/Volumes/Web"), "webdav"),
        (WINDOWS, PureWindowsPath("C:\\Users\\wang\\AppData\\Local\\release-viewer"), ""),
        (WINDOWS, PureWindowsPath("z:\\press"), "NTFS"),
        (WINDOWS, PureWindowsPath("\\\\server\\share\\press"), "SMB"),
        ([], PurePosixPath("/anywhere"), ""),
    ],
)
def test_a_network_is_told_by_the_file_system_that_holds_the_folder(
    mounts: list[Mount], folder: PurePath, kind: str
) -> None:
    assert network_of(folder, mounts) == kind


@pytest.mark.parametrize(
    "kind", ["ext4", "xfs", "btrfs", "zfs", "apfs", "NTFS", "exfat", "overlay", "tmpfs", "fuseblk"]
)
def test_a_disk_of_this_machine_is_no_network(kind: str) -> None:
    assert network_of(PurePosixPath("/press"), [Mount(PurePosixPath("/"), kind)]) == ""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/wang/Dropbox/press", "Dropbox"),
        ("/Users/wang/Library/CloudStorage/Dropbox", "Dropbox"),
        ("/Users/wang/Dropbox (Office)/press", "Dropbox"),
        ("C:\\Users\\wang\\OneDrive\\Documents", "OneDrive"),
        ("C:\\Users\\wang\\OneDrive - Office\\press", "OneDrive"),
        ("/Users/wang/Library/CloudStorage/OneDrive-Personal/press", "OneDrive"),
        ("/Users/wang/Library/CloudStorage/GoogleDrive-wang@example.org/My Drive", "Google Drive"),
        ("C:\\Users\\wang\\Google Drive\\press", "Google Drive"),
        ("/Users/wang/Library/Mobile Documents/com~apple~CloudDocs/press", "iCloud Drive"),
        ("C:\\Users\\wang\\iCloudDrive\\press", "iCloud Drive"),
        ("/home/wang/Nextcloud/press", "Nextcloud"),
        ("/home/wang/ownCloud", "ownCloud"),
        ("D:\\我的坚果云\\通稿", "坚果云 Nutstore"),
        ("/Users/wang/Nutstore Files/通稿", "坚果云 Nutstore"),
        ("D:\\BaiduSyncdisk\\通稿", "百度网盘 Baidu Netdisk"),
        ("C:\\Users\\wang\\Documents\\百度网盘同步空间", "百度网盘 Baidu Netdisk"),
        ("/home/wang/.local/share/release-viewer", ""),
        ("/home/wang/press about Dropbox", ""),
        ("/home/wang/onedrives", ""),
    ],
)
def test_a_folder_that_is_kept_in_step_is_told_by_its_name(folder: str, service: str) -> None:
    path = PureWindowsPath(folder) if "\\" in folder else PurePosixPath(folder)
    assert service_of(path, lambda _path: False) == service


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        ("/home/wang/press/.stfolder", "Syncthing"),
        ("/home/wang/.dropbox.cache", "Dropbox"),
        ("/home/wang/press/.nextcloudsync.log", "Nextcloud"),
        ("/home/wang/press/library/.stfolder", "Syncthing"),
        ("/home/wang/other/.stfolder", ""),
    ],
)
def test_a_folder_that_is_kept_in_step_is_told_by_what_its_program_leaves(marker: str, service: str) -> None:
    assert service_of(PurePosixPath("/home/wang/press/library"), lambda path: str(path) == marker) == service


def test_the_file_systems_of_this_machine_are_read() -> None:
    assert any(mount.point == PurePath(Path.cwd().anchor) for mount in read_mounts())


def test_a_link_into_a_folder_that_is_kept_in_step_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "press").mkdir(parents=True)
    (tmp_path / "press").symlink_to(tmp_path / "Dropbox" / "press")
    found = shared_folder(tmp_path / "press" / "library.sqlite")
    assert found is not None
    assert found.problem is Problem.LIBRARY_SYNCED
    assert shared_folder(tmp_path / "elsewhere" / "library.sqlite") is None


def test_a_network_comes_before_what_is_kept_in_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_folders, "read_mounts", lambda: [Mount(PurePath("/"), "nfs4")])
    found = shared_folder(tmp_path / "Dropbox" / "library.sqlite")
    assert found is not None
    assert found.problem is Problem.LIBRARY_ON_NETWORK
    assert "nfs4" in str(found)


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    (tmp_path / "Dropbox").mkdir()
    return tmp_path / "Dropbox" / "library.sqlite"


def test_the_window_warns_once_of_each_place(
    qtbot: QtBot, program: Program, settings: Settings, tmp_path: Path
) -> None:
    program.after_paint.look_at_folder()
    bar = shown_message_of(qtbot, program.window)
    assert "Dropbox" in bar.message
    bar.hide()
    program.after_paint.look_at_folder()
    qtbot.waitUntil(lambda: program.window.findChild(FolderWarning) is None)
    assert not message_bar_of(program.window).isVisible()
    program.window.close()
    settings.finish()
    assert Settings(tmp_path / "settings").session.warned_of == str(tmp_path / "Dropbox")
    moved = tmp_path / "Nextcloud" / "library.sqlite"
    moved.parent.mkdir()
    with start(qtbot, moved, settings) as again:
        again.after_paint.look_at_folder()
        assert "Nextcloud" in shown_message_of(qtbot, again.window).message


def test_the_doctor_says_it(library_path: Path) -> None:
    found = next(
        check
        for check in examine(library_path, lambda _context, text: text)
        if check.name == "sharing of the library's folder"
    )
    assert not found.ok
    assert "Dropbox" in found.detail
