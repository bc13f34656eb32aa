"""The account PostgreSQL runs under when Nashra itself is root: PostgreSQL refuses to run as root."""

import os
import pwd
import shutil
import stat
import subprocess
from pathlib import Path
from typing import NamedTuple

_NAME = "nashra"


class Account(NamedTuple):
    """A user and a group id."""

    user: int
    group: int


def account_for(folder: Path) -> Account | None:
    """The account the database in ``folder`` is to run under: None unless we are root.

    An existing database keeps its owner; a new one gets the system account "nashra", which is made if it can be,
    else "nobody".
    """
    if os.geteuid() != 0:
        return None
    if folder.exists() and folder.stat().st_uid != 0:
        owner = folder.stat()
        return Account(owner.st_uid, owner.st_gid)
    entry = _find(_NAME) or _make(_NAME) or pwd.getpwnam("nobody")
    return Account(entry.pw_uid, entry.pw_gid)


def let_through(path: Path, account: Account) -> None:
    """Let ``account`` reach ``path``: the folders above it become passable (not readable) where they are not."""
    for folder in path.resolve().parents:
        facts = folder.stat()
        if not facts.st_mode & stat.S_IXOTH and facts.st_uid != account.user:
            folder.chmod(stat.S_IMODE(facts.st_mode) | stat.S_IXOTH)


def let_read(tree: Path) -> None:
    """Let everyone read and run what is in ``tree``: a strict umask may have kept the installed programs private."""
    for path in (tree, *tree.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        wanted = mode | stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0)
        if mode != wanted:
            path.chmod(wanted)


def _find(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _make(name: str) -> pwd.struct_passwd | None:
    useradd = shutil.which("useradd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if useradd is None:
        return None
    subprocess.run(
        [useradd, "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name],
        check=False,
        capture_output=True,
    )
    return _find(name)
