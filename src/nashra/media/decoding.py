"""Decodes one picture in a process of its own, so that a hostile file can waste or break only that.

Run as a program: the picture's kind is the argument, its bytes are the input. It prints width and height and ends with 0; otherwise
it says nothing and ends with another number or a signal. It imports no Django.
"""

import resource
import subprocess
import sys
from io import BytesIO

from PIL import Image

from nashra.media.kinds import Kind, named, open_picture

SECONDS = 15
_BYTES_OF_MEMORY = 3 * 1024**3


class Undecodable(ValueError):
    """The picture cannot be decoded to its end."""


class Unaffordable(ValueError):
    """Decoding takes more time or memory than any honest picture does."""


def decode_apart(content: bytes, kind: Kind) -> tuple[int, int]:
    """Decode a picture's first frame fully in another process; width and height as stored.

    Raises Undecodable for a damaged file and Unaffordable for one that exceeds 15 seconds or 3 GiB.
    """
    command = [sys.executable, "-I", "-m", "nashra.media.decoding", kind.name]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS + 5, check=False)
    except subprocess.TimeoutExpired:
        raise Unaffordable(f"more than {SECONDS} seconds") from None
    if done.returncode in (-9, -24, 3):
        raise Unaffordable("out of time or memory")
    if done.returncode:
        raise Undecodable(f"decoder ended with {done.returncode}")
    width, height = done.stdout.split()
    return int(width), int(height)


def main(kind: str) -> int:
    """Decode what comes on the standard input."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES_OF_MEMORY, _BYTES_OF_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    Image.MAX_IMAGE_PIXELS = None  # whoever asks has read the size from the file's head and agreed to it
    try:
        with open_picture(BytesIO(sys.stdin.buffer.read()), named(kind)) as image:
            image.load()
            print(*image.size)
    except MemoryError:
        return 3
    except Exception:  # noqa: BLE001 - whatever a decoder stumbles over means the same: this file is damaged
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
