"""Measurements of Nashra against honest yardsticks on the same machine; run with ``python -m bench NAME [--json]``."""
