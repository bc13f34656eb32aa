"""``python -m bench NAME [--json]``: run one measurement and print what it ran against, the figures and the ratio."""

import argparse
import importlib
import json
import sys
from pathlib import Path

from bench.machine import describe


def main() -> int:
    """Run the measurement named on the command line."""
    here = Path(__file__).parent
    names = sorted(found.parent.name for found in here.glob("*/run.py"))
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("name", choices=names)
    parser.add_argument(
        "--json", action="store_true", help="print the result as JSON and keep it in bench/results"
    )
    chosen, rest = parser.parse_known_args()
    module = importlib.import_module(f"bench.{chosen.name}.run")
    result = {"name": chosen.name, **describe(), **module.run(rest)}
    if chosen.json:
        text = json.dumps(result, indent=2, ensure_ascii=False)
        (here / "results").mkdir(exist_ok=True)
        (here / "results" / f"{chosen.name}-{result['taken_at'][:19].replace(':', '')}.json").write_text(
            f"{text}\n"
        )
        print(text)
    else:
        print(
            f"{result['machine']['cores']} cores, {result['machine']['processor']}, commit {result['commit']}"
        )
        print(module.table(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
