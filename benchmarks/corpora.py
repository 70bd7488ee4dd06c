"""Digests many real articles offline and counts what happens: `python benchmarks/corpora.py [FOLDER] [ARTICLES]`.

FOLDER (or WIREBRIEF_CORPORA) holds JSONL files anywhere below it, each row with an article in `text` or `doc`. Nothing
of it is kept. Printed are: articles, exceptions, failures by cause, claims per article, evidence that does not cut
back to its quote, drops by cause and check, findings by check, and articles per CPU second.
"""

import asyncio
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from pipeline.engines.offline import OfflineEngine
from pipeline.errors import ArticleError
from pipeline.flow import digest_article
from pipeline.options import FlowOptions
from pipeline.records import Article, Digest


def main() -> None:
    """Count, and exit 1 on an exception or a span that does not cut back."""
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("WIREBRIEF_CORPORA")
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    if not folder or not Path(folder).is_dir():
        print("no corpora: give a folder of JSONL files, or set WIREBRIEF_CORPORA; nothing was measured")
        return
    counts: Counter[str] = Counter()
    claims: list[int] = []
    began = time.process_time()
    for text in every(Path(folder), wanted):
        try:
            made = asyncio.run(digest_article(Article.of(text), OfflineEngine(), FlowOptions())).digest
        except ArticleError as err:
            counts[f"failure {err.cause}"] += 1
        except Exception as err:
            counts[f"EXCEPTION {type(err).__name__}: {err}"] += 1
        else:
            claims.append(len(made.claims))
            counts.update(facts(made))
    spent = time.process_time() - began
    print(f"{wanted} articles wanted, {len(claims)} digested, {len(claims) / spent:.1f} articles per CPU second")
    if claims:
        print(f"claims per article: median {median(claims):g}, least {min(claims)}, most {max(claims)}")
    for name, number in sorted(counts.items()):
        print(f"{number:>7} {name}")
    if any(name.startswith(("EXCEPTION", "BROKEN")) for name in counts):
        sys.exit(1)


def every(folder: Path, wanted: int) -> Iterator[str]:
    """The texts of distinct articles, taken in turn from the files below a folder."""
    files = [path.open(encoding="utf-8") for path in sorted(folder.rglob("*.jsonl"))]
    seen: set[str] = set()
    while files and len(seen) < wanted:
        for file in list(files):
            row = next(file, None)
            if row is None:
                file.close()
                files.remove(file)
                continue
            content = json.loads(row)
            text = content.get("text") or content.get("doc") or ""
            if text and text not in seen and len(seen) < wanted:
                seen.add(text)
                yield text


def facts(digest: Digest) -> Iterator[str]:
    """What is counted of one digest."""
    text = digest.article.text
    for claim in digest.claims:
        broken = [e for e in claim.evidence if text[e.start : e.end] != e.quote]
        yield "BROKEN evidence" if broken else "claims whose evidence cuts back"
    for dropped in digest.dropped:
        checks = re.findall(r"(?:^|; |words: )([a-z]+): expected", dropped.detail)
        yield f"dropped at {dropped.stage}: {dropped.cause.value} {' '.join(sorted(set(checks)))}".rstrip()
    for finding in digest.findings:
        yield f"finding {finding.check} {finding.severity.value}"
    yield from ("conflict" for _ in digest.conflicts)


if __name__ == "__main__":
    main()
