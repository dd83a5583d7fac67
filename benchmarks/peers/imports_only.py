"""Import the libraries that digecon stands on, and do nothing with them: the floor for its start-up."""

# ruff: noqa: F401 - importing them is all that is measured
import click
import rich.table
import yaml
from pydantic import BaseModel
