"""Prompts are versioned by content, rendered strictly, and checked like code."""

import shutil
from pathlib import Path

import pytest

from pipeline.errors import PromptError
from pipeline.prompt_check import faults_of
from pipeline.prompts import STAGES, Prompt, hashes, load, marker, render, shipped

GIVEN = {"title": "T", "publisher": None, "published": None, "marker": "M", "max_lines": 5}


def copy(folder: Path) -> Path:
    """A folder with the shipped prompts, to be changed."""
    target = folder / "prompts"
    shutil.copytree(shipped(), target)
    return target


@pytest.mark.parametrize("stage", STAGES)
def test_every_shipped_prompt_is_sound(stage: str) -> None:
    """It renders, its examples are replies, their quotes stand in their sentences."""
    assert faults_of(load(stage)) == []


def test_a_prompt_is_versioned_by_its_content(tmp_path: Path) -> None:
    """One character changes the version of that stage and no other."""
    folder = copy(tmp_path)
    (folder / "extract" / "user.md").write_text((folder / "extract" / "user.md").read_text() + "!")

    before, after = hashes(), hashes(str(folder))
    assert [stage for stage in STAGES if before[stage] != after[stage]] == ["extract"]


def test_an_override_may_hold_one_stage_alone(tmp_path: Path) -> None:
    """Stages that the folder does not have come from the shipped prompts."""
    folder = copy(tmp_path)
    shutil.rmtree(folder / "repair")

    assert load("repair", str(folder)) == load("repair")


def test_the_fixed_part_is_the_same_for_every_article() -> None:
    """A provider's prompt cache can reuse it: it comes first and holds nothing of the article."""
    prompt = load("summarize")

    one = render(prompt, {**GIVEN, "claims": [{"number": 1, "text": "One."}]})
    other = render(prompt, {**GIVEN, "title": "Another", "claims": [{"number": 1, "text": "Two."}]})
    assert one.system == other.system
    assert one.user != other.user


def test_a_name_that_a_stage_does_not_give_is_an_error_that_names_it() -> None:
    """A typo in a template does not become an empty place in a prompt."""
    with pytest.raises(PromptError, match=r"'headlin' is undefined.*gives claims, marker"):
        render(Prompt("summarize", Path("x"), "s", "{{ headlin }}", (), "0"), {"claims": [], "marker": "M"})


@pytest.mark.parametrize("template", ["{{ x.__class__.__mro__ }}", "{{ [].append(1) }}", "{% for %}"])
def test_a_template_can_only_print(template: str) -> None:
    """Prompts run in a sandbox."""
    with pytest.raises(PromptError):
        render(Prompt("extract", Path("x"), "s", template, (), "0"), {"x": 1})


def test_what_an_article_says_is_never_a_template() -> None:
    """Braces in an article reach the prompt as they are."""
    shown = render(Prompt("extract", Path("x"), "s", "{{ title }}", (), "0"), {"title": "{{ 7 * 7 }}"})

    assert shown.user == "{{ 7 * 7 }}\n"


def test_the_fence_never_stands_in_the_article() -> None:
    """A text that prints its own fence gets a longer one."""
    sha256 = "ab" * 32

    assert marker(sha256, "nothing here") == "ARTICLE-" + sha256[:12]
    assert marker(sha256, f"ARTICLE-{sha256[:12]} end") == "ARTICLE-" + sha256[:13]


def test_a_missing_prompt_folder_is_one_line(tmp_path: Path) -> None:
    """It says which folder and what to do."""
    with pytest.raises(PromptError, match="does not exist; give --prompts"):
        load("extract", str(tmp_path / "absent"))


def test_a_broken_example_is_found(tmp_path: Path) -> None:
    """A quote that does not stand in its sentences would teach the model to invent."""
    folder = copy(tmp_path)
    path = folder / "extract" / "examples.jsonl"
    path.write_text(path.read_text().replace("at least nine workers, Fire", "at least ten workers, Fire", 1))

    assert any("does not stand in sentences" in fault for fault in faults_of(load("extract", str(folder))))
