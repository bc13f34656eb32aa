"""``python -m bench NAME [--json] [options]``: run one measurement from the repository's root."""

import importlib
import pkgutil
import sys

import bench


def _names() -> dict[str, str]:
    """Name → module; a name that Python reserves is written with an underscore at its end."""
    found = (module.name for module in pkgutil.iter_modules(bench.__path__))
    return {name.rstrip("_"): name for name in found if not name.startswith("_")}


def main() -> int:
    """Run the measurement named first, with the arguments that follow."""
    names = _names()
    if len(sys.argv) < 2 or sys.argv[1] not in names:
        sys.stderr.write(f"Usage: python -m bench NAME [--json]. Measurements: {', '.join(sorted(names))}.\n")
        return 2
    return int(importlib.import_module(f"bench.{names[sys.argv[1]]}").main(sys.argv[2:]))


if __name__ == "__main__":
    sys.exit(main())
