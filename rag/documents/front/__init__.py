"""The blocks of a document in, what its front and back matter tell out: who, where and when."""
