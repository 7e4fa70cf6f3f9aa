.PHONY: help install test fast lint format types accuracy man schema api bench ci

help:  ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/'

install:  ## the package in place, with what development needs
	pip install -e '.[dev]'

test:  ## all tests
	pytest

fast:  ## the tests that need no model
	pytest -m 'not model'

lint:  ## style
	ruff check . && ruff format --check .

format:  ## put the code in style
	ruff check --fix . ; ruff format .

types:  ## mypy --strict on src
	mypy

accuracy:  ## the accuracy gate
	python benchmarks/accuracy.py

man:  ## docs/man/claimx.1 from the commands and options
	python docs/man/generate.py

schema:  ## docs/schema/claim.schema.json from the dataclasses
	python docs/schema/generate.py

api:  ## tests/public/signatures.txt from the public names
	python -m tests.public.signatures

bench:  ## start and speed
	python benchmarks/start.py ; python benchmarks/speed.py

ci:  ## what CI runs
	.ci/run
