"""Tells whether a wheel holds what claimx needs and nothing else. usage: python .ci/check_wheel.py WHEEL"""

import sys
from pathlib import Path
from zipfile import ZipFile

SOURCE = Path(__file__).resolve().parents[1] / "src"
MOST_BYTES = 18_000_000
MANUAL = "share/man/man1/claimx.1"
NEEDED = {
    "claimx/py.typed",
    "claimx/french/claimx_fr/config.cfg",
    "claimx/french/claimx_fr/meta.json",
}


def main() -> int:
    """Compare the wheel with the sources. Exit code 1 where they differ, or the wheel is too large."""
    wheel = Path(sys.argv[1])
    # What is installed outside the package stands in NAME-VERSION.data/data/.
    names = {
        name.rpartition(".data/data/")[2] for name in ZipFile(wheel).namelist() if ".dist-info/" not in name
    }
    files = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    metadata = {name.rpartition("/")[2] for name in ZipFile(wheel).namelist() if ".dist-info/" in name}
    wanted = files | NEEDED | {MANUAL}
    faults = [f"missing: {name}" for name in sorted(wanted - names)]
    faults += [f"not of the sources: {name}" for name in sorted(names - wanted)]
    faults += [f"missing in the metadata: {name}" for name in sorted({"LICENSE", "NOTICE.md"} - metadata)]
    size = wheel.stat().st_size
    if size > MOST_BYTES:
        faults.append(f"{size} bytes, more than {MOST_BYTES}")
    print(*faults or [f"{wheel.name}: {len(names)} files, {size / 1e6:.1f} MB"], sep="\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
