"""The process itself: `python -m articles.limited_process FILE FUNCTION ARGUMENTS LIMITS…`.

Loads a module from its file, without its package, so that nothing of the site is loaded with it;
calls the function, and writes what it returns to stdout as MessagePack.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from contextlib import suppress
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import msgspec

NICE = 5  # pages of the site have priority
MODULE = "called"


def main(file: str, function: str, arguments: str, *limits: str) -> None:
    """Call the function and write its answer."""
    limit(*map(int, limits))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print must not mix with the answer
    answer = getattr(load(file), function)(*json.loads(arguments))
    answers.write(msgspec.msgpack.encode(answer))
    answers.close()


def limit(seconds: int, memory: int, file_size: int) -> None:
    """Limit the processor time in seconds, and the memory and each written file in bytes."""
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))  # SIGXCPU, then SIGKILL
    resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))
    with suppress(ValueError, OSError):  # macOS knows no limit of memory
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def load(file: str) -> ModuleType:
    """Load a module from its file."""
    spec = spec_from_file_location(MODULE, file)
    if spec is None or spec.loader is None:
        raise ImportError(file)
    module = sys.modules[MODULE] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main(*sys.argv[1:])
