"""What is known already: a digest's key, and the stored digest under it. Light, so that a hit stays quick."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..options import EngineOptions, FlowOptions
from ..prompts import hashes
from ..sources.raw import Raw
from ..store import Store, code_hash, digest_key

if TYPE_CHECKING:
    from ..records import Failure, Receipt


@dataclass(frozen=True, slots=True)
class Done:
    """One source, done: the digest as JSON, or the failure; `receipt` is None where nothing was asked.

    A digest is not `complete` where a whole reply failed: it is shown and not kept, since the next run may do better.
    """

    ref: str
    digest: str | None
    failure: "Failure | None" = None
    receipt: "Receipt | None" = None
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Work:
    """What every source of a run shares: options, and where known digests and replies are kept (None: nowhere).

    `announce` is told once where articles are sent.
    """

    engine: EngineOptions
    flow: FlowOptions
    store: Store | None = None
    announce: Callable[[str], None] | None = None
    code: str = field(default_factory=code_hash)

    def key(self, raw: Raw) -> str:
        """The key of a source's digest: it changes with every byte and option that can change the digest."""
        return digest_key(
            data=raw.data,
            form=raw.form,
            about=raw.about,
            options={**self.flow.as_dict(), **_readers(raw)},
            engine=self.engine.as_dict(),
            prompts=self.prompts(),
            code=self.code,
        )

    def prompts(self) -> Mapping[str, str]:
        """The prompt versions that can change the digest: none where rules answer."""
        return {} if self.engine.engine == "offline" else hashes(self.engine.prompts)

    @property
    def keeps(self) -> bool:
        """Whether digests are kept: not where recordings are read or written, which may change under the same name."""
        return self.engine.engine != "replay" and self.engine.record is None

    def known(self, raw: Raw) -> Done | None:
        """The stored digest of a source, or None."""
        if self.store is None or not self.keeps:
            return None
        text = self.store.digests.get(self.key(raw))
        return None if text is None else Done(raw.ref, text)


def _readers(raw: Raw) -> dict[str, str]:
    """The version of the library that takes an article out of a page: another version may read another text."""
    if raw.form in ("plain", "markdown"):
        return {}
    from importlib.metadata import version

    return {"trafilatura": version("trafilatura")}
