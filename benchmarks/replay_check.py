"""Says which recordings answer an older request: `python benchmarks/replay_check.py [RECORDINGS]`.

Every seed is digested from its recorded replies, with the date that `seeds/README.md` gives it. Printed are, per seed:
calls, stale replies by stage, claims, and error findings. Exit code 1 where a reply is missing.
"""

import asyncio
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.engines.replay import ReplayEngine
from pipeline.flow import digest_article
from pipeline.options import EngineOptions, FlowOptions
from pipeline.records import Cause, Digest
from pipeline.runners.one_stage import Recorder
from pipeline.sources import find, parse
from pipeline.sources.raw import Raw

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Digest every seed from its recording."""
    folder = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "evals" / "recordings")
    missing = 0
    for name, published in seeds():
        recorder = Recorder(ReplayEngine.open(EngineOptions(engine="replay", recordings=folder)))
        digest = replayed(name, published, recorder)
        stale = [one.call.stage for one in recorder.asked if one.answer and one.answer.stale]
        gone = sum(dropped.cause is Cause.NO_RECORDING for dropped in digest.dropped)
        missing += gone
        errors = sum(finding.severity.value == "error" for finding in digest.findings)
        state = f"stale: {', '.join(stale)}" if stale else "fresh"
        print(
            f"{name:<18} {len(recorder.asked)} calls, {len(digest.claims):>3} claims, {errors} error findings, "
            f"{gone} missing, {state}"
        )
    sys.exit(1 if missing else 0)


def seeds() -> Iterator[tuple[str, str]]:
    """Every seed with its day of publication, from the seeds' own page."""
    text = (ROOT / "seeds" / "README.md").read_text("utf-8")
    yield from re.findall(r"^- \[([^\]]+)\]\([^)]+\), (\d{4}-\d\d-\d\d)", text, re.MULTILINE)


def replayed(name: str, published: str, recorder: Recorder) -> Digest:
    """The digest of a seed by a recorder's engine."""
    (raw,) = find([str(ROOT / "seeds" / name)])
    assert isinstance(raw, Raw)
    dated = raw if raw.form == "html" else replace(raw, about=(("published", published),))
    article = parse(dated)
    return asyncio.run(digest_article(article, recorder, FlowOptions())).digest


if __name__ == "__main__":
    main()
