"""Folders that more than this machine writes to: on a network, or kept in step by a program.

A library is not safe there. SQLite's write-ahead log does not work over a network file system
(https://www.sqlite.org/wal.html), and what keeps folders in step copies files that are half written.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from typing import NamedTuple

from viewer.release.errors import Problem, ReleaseViewerError

_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|afpfs|ncpfs?|(fuse\.)?(sshfs|davfs2?|rclone|s3fs|gcsfuse|gvfsd-fuse|glusterfs|ceph|vmhgfs-fuse)"
    r"|webdav|9p|drvfs|virtiofs|vboxsf|prl_fs|afs|lustre|gfs2?|ocfs2|beegfs|gpfs|fuse\.(onedriver|google-drive-\w+)"
)
# by what the folder is called that a program keeps in step, with what may follow, as in “OneDrive - Office”
_SYNCED = tuple(
    (service, re.compile(rf"(?:{names})(?: - .+| \(.+\)|-.+)?", re.IGNORECASE))
    for service, names in (
        ("Dropbox", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("Google Drive", "Google ?Drive|DriveFS"),
        ("iCloud Drive", "Mobile Documents|iCloud ?Drive|com~apple~CloudDocs"),
        ("Nextcloud", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("坚果云 Nutstore", "Nutstore|Nutstore Files|我的坚果云|坚果云"),
        ("百度网盘 Baidu Netdisk", "BaiduSyncdisk|BaiduNetdiskWorkspace|百度网盘同步空间|百度网盘工作空间"),
    )
)
# by what the program leaves in that folder, whatever it is called
_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
}


class Mount(NamedTuple):
    """Where a file system is, its kind, and whether the system calls it one of another machine."""

    point: PurePath
    kind: str
    is_remote: bool = False


def shared_folder(library_path: Path) -> ReleaseViewerError | None:
    """What is wrong with the folder of a library; None where nothing is known to be."""
    folder = library_path.parent.resolve()
    if kind := network_of(folder, read_mounts()):
        return ReleaseViewerError(Problem.LIBRARY_ON_NETWORK, str(folder), kind=kind)
    if service := service_of(folder, lambda path: os.access(path, os.F_OK)):
        return ReleaseViewerError(Problem.LIBRARY_SYNCED, str(folder), service=service)
    return None


def network_of(folder: PurePath, mounts: Iterable[Mount]) -> str:
    """The kind of the network file system that a folder is on; "" for one of this machine."""
    if folder.drive.startswith(("\\\\", "//")):  # \\server\share
        return "SMB"
    holding = [mount for mount in mounts if folder.is_relative_to(mount.point)]
    if not holding:
        return ""
    deepest = max(len(mount.point.parts) for mount in holding)
    mount = [mount for mount in holding if len(mount.point.parts) == deepest][-1]  # it hides those before it
    return mount.kind if mount.is_remote or _NETWORK.fullmatch(mount.kind.lower()) else ""


def service_of(folder: PurePath, exists: Callable[[PurePath], bool]) -> str:
    """The program that keeps a folder, or one that it is in, in step with other machines; "" where none is known."""
    for part in (folder, *folder.parents):
        for service, name in _SYNCED:
            if name.fullmatch(part.name):
                return service
        for marker, service in _MARKERS.items():
            if exists(part / marker):
                return service
    return ""


def read_mounts() -> list[Mount]:
    """The file systems of this machine; none where the system does not tell."""
    import psutil  # large, and seldom needed

    try:
        parts = psutil.disk_partitions(all=True)
    except OSError:
        return []
    return [Mount(PurePath(part.mountpoint), part.fstype, "remote" in part.opts.split(",")) for part in parts]
