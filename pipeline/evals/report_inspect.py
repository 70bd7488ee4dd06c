"""A run as a log of inspect_ai (one JSON, standard library only), so that its viewer opens our runs."""

import hashlib
import json
from typing import Any

from .metrics import METRICS, Figures
from .results import CaseResult, Result, RunResult

VERSION = 2
"""The version of the log format that inspect's reader takes."""


def inspect_log(run: RunResult) -> str:
    """The log: a sample for every case and repeat, our figures as its scores, verdicts as its explanation."""
    about = run.about
    model = f"{about.engine}/{about.model or 'rules'}"
    made = sorted(r.row.digest.provenance.made.isoformat() for c in run.cases for r in c.results if r.row.digest)
    first, last = (made[0], made[-1]) if made else ("1970-01-01T00:00:00+00:00", "1970-01-01T00:00:00+00:00")
    samples = [_sample(case, result, model) for case in run.cases for result in case.results]
    tokens_in = sum(r.output.spent.input_tokens for c in run.cases for r in c.results if r.output)
    tokens_out = sum(r.output.spent.output_tokens for c in run.cases for r in c.results if r.output)
    key = hashlib.sha256(json.dumps([model, first, [s["id"] for s in samples]]).encode()).hexdigest()[:22]
    done = sum(sample["error"] is None for sample in samples)
    log = {
        "version": VERSION,
        "status": "success" if done else "error",
        "eval": {
            "eval_id": key,
            "run_id": key,
            "created": first,
            "task": "wirebrief",
            "task_id": key,
            "task_version": 0,
            "task_attribs": {},
            "task_args": dict(about.settings),
            "dataset": {
                "name": "fixtures",
                "location": "evals/fixtures",
                "samples": len(run.cases),
                "sample_ids": [case.id for case in run.cases],
                "shuffled": False,
            },
            "model": model,
            "model_args": {},
            "config": {"epochs": about.repeats},
            "packages": _versions(run),
            "metadata": {"prompts": dict(about.prompts)},
        },
        "plan": {"name": "wirebrief", "steps": [], "config": {}},
        "results": {"total_samples": len(samples), "completed_samples": done, "scores": _scores(run)},
        "stats": {
            "started_at": first,
            "completed_at": last,
            "model_usage": {
                model: {
                    "input_tokens": tokens_in,
                    "output_tokens": tokens_out,
                    "total_tokens": tokens_in + tokens_out,
                }
            },
        },
        "samples": samples,
    }
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _sample(case: CaseResult, result: Result, model: str) -> dict[str, Any]:
    failure = result.row.failure
    answer = _answer(result)
    message = {"role": "assistant", "content": answer, "source": "generate"}
    facts = case.case.fixture.must_have if case.case is not None else {}
    article = result.output.text if result.output is not None else ""
    return {
        "id": case.id,
        "epoch": result.row.repeat,
        "input": article,
        "target": [fact.fact for fact in facts.values()],
        "messages": [{"role": "user", "content": article, "source": "input"}, message],
        "output": {"model": model, "choices": [{"message": message, "stop_reason": "stop"}], "completion": answer},
        "scores": {name: _score(name, result, answer) for name in _present(result.figures)},
        "metadata": {"verdicts": _verdicts(result)},
        "store": {},
        "events": [],
        "attachments": {},
        "error": None if failure is None else {"message": failure["message"], "traceback": "", "traceback_ansi": ""},
    }


def _present(figures: Figures) -> list[str]:
    return [metric.name for metric in METRICS if figures.get(metric.name) is not None]


def _score(name: str, result: Result, answer: str) -> dict[str, Any]:
    noticed = result.scored.noticed if result.scored is not None else ()
    explanation = "\n".join(f"{n.where} {n.check}: expected {n.expected}, found {n.found}" for n in noticed)
    found: dict[str, Any] = {"value": result.figures[name]}
    if name == "f1":
        found |= {"answer": answer, "explanation": explanation or "no finding"}
    return found


def _answer(result: Result) -> str:
    if result.output is None:
        return ""
    lines = [line.text for line in result.output.lines]
    claims = [f"[{claim.source or 'article'}] {claim.text}" for claim in result.output.claims]
    return "\n".join([*lines, "", *claims]).strip()


def _verdicts(result: Result) -> list[dict[str, str]]:
    claims = result.scored.claims if result.scored is not None else ()
    return [{"text": claim.text, "verdict": claim.verdict, "why": claim.why} for claim in claims]


def _scores(run: RunResult) -> list[dict[str, Any]]:
    found = []
    for name, (mean, n) in run.means.items():
        metric = {"name": "mean", "value": mean, "params": {}}
        found.append(
            {
                "name": name,
                "scorer": name,
                "params": {},
                "scored_samples": n,
                "unscored_samples": len(run.cases) - n,
                "metrics": {"mean": metric},
            }
        )
    return found


def _versions(run: RunResult) -> dict[str, str]:
    digests = (r.row.digest for c in run.cases for r in c.results)
    return next((dict(digest.provenance.versions) for digest in digests if digest is not None), {})
