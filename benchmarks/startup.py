"""CPU time of the command line beside a bare interpreter: `python benchmarks/startup.py [RUNS]`.

Prints user + system CPU in milliseconds (minimum and median over the runs, turn by turn) of `python -c pass`,
`wirebrief --help`, and a `summarize` that the cache answers, and their ratios to the bare interpreter.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SEED = Path(__file__).parent.parent / "seeds" / "harbour.txt"
WIREBRIEF = str(Path(sys.executable).parent / "wirebrief")


def main() -> None:
    """Measure the three commands in turn, so that all see the same machine."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        cached = [WIREBRIEF, "--engine", "offline", "--cache", folder, str(SEED)]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "wirebrief --help": [WIREBRIEF, "--help"],
            "wirebrief SEED, cached": cached,
        }
        for command in (cached, *commands.values()):
            spend(command)
        spent: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                spent[name].append(spend(command))
    floor = statistics.median(spent["python -c pass"])
    print(f"{'command':<24}{'min ms':>8}{'median ms':>11}{'x python':>10}")
    for name, values in spent.items():
        middle = statistics.median(values)
        print(f"{name:<24}{min(values):>8.0f}{middle:>11.0f}{middle / floor:>10.1f}")


def spend(command: list[str]) -> float:
    """CPU milliseconds of one run of a command; its output is thrown away, a failing command stops the benchmark."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


if __name__ == "__main__":
    main()
