"""`make release`: a wheel of what was committed, built twice and the same to the byte.

In it lies, as PEP 770 has it, what it is made of (CycloneDX) and the revision it was built from.
"""

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
WHEEL = "[tool.hatch.build.targets.wheel]\n"
SBOM = "disposisi.cdx.json"
REVISION = "disposisi:revision"


class NotReleased(Exception):
    """No wheel was made; the text says why."""


def said_by(*command, cwd, **environment):
    done = subprocess.run(
        [str(one) for one in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise NotReleased(f"{command[0]}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def tree_of(root, revision, folder):
    """What was committed, and nothing that lies beside it."""
    packed = said_by("git", "archive", "--format=tar", revision, cwd=root)
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        tar.extractall(folder, filter="data")
    return folder


def put_sbom(tree, revision, epoch):
    """What the wheel asks for, out of the lock file; the build takes it into the wheel."""
    said_by(
        *(sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements"),
        *("requirements.lock", "--pyproject", "pyproject.toml"),
        *("--output-reproducible", "--spec-version", "1.6", "--output-file", SBOM),
        cwd=tree,
        SOURCE_DATE_EPOCH=epoch,
    )
    found = json.loads((tree / SBOM).read_text(encoding="utf-8"))
    found["metadata"]["component"]["properties"] = [{"name": REVISION, "value": revision}]
    (tree / SBOM).write_text(json.dumps(found, indent=1, sort_keys=True), encoding="utf-8")
    settings = (tree / "pyproject.toml").read_text(encoding="utf-8")
    with_sbom = settings.replace(WHEEL, f'{WHEEL}sbom-files = ["{SBOM}"]\n')
    (tree / "pyproject.toml").write_text(with_sbom, encoding="utf-8")


def built(root, revision, epoch, folder):
    """The wheel of a revision, built in a folder of its own."""
    tree = tree_of(root, revision, folder / "tree")
    put_sbom(tree, revision, epoch)
    said_by(
        *(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "made"),
        cwd=tree,
        SOURCE_DATE_EPOCH=epoch,
    )
    [wheel] = (folder / "made").glob("*.whl")
    return wheel


def released(root, to):
    """The wheel of what is committed, in *to*; raises NotReleased."""
    if said_by("git", "status", "--porcelain", cwd=root).strip():
        raise NotReleased("Something here is not committed; a release is built from a commit.")
    revision = said_by("git", "rev-parse", "HEAD", cwd=root).decode().strip()
    epoch = said_by("git", "show", "-s", "--format=%ct", "HEAD", cwd=root).decode().strip()
    with tempfile.TemporaryDirectory() as once, tempfile.TemporaryDirectory() as again:
        first, second = (built(root, revision, epoch, Path(one)) for one in (once, again))
        if first.read_bytes() != second.read_bytes():
            raise NotReleased("Two builds of the same commit differ.")
        to.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(first, to / first.name))


def main():
    try:
        wheel = released(ROOT, ROOT / "dist")
    except NotReleased as error:
        sys.exit(str(error))
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    size = f"{wheel.stat().st_size >> 10} KB, built twice, the same"
    sys.stdout.write(f"{wheel.relative_to(ROOT)}  {size}\nsha256 {digest}\n")


if __name__ == "__main__":
    main()
