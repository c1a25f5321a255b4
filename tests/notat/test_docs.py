"""The docs against the code: every file, column, command, option and exit code."""

import re
from pathlib import Path

import click
import pytest

from notat.cli import cli
from notat.errors import ExitCode
from notat.schema import RESOURCES, Resource

ROOT = Path(__file__).parents[2]
CLI = (ROOT / "docs" / "cli.md").read_text("utf-8")
OUTPUT = (ROOT / "docs" / "output.md").read_text("utf-8")
COMMANDS = sorted(cli.commands.items())


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
def test_every_column_is_described_in_order(resource: Resource) -> None:
    section = OUTPUT.split(f"## {resource.name}.csv\n")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == resource.header


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_command_and_option_is_described(name: str, command: click.Command) -> None:
    section = CLI.split(f"## notat {name}\n")[1].split("\n## ")[0]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert f"`{parameter.opts[-1]}" in section, parameter.opts


def test_no_command_is_described_that_is_not_there() -> None:
    assert sorted(re.findall(r"^## notat (\w+)$", CLI, re.MULTILINE)) == [n for n, _ in COMMANDS]


@pytest.mark.parametrize("code", ExitCode)
def test_every_exit_code_is_described(code: ExitCode) -> None:
    assert re.search(rf"^\| {int(code)} \|", CLI, re.MULTILINE)
