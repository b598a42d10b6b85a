"""Every error that a caller may meet.

RagError
├── UnreadableFile      one file cannot be read; the rest goes on
├── NotFetched          one web address cannot be fetched; the rest goes on
├── NothingIndexed      the library is empty, or nothing at all could be read
├── EmptyQuestion
├── UnknownDocument     no such document id or file
├── UnknownUnit         the document has no such unit
├── ChangedQuestions    a question set of ours is not the one that was frozen
├── CorpusConflict      another corpus folder stands behind the same data
├── LibraryBusy         another process is writing
├── ModelUnavailable    an embedding or language model cannot be loaded or reached
├── StoreUnavailable    the vector store or catalogue cannot be opened
├── BadSettings
├── NotComparable       two measured runs asked other questions
└── BadBatchLine        one line of a batch; the rest goes on
"""


class RagError(Exception):
    """One sentence: what was wrong, what was expected, what to do."""


class UnreadableFile(RagError):
    pass


class NotFetched(RagError):
    pass


class NothingIndexed(RagError):
    pass


class EmptyQuestion(RagError):
    pass


class UnknownDocument(RagError):
    pass


class UnknownUnit(RagError):
    pass


class ChangedQuestions(RagError):
    pass


class CorpusConflict(RagError):
    pass


class LibraryBusy(RagError):
    pass


class ModelUnavailable(RagError):
    pass


class StoreUnavailable(RagError):
    pass


class BadSettings(RagError):
    pass


class NotComparable(RagError):
    pass


class BadBatchLine(RagError):
    pass
