"""`python -m nashra.demo.draw [pictures|clips|channel] [key …]`: draw the demo's media again."""

import argparse

from nashra.demo.draw.album import keys, write_pictures
from nashra.demo.draw.channel import write_channel
from nashra.demo.draw.clips import CLIPS, write_clips


def main() -> None:
    """Draw what was asked for, everything if nothing was."""
    parser = argparse.ArgumentParser(
        prog="python -m nashra.demo.draw", description="Draw the demo newsroom's pictures, clips and channel."
    )
    parser.add_argument("what", nargs="?", choices=("all", "pictures", "clips", "channel"), default="all")
    parser.add_argument("keys", nargs="*", help="only these pictures or clips")
    asked = parser.parse_args()
    sizes: dict[str, int] = {}
    if asked.what in ("all", "pictures"):
        sizes |= write_pictures(asked.keys or keys())
    if asked.what in ("all", "clips"):
        sizes |= write_clips(asked.keys or list(CLIPS))
    if asked.what in ("all", "channel"):
        sizes |= write_channel()
    for key, size in sizes.items():
        print(f"{key:28} {size / 1000:7.1f} kB")
    print(f"{len(sizes)} files, {sum(sizes.values()) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
