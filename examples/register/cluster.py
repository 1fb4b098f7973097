"""A cluster: Apache Spark distributes the register to its workers, which assess batches of Arrow. A worker may be killed on purpose."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import pyarrow as pa
from pyspark import SparkContext
from pyspark.sql import SparkSession

from amendment import FACTS, Amendment
from persons import PARTS
from progress import Progress

HERE = Path(__file__).parent
MASTER = "local-cluster[{workers},1,1024]"
"""A cluster on this machine: a master, and workers with one core and 1024 MiB, each a process of its own."""
PATIENCE = 120
"""Seconds to wait for the workers."""


Batches = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]


@dataclass(frozen=True)
class Run:
    """The result of a cluster."""

    changes: pa.Table
    seconds: float
    """Duration of the job, once the workers are ready."""
    start: float
    """Seconds until the workers were ready."""
    lost: int
    """Tasks that were lost with a killed worker, and repeated."""


def changes(register: Path, amendment: Amendment, workers: int, kill: bool = False) -> Run:
    """Whose answer changes. `kill`: kills a worker's process on this machine once a quarter of the tasks is done."""
    began = time.monotonic()
    spark = session(workers)
    try:
        warm_up(spark, workers)
        start = time.monotonic() - began
        began = time.monotonic()
        # Reading the schema is a job of its own.
        persons = spark.read.parquet(str(register)).select("id", *FACTS)
        with Watch(spark, f"tasks done by {workers} worker{'s'[: workers - 1]}", kill) as watch:
            found = persons.mapInArrow(asked(amendment), "id long, old string, new string").toArrow()
        return Run(found, time.monotonic() - began, start, watch.lost)
    finally:
        spark.stop()


def session(workers: int) -> SparkSession:
    """A cluster that is ready for the question."""
    # On a cluster of machines this is the Python on the workers, with the kz-rules wheel installed.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(MASTER.format(workers=workers)).appName("kz-rules")
    settings: dict[str, object] = {
        # One task per part: with this setting opening a file counts as much as a task may read.
        "spark.sql.files.openCostInBytes": "128MB",
        "spark.sql.execution.arrow.maxRecordsPerBatch": 50_000,
        "spark.ui.enabled": False,
        "spark.ui.showConsoleProgress": False,
    }
    if MASTER.startswith("local"):
        # Only for local workers: others could not reach the driver at this address.
        settings |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    for name, value in settings.items():
        builder = builder.config(name, str(value))
    spark = builder.getOrCreate()
    # Workers import this file.
    spark.sparkContext.addPyFile(str(HERE / "amendment.py"))
    return spark


def asked(amendment: Amendment) -> Batches:
    """The task of a worker. The packs are sent with it, and opened once per task."""

    def ask(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        comparison = amendment.open()
        return map(comparison.changes, batches)

    return ask


def warm_up(spark: SparkSession, workers: int) -> None:
    """Waits for all workers, and makes each import its modules."""
    backend = spark.sparkContext._jsc.sc()
    deadline = time.monotonic() + PATIENCE
    # The list includes the driver.
    while (there := backend.getExecutorMemoryStatus().size() - 1) < workers:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{there} of {workers} workers came in {PATIENCE} seconds: has {MASTER} the cores and the memory?")
        time.sleep(0.1)

    def import_all(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import amendment  # noqa: F401

        time.sleep(1)
        return batches

    spark.range(workers, numPartitions=workers).mapInArrow(import_all, "id long").collect()


class Watch(threading.Thread):
    """Shows how many tasks are done, and kills a worker's process if requested."""

    def __init__(self, spark: SparkSession, what: str, kill: bool) -> None:
        super().__init__(daemon=True)
        self._context = spark.sparkContext
        self._what = what
        self._kill = kill
        self._over = threading.Event()
        self.lost = 0

    def run(self) -> None:
        tracker = self._context.statusTracker()
        with Progress(self._what, PARTS) as progress:
            while not self._over.wait(0.02):
                for stage in map(tracker.getStageInfo, tracker.getActiveStageIds()):
                    # Other jobs, such as the one that reads the schema, have fewer tasks.
                    if stage and stage.numTasks >= PARTS:
                        progress.now(stage.numCompletedTasks)
                        self.lost = max(self.lost, stage.numFailedTasks)
                        if self._kill and stage.numCompletedTasks >= stage.numTasks // 4:
                            self._kill = not self._killed_one()

    def __enter__(self) -> Watch:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._over.set()
        self.join()

    def _killed_one(self) -> bool:
        """Kills the first worker's process while it has a task. False if it had none, or no worker runs here."""
        found = executors(self._context)
        if not found:
            return False
        number, process = found[0]
        os.kill(process, signal.SIGSTOP)
        time.sleep(0.2)
        has_task: bool = self._context._jsc.sc().statusStore().executorSummary(number).activeTasks() > 0
        os.kill(process, signal.SIGKILL if has_task else signal.SIGCONT)
        return has_task


def executors(context: SparkContext) -> list[tuple[str, int]]:
    """The processes of workers on this machine: Spark's number of each, and the system's."""
    gateway = context._gateway
    found: list[tuple[str, int]] = []
    if gateway is None:
        return found
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_text().split("\0")
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue  # it has ended
        if parent == gateway.proc.pid and "--executor-id" in words:
            found.append((words[words.index("--executor-id") + 1], int(folder.name)))
    return sorted(found)
