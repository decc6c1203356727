"""From a bare Python to the project's own environment. Standard library only.

`./run` starts this with whatever Python the machine has; it fills `.venv` from the hashed
requirements when they have changed, and becomes the command that was asked for.
"""

import fcntl
import hashlib
import importlib.util
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.sha256"
PINNED = re.compile(r"^[\w.\[\],-]+==", re.MULTILINE)
RUNTIME, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"

USAGE = """\
用法 Usage: ./run serve              启动网站 start the site (HOST, PORT)
            ./run test [参数 args]   全部检查与测试 every check and test
            ./run manage 命令 ...    管理命令 a management command
"""
MODULES = {
    "serve": "budget_portal.supervisor",
    "test": "budget_portal.verify",
    "manage": "budget_portal.manage",
}


def main(arguments: list[str]) -> None:
    """Prepare the environment, then turn into the command."""
    if not arguments or arguments[0] not in MODULES:
        sys.exit(USAGE)
    verb, *rest = arguments
    wanted = [RUNTIME, DEVELOPMENT] if verb == "test" else [RUNTIME]
    if verb == "manage":
        # What a command prints may be read by a program.
        sys.stdout = sys.stderr
    if verb == "serve":
        say("[1/6] 运行环境 Python environment")
    signal.signal(signal.SIGTERM, interrupt)
    try:
        with only_one():
            install([ROOT / name for name in wanted])
    except KeyboardInterrupt:
        sys.exit("已中断 Interrupted")
    os.environ["PYTHONPATH"] = str(ROOT)
    os.execv(PYTHON, [str(PYTHON), "-P", "-m", MODULES[verb], *rest])


@contextmanager
def only_one() -> Iterator[None]:
    """Let one process at a time change the environment; the others wait for it."""
    with (ROOT / "run").open("rb") as door:
        try:
            fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("    等待另一个进程装好运行环境 Waiting for another process to finish installing")
            fcntl.flock(door, fcntl.LOCK_EX)
        yield


def install(requirements: list[Path]) -> None:
    """Install what is not installed yet, judged by the requirements' content."""
    if not is_usable():
        create()
    installed = STAMP.read_text().splitlines() if STAMP.exists() else []
    fingerprints = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in requirements}
    if set(fingerprints.values()) <= set(installed):
        return
    say(f"    安装 Installing {', '.join(path.name for path in requirements)}")
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar=off"]
    for path in requirements:
        command += ["--requirement", str(path)]
    run_pip(command, sum(len(PINNED.findall(path.read_text())) for path in requirements))
    STAMP.write_text("\n".join(fingerprints.values()))


def is_usable() -> bool:
    """Whether `.venv` works here: not moved from another folder, nor of an older Python."""
    question = "import sys; print(sys.prefix); sys.exit(sys.version_info < (3, 11))"
    if not PYTHON.exists() or not (VENV / "bin" / "pip").exists():
        return False
    answer = subprocess.run([PYTHON, "-c", question], capture_output=True, text=True)
    here = f"#!{PYTHON}" in (VENV / "bin" / "pip").read_text()
    return answer.returncode == 0 and here


def create() -> None:
    """Make an empty `.venv`, or say which package of the system is missing for that."""
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(
            f"缺少 venv 模块,请先安装:sudo apt-get install python{version}-venv\n"
            f"The venv module is missing. Install it first: "
            f"sudo apt-get install python{version}-venv"
        )
    done = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if done.returncode:
        sys.exit("无法建立 .venv,原因见上。The folder .venv could not be made; see above.")


def run_pip(command: list[str], total: int) -> None:
    """Run pip, showing how far it is, and everything it said if it fails."""
    output: list[str] = []
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as pip:
        try:
            follow(pip.stdout or [], output, total)
        except KeyboardInterrupt:
            pip.terminate()
            raise
    if pip.returncode:
        sys.stderr.writelines(output)
        sys.exit(
            "安装依赖失败,原因见上;请检查网络或 pip 的设置后重试。\n"
            "Installing the requirements failed; see above, check the network or pip's settings."
        )


def follow(lines: Iterable[str], output: list[str], total: int) -> None:
    """Keep every line of pip, and say every tenth package."""
    found = 0
    for line in lines:
        output.append(line)
        if line.startswith(("Collecting ", "Requirement already satisfied: ")):
            found += 1
            if found % 10 == 0:
                say(f"    {found}/{total} 个软件包 packages")
        if line.startswith("Installing "):
            say("    正在安装 installing")


def interrupt(number: int, frame: FrameType | None) -> NoReturn:
    """Treat SIGTERM as Ctrl-C, so that pip ends with us."""
    raise KeyboardInterrupt


def say(line: str) -> None:
    """Tell the user at once, also through a pipe."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
