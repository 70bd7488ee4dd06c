"""The report as JUnit XML: a suite a case, a test a fact, so that any CI shows which fact was lost and why."""

import re
from xml.etree import ElementTree as ET

from .view import CaseRow, View

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report_junit(view: View) -> str:
    """The XML; with a judgement only its breaches fail, without one every fact that is not right."""
    suites = ET.Element("testsuites", name=f"wirebrief eval {view.title}")
    breaches = None
    if view.judgement is not None:
        breaches = {breach.where: breach.line() for breach in view.judgement.breaches}
        gate = _suite(suites, "gate", max(1, len(breaches)), len(breaches))
        for where, line in sorted(breaches.items()) or [("all floors", "")]:
            _test(gate, "gate", where, line)
    for row in view.cases:
        _case(suites, row, breaches)
    ET.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _case(suites: ET.Element, row: CaseRow, breaches: dict[str, str] | None) -> None:
    id_ = row.case.id
    scored = row.case.results[0].scored
    facts = scored.facts if scored is not None else ()
    faults = []
    for fact in facts:
        wrong = f"{fact.status}: {fact.why}" if fact.status in ("wrong", "partial", "missing") else ""
        faults.append(wrong if breaches is None else breaches.get(f"{id_} {fact.id}", ""))
    suite = _suite(suites, id_, len(facts) + len(row.failures), sum(map(bool, faults)), len(row.failures))
    for fact, fault in zip(facts, faults, strict=True):
        _test(suite, id_, fact.id, fault)
    for i, why in enumerate(row.failures, start=1):
        test = ET.SubElement(suite, "testcase", classname=f"evals.{id_}", name=f"digest {i}")
        ET.SubElement(test, "error", message=_clean(why))


def _suite(parent: ET.Element, name: str, tests: int, failures: int, errors: int = 0) -> ET.Element:
    return ET.SubElement(parent, "testsuite", name=name, tests=str(tests), failures=str(failures), errors=str(errors))


def _test(suite: ET.Element, case: str, name: str, fault: str) -> None:
    test = ET.SubElement(suite, "testcase", classname=f"evals.{case}", name=_clean(name))
    if fault:
        failure = ET.SubElement(test, "failure", message=_clean(fault[:300]))
        failure.text = _clean(fault)


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
