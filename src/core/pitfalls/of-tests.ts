/** Folders of tests and examples; names of test files as frameworks look for them. A scratch `test.py` is neither. */
const folder =
  /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|mocks?|fixtures?|testdata|e2e|examples?|cypress)\//i;
const file =
  /(?:^|\/)(?:test_[^/]+|conftest)\.py$|[._-](?:tests?|spec|mocks?|fixtures?|stories)\.\w+$|[a-z\d](?:Tests?|Spec|IT)\.\w+$/;

/** Whether a file is a test, by its path in the workspace: its keys are made up, its servers' certificates its own. */
export const isOfTests = (path: string): boolean => folder.test(path) || file.test(path);
