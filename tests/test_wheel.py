"""A wheel, installed outside the checkout, runs the main job."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.wheel
def test_a_wheel_on_a_bare_interpreter_digests_an_article(tmp_path: Path) -> None:
    """Prompts inside, console script there, nothing of the checkout needed."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(ROOT)], check=True
    )
    (wheel,) = tmp_path.glob("wirebrief-*.whl")
    bare = tmp_path / "bare"
    venv.create(bare, with_pip=False)
    site = next(bare.glob("lib/python*/site-packages"))
    subprocess.run([*pip, "--python", str(bare / "bin" / "python"), "install", "--no-deps", str(wheel)], check=True)
    # the dependencies come from the test environment: its .pth files (the checkout's among them) are not followed
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    story = tmp_path / "story.txt"
    story.write_bytes((ROOT / "seeds" / "harbour.txt").read_bytes())

    def wirebrief(*args: str) -> str:
        command = [str(bare / "bin" / "wirebrief"), *args]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path, env=clean).stdout

    assert "620 homes" in wirebrief("--engine", "offline", "--no-cache", "story.txt")
    assert str(bare) in wirebrief("prompts", "list")
    assert wirebrief("prompts", "check").count("ok") == 3
    assert str(ROOT) not in wirebrief("doctor")
