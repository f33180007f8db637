"""Where the project is, for what must not take the time to import cfn-lint."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
