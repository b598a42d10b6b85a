"""One thread at a time: PDFium is not safe for threads, not even with one document each."""

import threading

ONE_AT_A_TIME = threading.RLock()
