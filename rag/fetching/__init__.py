"""An address that somebody gave in, the document that stands there out: asked for politely, kept
only where it is one."""
