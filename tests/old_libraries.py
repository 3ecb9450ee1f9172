"""Libraries of every version, made by the code of that version.

Each was made at the commit below with its own `release-viewer list` (which puts in the shipped release), then `add` or
`import` of a small release of our own, `lakeside-2023`; from version 3 on also `import` of
`tests/readers/samples/hk-ferry.txt`. In versions 5 and 6 three things were put to `lakeside-2023`, a star and a
highlighted “末班船” at the ferry and a note at the keeper, and a match was corrected:
乘客 and 旅客 counted as the same.

| version | commit |
| --- | --- |
| 1 | 1a37c1c |
| 2 | e21c740 |
| 3 | 4a0143f |
| 4 | 9179891 |
| 5 | e2f1774 |
| 6 | that which made the index of the items of releases |
"""

from __future__ import annotations

import gzip
from pathlib import Path

from viewer.library.schema import VERSION

VERSIONS = range(1, VERSION + 1)
_FOLDER = Path(__file__).parent / "library" / "old"


def put_old_library(version: int, path: Path) -> Path:
    """Put the library of this version at `path`; gives that."""
    path.write_bytes(gzip.decompress((_FOLDER / f"version-{version}.sqlite.gz").read_bytes()))
    return path
