; A call says nothing of its request but the handle.
(arguments (argument (string) @method))
