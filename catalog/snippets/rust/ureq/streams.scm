; Nothing: what ureq reads from is the argument of its `send`, which is not among the calls.
