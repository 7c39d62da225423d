import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from recotrack.model.register import Register
from recotrack.store.around import load_both
from recotrack.store.load import load
from recotrack.store.reader import MAX_BYTES
from recotrack.store.revisions import Repository, RevisionError, RevisionTree
from recotrack.store.worktree import WorkTree
from tests.builder import Builder, evidence, link, update
from tests.store.told import told

SOURCE = "id: tr-2023\nseries: tr\nissuer: A\ntitle: T\ncountry: UTO\nyear: 2023\n"


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with records of each kind, committed once and copied by `whole`."""
    build = Builder(tmp_path_factory.mktemp("committed"))
    fill(build)
    build.commit()
    return build.root


@pytest.fixture
def whole(build: Builder, committed: Path) -> Builder:
    """A register with records of each kind, committed."""
    shutil.copytree(committed, build.root, dirs_exist_ok=True)
    return build


def fill(build: Builder) -> None:
    """Writes records of each kind."""
    for source in ("gov-2021", "tr-2018", "tr-2023"):
        build.source(source)
    build.recommendation("tr-2018-01", "Do it. Сделайте это — “now”.")
    build.recommendation("tr-2023-01", continues=[link("tr-2018-01")])
    build.recommendation("tr-2023-100")
    build.status("tr-2023-01", update("2024-06-24", "implemented", evidence=[evidence("tr-2023", "It was done.")]))
    build.matter("inspections", "tr-2023-01")


def at(build: Builder, revision: str = "HEAD") -> Register:
    """Loads the register of a revision."""
    repository = Repository(build.root)
    return load(repository.tree(repository.resolve(revision)))


# The same as in the work tree


def test_a_commit_gives_what_the_work_tree_gave(whole: Builder) -> None:
    register = at(whole)
    assert register.faults == ()
    assert len(register.recommendations) == 3
    assert register == whole.load()


def test_records_are_in_the_order_of_the_work_tree(build: Builder) -> None:
    for id in ("tr-2023", "tr-2023-annex-2023", "tr-2018"):
        build.source(id, series="tr")
        build.recommendation(f"{id}-01")
        build.status(f"{id}-01")
    build.write("sources/a.txt", "")
    build.write("sources/a/b.txt", "")
    build.commit()
    register, here = at(build), build.load()
    assert list(register.sources) == list(here.sources) == sorted(here.sources)
    assert list(register.recommendations) == list(here.recommendations)
    assert list(register.statuses) == list(here.statuses)
    repository = Repository(build.root)
    files = [file.path for file in repository.tree(repository.resolve("HEAD")).files()]
    assert files == [file.path for file in WorkTree(build.root).files()]


def test_faults_are_those_of_the_work_tree(build: Builder) -> None:
    fill(build)
    build.write("sources/a.yml", "")
    build.write("sources/notes.txt", "")
    build.write("sources/README.md", "")
    build.write("sources/.hidden.yaml", "")
    build.write("status/.old/01.yaml", "")
    build.write("recommendations/tr-2023/02.yaml", "a: &b c\n")
    build.write("recommendations/tr-2023/03.yaml", "")
    build.write("recommendations/tr-2023/7.yaml", "")
    build.write("sources/crlf.yaml", "id: crlf\r\ntitle: [\r\n")
    (build.root / "status/tr-2023/02.yaml").write_bytes(b"a: \xff\n")
    build.commit()
    register = at(build)
    assert len(register.faults) == 7
    assert register == build.load()


def test_an_earlier_revision(whole: Builder) -> None:
    first = whole.load()
    whole.recommendation("tr-2023-01", "Do something else.")
    (whole.root / "recommendations/tr-2023/100.yaml").unlink()
    whole.source("tr-2024")
    whole.commit()
    assert at(whole, "HEAD~1") == first
    assert at(whole, "HEAD") == whole.load() != first


def test_the_work_tree_and_the_index_do_not_matter(whole: Builder) -> None:
    first = whole.load()
    whole.source("tr-2024")
    whole.git("add", "sources/tr-2024.yaml")
    whole.recommendation("tr-2023-01", "Do something else.")
    assert at(whole) == first


def test_nothing_is_checked_out_or_written(whole: Builder) -> None:
    def state() -> dict[str, tuple[int, int]]:
        files = (path for path in whole.root.rglob("*") if path.is_file())
        return {str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in files}

    before = state()
    at(whole)
    assert state() == before


@pytest.mark.parametrize(
    "name",
    ["register", "a b", "регистр", "-x", ":(top)x", "*", 'q"u\\o', "new\nline", "sources", b"\xff\xfe"],
)
def test_a_register_in_a_folder_of_the_repository(tmp_path: Path, name: str | bytes) -> None:
    top = Builder(tmp_path)
    top.source("tr-1999")
    folder = tmp_path / os.fsdecode(name)
    folder.mkdir(exist_ok=True)
    build = Builder(folder)
    fill(build)
    top.commit()
    register = at(build)
    assert register == build.load()
    assert list(register.sources) == ["gov-2021", "tr-2018", "tr-2023"]
    repository = Repository(folder)
    assert repository.has_register(repository.resolve("HEAD"))


def test_a_register_in_a_deeper_folder(tmp_path: Path) -> None:
    (tmp_path / "a/b/register").mkdir(parents=True)
    build = Builder(tmp_path / "a/b/register")
    fill(build)
    Builder(tmp_path).commit()
    assert at(build) == build.load()


def test_a_packed_repository(whole: Builder) -> None:
    first = whole.load()
    whole.git("gc", "-q", "--prune=now")
    assert at(whole) == first


def test_an_executable_record_is_one(build: Builder) -> None:
    build.source("tr-2023").chmod(0o755)
    build.commit()
    assert build.git("ls-files", "-s", "sources").startswith("100755 ")
    assert list(at(build).sources) == ["tr-2023"]


def test_equal_contents_in_two_places(build: Builder) -> None:
    build.write("sources/a.txt", "same")
    build.write("sources/b.txt", "same")
    build.commit()
    assert told(at(build).faults) == ["sources/a.txt:1:1: stray-file", "sources/b.txt:1:1: stray-file"]


def test_contents_reach_the_reader_byte_for_byte(build: Builder) -> None:
    (build.root / "sources").mkdir()
    contents = {"a.txt": b"", "b.txt": b"\n", "c.txt": b"\r\n\0\xff", "d.txt": b"x" * 100_000, "e.txt": b"blob 3\nabc"}
    for name, data in contents.items():
        (build.root / "sources" / name).write_bytes(data)
    build.commit()
    repository = Repository(build.root)
    files = {file.path: file.data for file in repository.tree(repository.resolve("HEAD")).files()}
    assert {path: files[f"sources/{path}"] for path in contents} == contents


# Revisions


def test_resolves_what_names_a_commit(whole: Builder) -> None:
    first = whole.git("rev-parse", "HEAD").strip()
    whole.git("tag", "-a", "-m", "a tag", "v1")
    whole.git("tag", "light")
    whole.git("branch", "other")
    second = whole.commit()
    repository = Repository(whole.root)
    assert repository.resolve("") == (second, "HEAD")
    for name, sha in {
        "HEAD": second,
        "main": second,
        "@": second,
        "HEAD~1": first,
        "HEAD^": first,
        "v1": first,
        "light": first,
        "other": first,
        "refs/heads/other": first,
        first: first,
        first[:10]: first,
    }.items():
        assert repository.resolve(name) == (sha, name)


@pytest.mark.parametrize(
    "name",
    [
        "nowhere",
        "HEAD~99",
        "0" * 40,
        "HEAD:recotrack.yaml",
        "HEAD^{tree}",
        "HEAD..HEAD",
        "HEAD...HEAD",
        "..",
        "HEAD HEAD",
        "HEAD\nHEAD",
        "^HEAD",
        "^@",
        "HEAD^@",
        "HEAD^!",
        "sources",
        ":/change",
        ":recotrack.yaml",
        "é",
        "\udcff",
    ],
)
def test_what_names_no_commit_is_refused(committed: Path, name: str) -> None:
    with pytest.raises(RevisionError) as refused:
        Repository(committed).resolve(name)
    assert str(refused.value) == f"`{name}` names no commit of this repository"


@pytest.mark.parametrize(
    "name",
    [
        "--output={marker}",
        "-h",
        "--help",
        "--all",
        "--branches",
        "--git-dir",
        "--show-toplevel",
        "--local-env-vars",
        "--not",
        "--",
        "-",
        "--end-of-options",
        "--upload-pack=touch {marker}",
        "--exec=touch {marker}",
        "$(touch {marker})",
        "`touch {marker}`",
        "; touch {marker}",
        "| touch {marker}",
        "$HOME",
        "~",
    ],
)
def test_a_revision_is_never_an_option_or_a_command(committed: Path, tmp_path: Path, name: str) -> None:
    marker = tmp_path / "marker"
    name = name.format(marker=marker)
    with pytest.raises(RevisionError) as refused:
        Repository(committed).resolve(name)
    assert str(refused.value) == f"`{name}` names no commit of this repository"
    assert not marker.exists()


def test_a_branch_named_like_an_option_is_a_branch(whole: Builder) -> None:
    sha = whole.git("rev-parse", "HEAD").strip()
    whole.git("update-ref", "refs/heads/--all", sha)
    repository = Repository(whole.root)
    assert repository.resolve("--all") == (sha, "--all")
    assert repository.resolve("refs/heads/--all").sha == sha


def test_a_file_named_like_a_revision_is_not_one(whole: Builder) -> None:
    whole.write("nowhere", "")
    whole.write("HEAD", "")
    repository = Repository(whole.root)
    assert repository.resolve("HEAD").sha == whole.git("rev-parse", "HEAD", "--").split()[0]
    with pytest.raises(RevisionError):
        repository.resolve("nowhere")


def test_a_repository_without_commits(build: Builder) -> None:
    build.git("init", "-q")
    with pytest.raises(RevisionError, match=r"^`HEAD` names no commit of this repository$"):
        Repository(build.root).resolve("HEAD")


def test_a_revision_without_the_register(whole: Builder) -> None:
    whole.git("rm", "-q", "-r", "--cached", ".")
    whole.git("commit", "-q", "-m", "nothing")
    repository = Repository(whole.root)
    assert repository.has_register(repository.resolve("HEAD~1"))
    commit = repository.resolve("HEAD")
    assert not repository.has_register(commit)
    register = load(repository.tree(commit))
    assert (register.sources, register.recommendations, register.faults) == ({}, {}, ())


def test_a_revision_with_records_alone_is_no_register(whole: Builder) -> None:
    whole.git("rm", "-q", "--cached", "recotrack.yaml")
    whole.git("commit", "-q", "-m", "no settings")
    repository = Repository(whole.root)
    assert not repository.has_register(repository.resolve("HEAD"))


@pytest.mark.parametrize("name", ["x", "x.yaml", "sources/x.yaml"])
def test_a_folder_in_place_of_the_root_file(whole: Builder, name: str) -> None:
    (whole.root / "recotrack.yaml").unlink()
    whole.write(f"recotrack.yaml/{name}", "a: b\n")
    whole.commit()
    repository = Repository(whole.root)
    commit = repository.resolve("HEAD")
    assert not repository.has_register(commit)
    register = load(repository.tree(commit))
    assert list(register.sources) == ["gov-2021", "tr-2018", "tr-2023"]
    assert {fault.path for fault in register.faults} <= {"recotrack.yaml", f"recotrack.yaml/{name}"}


# What is no record


def test_links_are_not_followed(whole: Builder) -> None:
    (whole.root / "sources/tr-2024.yaml").symlink_to("tr-2023.yaml")
    (whole.root / "recommendations/tr-2024").symlink_to("tr-2023", target_is_directory=True)
    (whole.root / "status/notes").symlink_to("/etc/passwd")
    whole.commit()
    register = at(whole)
    assert told(register.faults) == [
        "recommendations/tr-2024:1:1: not-regular-file",
        "sources/tr-2024.yaml:1:1: not-regular-file",
        "status/notes:1:1: not-regular-file",
    ]
    assert {fault.message for fault in register.faults} == {"a link where a record could be"}
    assert register == whole.load()


@pytest.mark.parametrize("folder", ["recommendations", "sources", "status"])
def test_a_link_in_place_of_a_folder(build: Builder, folder: str) -> None:
    (build.root / folder).symlink_to("elsewhere", target_is_directory=True)
    build.commit()
    assert told(at(build).faults) == [f"{folder}:1:1: not-regular-file"]
    assert at(build).faults == build.load().faults


@pytest.mark.parametrize("folder", ["recommendations", "sources", "status"])
def test_a_file_in_place_of_a_folder(build: Builder, folder: str) -> None:
    build.write(folder, "a: b\n")
    build.commit()
    assert told(at(build).faults) == [f"{folder}:1:1: not-regular-file"]


def test_a_link_in_place_of_the_root_file(build: Builder) -> None:
    (build.root / "recotrack.yaml").rename(build.root / "settings.yaml")
    (build.root / "recotrack.yaml").symlink_to("settings.yaml")
    build.commit()
    assert at(build) == build.load()
    assert told(at(build).faults) == ["recotrack.yaml:1:1: not-regular-file"]


def test_another_repository_in_place_of_a_record(whole: Builder) -> None:
    whole.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},sources/tr-2024.yaml")
    whole.git("commit", "-q", "-m", "a submodule")
    register = at(whole)
    assert told(register.faults) == ["sources/tr-2024.yaml:1:1: not-regular-file"]
    assert register.faults[0].message == "not a regular file where a record could be"


def test_a_large_record_is_not_read(whole: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    first = whole.load()
    large = whole.write("sources/tr-2024.yaml", "# " + "x" * (MAX_BYTES - 1))
    sha = whole.git("hash-object", str(large)).strip()
    whole.commit()
    asked: list[str] = []
    real = Repository.blobs

    def recording(self: Repository, shas: list[str]) -> dict[str, bytes]:
        asked.extend(shas)
        return real(self, shas)

    monkeypatch.setattr(Repository, "blobs", recording)
    register = at(whole)
    assert told(register.faults) == ["sources/tr-2024.yaml:1:1: file-too-large"]
    assert asked
    assert sha not in asked
    assert register._replace(faults=(), unreadable=frozenset()) == first


def test_a_record_of_a_mebibyte_is_read(whole: Builder) -> None:
    whole.write("sources/tr-2023.yaml", SOURCE + "#" * (MAX_BYTES - len(SOURCE)))
    whole.commit()
    assert at(whole).faults == ()
    assert at(whole) == whole.load()


def test_names_that_are_no_ids(build: Builder) -> None:
    folder = os.path.join(os.fsencode(build.root), b"sources")
    os.mkdir(folder)
    for name in (b"a b.yaml", b"new\nline.yaml", b"tab\t.yaml", b'"q".yaml', b"\xff.yaml", "é.yaml".encode()):
        with open(os.path.join(folder, name), "wb"):
            pass
    build.source("tr-2023")
    build.commit()
    register = at(build)
    assert [fault.code for fault in register.faults] == ["bad-id"] * 6
    assert {fault.path for fault in register.faults} >= {
        "sources/a b.yaml",
        "sources/new\nline.yaml",
        "sources/tab\t.yaml",
        'sources/"q".yaml',
        "sources/é.yaml",
    }
    assert list(register.sources) == ["tr-2023"]


# What is missing or spoilt


def stored(build: Builder, path: str) -> Path:
    """Gives the file of the object that HEAD has at a path."""
    sha = build.git("rev-parse", f"HEAD:{path}").strip()
    file = build.root / ".git/objects" / sha[:2] / sha[2:]
    file.chmod(0o644)
    return file


def test_a_missing_object_is_told(whole: Builder) -> None:
    stored(whole, "status/tr-2023/01.yaml").unlink()
    register = at(whole)
    assert told(register.faults) == ["status/tr-2023/01.yaml:1:1: unreadable"]
    assert register.faults[0].message == "the commit's object is not in this repository"
    assert register.faults[0].hint == "a partial clone lacks it: fetch it with git first"
    assert (len(register.recommendations), register.statuses) == (3, {})


def test_a_missing_root_file_is_told(whole: Builder) -> None:
    stored(whole, "recotrack.yaml").unlink()
    register = at(whole)
    assert told(register.faults) == ["recotrack.yaml:1:1: unreadable"]


def test_a_spoilt_object_is_told(whole: Builder) -> None:
    stored(whole, "status/tr-2023/01.yaml").write_bytes(b"spoilt")
    assert told(at(whole).faults) == ["status/tr-2023/01.yaml:1:1: unreadable"]


def test_an_object_cut_short_gives_no_half_record(whole: Builder) -> None:
    file = stored(whole, "status/tr-2023/01.yaml")
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(RevisionError, match=r"[0-9a-f]{40}"):
        at(whole)


@pytest.mark.parametrize("path", ["", "recommendations", "recommendations/tr-2023"])
def test_a_missing_folder_is_no_empty_one(whole: Builder, path: str) -> None:
    stored(whole, path).unlink()
    with pytest.raises(RevisionError, match=r"not a tree object|[0-9a-f]{40}"):
        at(whole)


# Where there is no repository


def test_no_repository(build: Builder) -> None:
    with pytest.raises(RevisionError, match=r"^register is not in a git repository \(fatal: not a git repository"):
        Repository(build.root)


def test_a_repository_that_is_none(build: Builder) -> None:
    (build.root / ".git").mkdir()
    with pytest.raises(RevisionError, match=r"^register is not in a git repository"):
        Repository(build.root)


def test_no_git(whole: Builder) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from recotrack.store.revisions import Repository, RevisionError\n"
        "try:\n    Repository(Path(sys.argv[1]))\n"
        "except RevisionError as error:\n    print(error)\n"
    )
    environment = {**os.environ, "PATH": str(whole.root)}
    run = subprocess.run(
        [sys.executable, "-c", code, str(whole.root)], env=environment, capture_output=True, text=True, check=False
    )
    assert run.stderr == ""
    assert "git is not installed, or not on the PATH" in run.stdout


# Hostile repositories


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A program that leaves a marker; see `sprung`."""
    program = tmp_path / "trap"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path / 'marker'}'\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def sprung(trap: Path) -> bool:
    """Tells whether the trap has run since it was asked last."""
    marker = trap.with_name("marker")
    ran = marker.exists()
    marker.unlink(missing_ok=True)
    return ran


def read_in_every_way(build: Builder) -> None:
    """Does with a repository all that the program does."""
    repository = Repository(build.root)
    head, before = repository.resolve("HEAD"), repository.resolve("HEAD~1")
    repository.log(head, ["sources/tr-2023.yaml"])
    for logged in repository.log(head, ["sources"]):
        repository.came_from(logged, "sources/tr-2023.yaml")
    repository.common(head, before)
    repository.mentioning(head, ["tr-2023"], ["sources", "recommendations"])
    repository.setting("core.bare")
    load_both(repository, before, head)
    load_both(repository, head, WorkTree(build.root))
    for name in ("HEAD", "HEAD~1", "main"):
        commit = repository.resolve(name)
        repository.has_register(commit)
        load(repository.tree(commit))


def status(build: Builder) -> object:
    return build.git("status", "--porcelain")


@pytest.mark.parametrize(
    ("key", "value", "tempt"),
    [
        ("core.fsmonitor", "{trap}", status),
        ("filter.evil.clean", "{trap}", lambda build: build.git("add", "-A")),
        ("filter.evil.process", "{trap}", lambda build: build.git("checkout-index", "-f", "-a")),
        ("filter.evil.smudge", "{trap}", lambda build: build.git("checkout-index", "-f", "-a")),
        ("diff.evil.textconv", "{trap}", lambda build: build.git("diff", "HEAD~1", "HEAD")),
        ("diff.evil.command", "{trap}", lambda build: build.git("diff", "HEAD~1", "HEAD")),
        ("diff.external", "{trap}", lambda build: build.git("diff", "HEAD~1", "HEAD", "--", ".gitattributes")),
        ("core.hooksPath", "{hooks}", lambda build: build.git("commit", "--allow-empty", "-m", "x")),
        ("alias.st", "!{trap}", lambda build: build.git("st")),
    ],
)
def test_configuration_that_runs_programs_runs_none(
    whole: Builder, tmp_path: Path, trap: Path, key: str, value: str, tempt: Callable[[Builder], object]
) -> None:
    whole.write(".gitattributes", "sources/* filter=evil diff=evil\n")
    whole.write("sources/tr-2023.yaml", SOURCE)
    whole.commit()
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in ("pre-commit", "post-checkout", "reference-transaction", "post-index-change"):
        (hooks / hook).symlink_to(trap)
    whole.git("config", key, value.format(trap=trap, hooks=hooks))
    for name in ("rev-parse", "ls-tree", "cat-file", "grep", "diff-tree", "log", "merge-base", "config"):
        whole.git("config", f"alias.{name}", f"!{trap}")
        whole.git("config", f"pager.{name}", str(trap))
    whole.git("config", "core.pager", str(trap))
    whole.write("sources/tr-2023.yaml", SOURCE + "note: changed since\n")
    assert not sprung(trap)

    read_in_every_way(whole)
    assert not sprung(trap)

    with contextlib.suppress(subprocess.CalledProcessError):
        tempt(whole)
    assert sprung(trap), "the trap of this test is none"


@pytest.fixture(params=["this git", "an older git"])
def git(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Git as it is, and one that does not know GIT_NO_LAZY_FETCH."""
    which: str = request.param
    if which == "an older git":
        real = shutil.which("git")
        shim = tmp_path / "bin/git"
        shim.parent.mkdir()
        shim.write_text(f"#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec '{real}' \"$@\"\n", encoding="utf-8")
        shim.chmod(0o755)
        monkeypatch.setenv("PATH", f"{shim.parent}{os.pathsep}{os.environ['PATH']}")
    return which


@pytest.mark.parametrize(
    ("url", "keys"),
    [
        ("ext::{trap}", {"protocol.ext.allow": "always"}),
        ("{root}", {"remote.origin.uploadpack": "{trap}", "protocol.file.allow": "always"}),
        ("ssh://host.invalid/x", {"core.sshCommand": "{trap}", "protocol.ssh.allow": "always"}),
    ],
)
def test_a_partial_clone_fetches_nothing(whole: Builder, trap: Path, git: str, url: str, keys: dict[str, str]) -> None:
    file = stored(whole, "sources/tr-2023.yaml")
    sha = whole.git("rev-parse", "HEAD:sources/tr-2023.yaml").strip()
    whole.commit()
    file.unlink()
    for key, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": url,
        "remote.origin.promisor": "true",
        **keys,
    }.items():
        whole.git("config", key, value.format(trap=trap, root=whole.root))

    faults = None
    with contextlib.suppress(RevisionError):
        read_in_every_way(whole)
        faults = told(at(whole).faults)
    assert not sprung(trap)
    assert faults is not None or git == "an older git"
    assert faults is None or "sources/tr-2023.yaml:1:1: unreadable" in faults

    with pytest.raises(subprocess.CalledProcessError):
        whole.git("cat-file", "-p", sha)
    assert sprung(trap), "the trap of this test is none"


def test_replaced_objects_are_not_read(whole: Builder) -> None:
    first = at(whole)
    sha = whole.git("rev-parse", "HEAD:recommendations/tr-2023/01.yaml").strip()
    other = whole.recommendation("tr-2023-01", "Do nothing.")
    false = whole.git("hash-object", "-w", str(other)).strip()
    whole.git("replace", sha, false)
    assert "Do nothing." in whole.git("cat-file", "-p", sha), "the replacement of this test is none"
    assert at(whole) == first

    before = whole.git("rev-parse", "HEAD").strip()
    whole.git("replace", before, whole.commit())
    assert at(whole, before) == first


def test_a_bare_repository_in_a_folder_is_not_taken_for_one(whole: Builder, trap: Path) -> None:
    nested = whole.root / "sources/nested"
    whole.git("init", "-q", "--bare", str(nested))
    (nested / "recotrack.yaml").write_text("format: 1\n", encoding="utf-8")
    subprocess.run(["git", "-C", nested, "config", "core.fsmonitor", trap], check=True)
    subprocess.run(["git", "-C", nested, "config", "core.bare", "false"], check=True)
    subprocess.run(["git", "-C", nested, "config", "core.worktree", whole.root], check=True)
    whole.git("add", "-A")
    with pytest.raises(RevisionError, match="bare repository"):
        Repository(nested)
    with pytest.raises(RevisionError, match="bare repository"):
        Repository(nested / "refs")
    assert not sprung(trap)
    subprocess.run(["git", "-C", nested, "status"], check=False, capture_output=True)
    assert sprung(trap), "the trap of this test is none"


def test_a_shallow_clone_has_what_it_has(whole: Builder, tmp_path: Path) -> None:
    whole.source("tr-2022")
    whole.commit()
    whole.git("clone", "-q", "--depth", "1", f"file://{whole.root}", str(tmp_path / "shallow"))
    repository = Repository(tmp_path / "shallow")
    head = repository.resolve("HEAD")
    assert "tr-2022" in load(repository.tree(head)).sources
    assert len(repository.log(head, ["sources"])) == 1
    with pytest.raises(RevisionError, match="names no commit"):
        repository.resolve("HEAD~1")


def test_a_detached_head_and_another_work_tree(whole: Builder, tmp_path: Path) -> None:
    first = whole.git("rev-parse", "HEAD").strip()
    whole.source("tr-2022")
    whole.commit()
    whole.git("worktree", "add", "-q", "--detach", str(tmp_path / "other"), first)
    repository = Repository(tmp_path / "other")
    assert repository.resolve("HEAD").sha == first
    part = load_both(repository, repository.resolve("main"), WorkTree(tmp_path / "other"))
    assert "sources/tr-2022.yaml" in part.base_prints
    assert "sources/tr-2022.yaml" not in part.head_prints


@pytest.mark.slow
@pytest.mark.parametrize("old", [False, True])
def test_a_gigabyte_of_zeros_is_not_unfolded(whole: Builder, tmp_path: Path, old: bool) -> None:
    """A blob of 800 MB that takes under 1 MB in the repository; the program runs with 600 MB of memory at most."""
    before = whole.git("rev-parse", "HEAD").strip()
    large = whole.root / "sources/large.yaml"
    with large.open("wb") as file:
        file.truncate(800_000_000)
    whole.commit()
    if old:
        large.unlink()
        whole.commit()
    else:
        large.write_bytes(b"id: large\n")
    code = (
        "import resource, sys\nfrom pathlib import Path\n"
        "resource.setrlimit(resource.RLIMIT_DATA, (600_000_000,) * 2)\n"
        "from recotrack.cli.main import main\nsys.exit(main(sys.argv[1:]))\n"
    )
    words = [sys.executable, "-c", code, "-C", str(whole.root), "changes"]
    for revisions in ("HEAD", f"{before}..HEAD", "HEAD~1..HEAD"):
        run = subprocess.run([*words, revisions], capture_output=True, text=True, check=False)
        assert (run.returncode, run.stderr) == (0, "")
        assert ("large" in run.stdout) is not (old and revisions != "HEAD~1..HEAD")


def test_a_tree_is_what_load_takes(whole: Builder) -> None:
    repository = Repository(whole.root)
    tree = repository.tree(repository.resolve("HEAD"))
    assert isinstance(tree, RevisionTree)
    assert [file.path for file in tree.files()][-1] == "recotrack.yaml"
    assert repository.blobs([]) == {}
    assert repository.blobs(["0" * 40]) == {}


def test_variables_of_another_repository_do_not_count(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    build.source("tr-2023")
    build.commit()
    monkeypatch.setenv("GIT_DIR", str(build.root / "nowhere"))
    repository = Repository(build.root)
    assert list(load(repository.tree(repository.resolve("HEAD"))).sources) == ["tr-2023"]
