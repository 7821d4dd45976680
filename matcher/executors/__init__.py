"""Where the parts of a pool are ranked: in this process, in several of this machine, or on many machines.

All give exactly the same shortlists. `matcher.executors.ray` needs requirements-cluster.txt.
"""

from matcher.executors.executor import Executor
from matcher.executors.processes import ProcessExecutor
from matcher.executors.serial import SerialExecutor

__all__ = ["Executor", "ProcessExecutor", "SerialExecutor"]
