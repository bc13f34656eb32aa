"""People for tests."""

from nashra.people.models import Byline, BylineName, User
from nashra.people.roles import Role, group_name


def make_user(username: str = "layla", role: Role | None = None, code: str = "en") -> User:
    """An account, with a role in an edition when one is given. The password is ``secret-words``."""
    user = User.objects.create_user(username, f"{username}@example.org", "secret-words")
    if role is not None:
        user.groups.add(user.groups.model.objects.get(name=group_name(code, role)))
    return user


def make_byline(key: str = "layla-haddad", **names: str) -> Byline:
    """Somebody readers know, by default in English and Arabic: ``make_byline(es="Laila")`` names the languages."""
    byline = Byline.objects.create(key=key)
    for language, name in (names or {"en": "Layla Haddad", "ar": "ليلى حداد"}).items():
        BylineName.objects.create(byline=byline, language=language, name=name)
    return byline
