"""The folder of target files: where it is found, and what is read from it, only as it is needed."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort, SourceFile, diagnose
from ..domain.assessments import FileDiagnostics, FileDigest
from ..domain.names import folded
from ..domain.targets import Catalogue, Documents, Entity
from ..domain.words import EntityKind
from ..records import NamedTuple
from ..text import Text
from .catalogue import read_catalogue, read_policy_document
from .chosen_documents import choose, with_default
from .document import Document, listed, parsed
from .entities import Known, read_entity
from .faults import InputError, told
from .source import HeldFile, has_no_file, read_source

if TYPE_CHECKING:
    from pathlib import Path

ENVIRONMENT = "DIGECON_TARGETS"
CATALOGUE = "indicators.yaml"
DOCUMENTS = "documents"
SUFFIXES = (".yaml", ".yml")

NO_TARGETS = DiagnosticKind(
    "no-targets",
    Severity.ERROR,
    Text(
        "这里没有目标文件夹（缺少 {catalogue}）",
        "there is no folder of targets here ({catalogue} is missing)",
    ),
    Text("用 --targets 或环境变量 {variable} 指明", "name one with --targets or {variable}"),
    example=Example(
        Text("没有指标目录的文件夹", "a folder without a catalogue"),
        Text("有指标目录的文件夹", "a folder with a catalogue"),
        Sort.FILE,
    ),
)
SAME_NAME = DiagnosticKind(
    "same-name",
    Severity.ERROR,
    Text("“{name}”已用于 {other}", "“{name}” is already used by {other}"),
    Text("标识（id）、名称和别名各不相同", "ids, names and aliases must all differ"),
    example=Example(
        fails="entity: {id: example-zone, kind: zone, name: {zh: 示例园区, en: Example}, aliases: [武汉]}",
        passes="entity: {id: example-zone, kind: zone, name: {zh: 示例园区, en: Example}, aliases: [示例]}",
        sort=Sort.TARGETS,
    ),
)
PUBLISHED_COUNT = DiagnosticKind(
    "published-count",
    Severity.WARNING,
    Text(
        "文件称已公布{stated}个，实有{found}个引用该文件",
        "it says that {stated} are published; the places that cite it are {found}",
    ),
    Text("核对已公布目标的数目（published）", "compare “published” with the files"),
    example=Example(
        fails="document: {id: example, title: {zh: 示例通知, en: A notice}, named: {zone: 1}, published: 1}",
        passes="document: {id: example, title: {zh: 示例通知, en: A notice}, named: {zone: 1}, published: 0}",
        sort=Sort.DOCUMENT,
        given=Text("没有目标引用它", "no target cites it"),
    ),
)
KINDS = (NO_TARGETS, SAME_NAME, PUBLISHED_COUNT)


class TargetsError(Exception):
    """Target files that cannot be relied on, each with all its faults."""

    def __init__(self, files: tuple[FileDiagnostics, ...]) -> None:
        super().__init__(", ".join(file.source.path for file in files))
        self.files = files

    def __str__(self) -> str:
        return told((file.source, file.diagnostics) for file in self.files)

    def __reduce__(self) -> tuple[type["TargetsError"], tuple[tuple[FileDiagnostics, ...]]]:
        """Let it be raised out of another process."""
        return TargetsError, (self.files,)


def find_targets(folder: str | None = None) -> str:
    """Return the folder of targets: ``folder``, else ``DIGECON_TARGETS``, the package's, the repository's.

    Raises:
        TargetsError: where it holds no catalogue.
    """
    candidates = [named] if (named := _named(folder)) else _own_folders()
    for candidate in candidates:
        if os.path.isfile(os.path.join(candidate, CATALOGUE)):
            return candidate
    nothing = SourceFile(candidates[-1])
    fault = diagnose(NO_TARGETS, catalogue=CATALOGUE, variable=ENVIRONMENT)
    raise TargetsError((FileDiagnostics(nothing, (fault,)),))


def library_in_use(folder: str | None = None) -> "TargetLibrary":
    """Return the target files that :func:`find_targets` finds. Those that come with the program are not held
    against the words that they cite at every start: ``digecon lint`` has done so.

    Raises:
        TargetsError: where the folder holds no catalogue.
    """
    return TargetLibrary(find_targets(folder), holds_wording=_named(folder) is not None)


def _named(folder: str | None) -> str | None:
    named = folder or os.environ.get(ENVIRONMENT)
    if not named:
        return None
    from pathlib import Path  # which costs a run against the program's own targets as much as reading them

    return str(Path(named))


def _own_folders() -> list[str]:
    """Return where the targets that come with the program may be: in the package, or in the repository."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    repository = os.path.dirname(os.path.dirname(package))
    return [os.path.join(above, "targets") for above in (package, repository)]


Read = TypeVar("Read")


class PlaceRead(NamedTuple):
    """What the file of one place gave, wherever it was read; ``file`` is what there is to say of it."""

    id: str
    entity: Entity | None
    digest: FileDigest | None
    source: SourceFile | None
    file: FileDiagnostics | None


def stem_of(path: str) -> str:
    """Return the name of a file without its suffix."""
    return os.path.splitext(os.path.basename(path))[0]


class TargetLibrary:
    """The target files of one folder, or those that a program holds in memory by their paths in a folder.
    Each is read when first needed, once, and its digest kept.

    Faults are gathered file by file; :meth:`raise_faults` tells all of them at once. With ``holds_wording``
    each target of the folder is held against the words that it cites.
    """

    def __init__(
        self,
        folder: "Path | str",
        holds_wording: bool = True,
        in_memory: Mapping[str, HeldFile] | None = None,
    ) -> None:
        self._folder, self._holds_wording = os.fspath(folder), holds_wording
        self._in_memory = in_memory
        self.digests: dict[str, FileDigest] = {}
        self._file_diagnostics: dict[str, FileDiagnostics] = {}
        self._entities: dict[str, Entity | None] = {}
        self._sources: dict[str, SourceFile] = {}
        self._document_paths: dict[str, str] = {}

    def __repr__(self) -> str:
        return f"<TargetLibrary: {self._folder}>"

    @property
    def folder(self) -> "Path":
        """The folder that the files are in."""
        from pathlib import Path

        return Path(self._folder)

    def by_documents(self, asked: Sequence[str]) -> "TargetLibrary":
        """Return the same target files, judged by the documents asked for; by default where none is.

        Raises:
            TargetsError: where the file of a document has an error.
            UnknownDocumentError: for an id that no document has.
        """
        if not asked:
            return self
        chosen = TargetLibrary(self._folder, self._holds_wording, self._in_memory)
        documents = chosen.documents
        chosen.raise_faults()
        chosen.judged_documents = choose(asked, documents)
        return chosen

    @cached_property
    def judged_documents(self) -> Documents:
        """The documents that verdicts are by."""
        return choose((), self.documents)

    @property
    def file_diagnostics(self) -> tuple[FileDiagnostics, ...]:
        """What there is to say of the files read so far, file by file."""
        return tuple(self._file_diagnostics[path] for path in sorted(self._file_diagnostics))

    def raise_faults(self) -> None:
        """Raise :class:`TargetsError` where a file read so far has an error."""
        broken = tuple(
            file for file in self.file_diagnostics if any(fault.is_error for fault in file.diagnostics)
        )
        if broken:
            raise TargetsError(broken)

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The files of places by the id that names each, in the order of the alphabet."""
        found: dict[str, str] = {}
        for path in self._files_below():
            stem = stem_of(path)
            first = found.setdefault(stem, path)
            if first is not path:
                fault = diagnose(SAME_NAME, name=stem, other=self._shown(first))
                self._keep(SourceFile(path), [fault])
        return found

    @cached_property
    def catalogue(self) -> Catalogue:
        """The indicators, scopes and relations."""
        read = self._read(self._inside(CATALOGUE), read_catalogue)
        return read[1] if read else Catalogue({}, {}, ())

    @cached_property
    def documents(self) -> Documents:
        """The documents that set targets, by id. Where none is marked as the default, all are."""
        read = {}
        for path in self._files_below(DOCUMENTS):
            held = self._read(path, read_policy_document)
            if held is None:
                continue
            file, issued = held
            if issued.id in read:
                other = self._shown(self._document_paths[issued.id])
                place = file.find(("document", "id"))
                self._keep(
                    file, [diagnose(SAME_NAME, ("document", "id"), place, name=issued.id, other=other)]
                )
            read[issued.id] = issued
            self._document_paths[issued.id] = path
        return with_default(read)

    def entity(self, id: str) -> Entity | None:
        """Return a place with its targets; ``None`` where there is no file for it."""
        if id not in self._entities and id in self.files:
            known = Known(self.catalogue, self.documents, self.files, self._holds_wording)
            read = self._read(self.files[id], partial(read_entity, stem=id, known=known))
            self._entities[id] = read[1] if read else None
        return self._entities.get(id)

    def source_of(self, id: str) -> SourceFile | None:
        """Return the file of a place that was read; ``None`` where none was."""
        return self._sources.get(self.files[id]) if id in self.files else None

    @property
    def unread(self) -> tuple[str, ...]:
        """The ids of places whose files are not read yet."""
        return tuple(id for id in self.files if id not in self._entities)

    def read_places(self, ids: Iterable[str]) -> Iterator[PlaceRead]:
        """Read the files of some places, and return what they gave, for another process to :meth:`take`."""
        for id in ids:
            entity, path = self.entity(id), self.files[id]
            kept = self._sources.get(path), self._file_diagnostics.get(path)
            yield PlaceRead(id, entity, self.digests.get(self._shown(path)), *kept)

    def take(self, read: Iterable[PlaceRead]) -> None:
        """Take the files of places that another process has read, as if they were read here."""
        for one in read:
            path, entity = self.files[one.id], one.entity
            self._entities[one.id] = entity and entity.of_catalogue(self.catalogue)
            if one.digest:
                self.digests[one.digest.path] = one.digest
            if one.source:
                self._sources[path] = one.source
            if one.file:
                self._file_diagnostics[path] = one.file

    @cached_property
    def _all(self) -> tuple[Entity, ...]:
        read = tuple(entity for id in self.files if (entity := self.entity(id)))
        self._check_names(read)
        self._check_published(read)
        kinds = list(EntityKind)
        return tuple(sorted(read, key=lambda entity: kinds.index(entity.kind)))

    def entities(self) -> tuple[Entity, ...]:
        """Return all places, the widest kind first, and check that no two share a name."""
        return self._all

    def used(self, entities: Iterable[str]) -> tuple[tuple[FileDigest, ...], tuple[FileDiagnostics, ...]]:
        """Return the files that judging ``entities`` by the documents chosen rests on, and what there is to
        say of them.

        Others may have been read beside them, to say which name was meant.
        """
        names = set(entities)
        others = {path for id, path in self.files.items() if id not in names}
        others |= {path for id, path in self._document_paths.items() if id not in self.judged_documents}
        left_out = set(map(self._shown, others))
        digests = tuple(self.digests[path] for path in sorted(self.digests.keys() - left_out))
        return digests, tuple(
            self._file_diagnostics[path] for path in sorted(self._file_diagnostics.keys() - others)
        )

    def digest_of(self, path: str) -> str | None:
        """Return the SHA-256 of a file of the folder, its path as in digests; ``None`` without one."""
        if path in self.digests:
            return self.digests[path].sha256
        try:
            return read_source(self._opened(self._inside(*path.split("/")))).sha256
        except InputError:
            return None

    def paths(self) -> Iterator[str]:
        """Return the path of every file of the folder, read or not."""
        yield self._inside(CATALOGUE)
        yield from self._files_below(DOCUMENTS)
        yield from self.files.values()

    def every_file(self) -> Iterator[FileDiagnostics]:
        """Return the files read so far in the order of paths, clean ones without diagnostics."""
        for path in sorted({*self._sources, *self._file_diagnostics}):
            yield self._file_diagnostics.get(path) or FileDiagnostics(self._sources[path], ())

    def read_beside(self, document: Document) -> FileDiagnostics:
        """Read a target file that stands in no folder of targets against this one."""
        source = document.file()
        if "indicators" in document.root:
            return FileDiagnostics(source, listed(tuple(read_catalogue(document)[1])))
        if "document" in document.root:
            return FileDiagnostics(source, listed(tuple(read_policy_document(document)[1])))
        known = Known(self.catalogue, self.documents, self.files)
        named = document.root.get("entity") or {}
        stem = stem_of(source.path)
        if has_no_file(source.path) and isinstance(named, dict):
            stem = str(named.get("id") or stem)
        faults = read_entity(document, stem, known)[1]
        return FileDiagnostics(source, listed(tuple(faults)))

    def check_all(self) -> None:
        """Read every file, so that :attr:`file_diagnostics` tells all faults of the folder."""
        _ = self.catalogue, self.documents, self.entities()

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Return every id with its other names."""
        return {entity.id: (entity.name.zh, entity.name.en, *entity.aliases) for entity in self.entities()}

    @cached_property
    def ids_by_name(self) -> Mapping[str, str]:
        """The ids of places by every name they have, folded: id, Chinese and English name, aliases."""
        ids: dict[str, str] = {}
        for id, others in self.names().items():
            for name in (id, *others):
                ids.setdefault(folded(name), id)
        return ids

    def _files_below(self, within: str = "") -> list[str]:
        """Return the YAML files of places, in the folders below this one; or all ``within`` one of them. They
        are in the order of names, step by step.
        """
        top = self._inside(within) if within else self._folder
        found = sorted(path.removeprefix(top).split(os.sep)[1:] for path in self._paths_below(top))
        return [
            os.path.join(top, *steps)
            for steps in found
            if os.path.splitext(steps[-1])[1] in SUFFIXES
            and (within or (len(steps) > 1 and DOCUMENTS not in steps))
            and not any(step.startswith(".") for step in steps)
        ]

    def _paths_below(self, top: str) -> Iterator[str]:
        if self._in_memory is not None:
            yield from (path for path in self._in_memory if path.startswith(os.path.join(top, "")))
            return
        for folder, folders, files in os.walk(top):
            yield from (os.path.join(folder, name) for name in (*folders, *files))

    def _read(
        self, path: str, read: Callable[[Document], tuple[Read, list[Diagnostic]]]
    ) -> tuple[SourceFile, Read] | None:
        """Return a file, and what it holds; ``None`` where that is no tree of values. What there is to say of
        it is kept, and its digest.
        """
        try:
            document = parsed(read_source(self._opened(path)))
            value, faults = read(document)
        except InputError as error:
            self._file_diagnostics[path] = FileDiagnostics(error.source, error.faults)
            return None
        shown, file = self._shown(path), document.file()
        self.digests[shown] = FileDigest(shown, document.source.sha256)
        self._keep(file, faults)
        return file, value

    def _opened(self, path: str) -> str:
        """Return the path of a file of the folder; of one in memory with its bytes."""
        return path if self._in_memory is None else self._in_memory.get(path, path)

    def _inside(self, *steps: str) -> str:
        return os.path.join(self._folder, *steps)

    def _shown(self, path: str) -> str:
        """Return the path of a file within the folder."""
        return path.removeprefix(self._folder).removeprefix(os.sep).replace(os.sep, "/")

    def _keep(self, source: SourceFile, faults: list[Diagnostic]) -> None:
        self._sources[source.path] = source
        known = self._file_diagnostics.get(source.path)
        if faults:
            every = (*(known.diagnostics if known else ()), *faults)
            self._file_diagnostics[source.path] = FileDiagnostics(source, listed(every))

    def _check_names(self, entities: tuple[Entity, ...]) -> None:
        """Note where two places share a name, since a name should lead to one of them."""
        taken: dict[str, str] = {}
        for entity in entities:
            source = self._sources[self.files[entity.id]]
            named = (("id", entity.id), ("name", entity.name.zh), ("name", entity.name.en))
            for key, name in (*named, *(("aliases", alias) for alias in entity.aliases)):
                other = taken.setdefault(folded(name), entity.id)
                if other != entity.id:
                    at = ("entity", key, *((entity.aliases.index(name),) if key == "aliases" else ()))
                    fault = diagnose(SAME_NAME, at, source.find(at), name=name, other=other)
                    self._keep(source, [fault])

    def _check_published(self, entities: tuple[Entity, ...]) -> None:
        for id, document in self.documents.items():
            cited = {
                entity.id
                for entity in entities
                if any(target.source.document == id for target in entity.targets)
            }
            if document.published is not None and len(cited) != document.published:
                source = self._sources[self._document_paths[id]]
                at = ("document", "published")
                values = {"stated": document.published, "found": len(cited)}
                self._keep(source, [diagnose(PUBLISHED_COUNT, at, source.find(at), **values)])
