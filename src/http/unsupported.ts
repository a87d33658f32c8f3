/**
 * Stands in the bundle for packages that httpyac loads for what this extension does not do: other protocols, a
 * command line, a browser to open. Everything that is called or made of it says that it is not there.
 */
function refuse(): never {
  throw new Error('This kind of request is not supported here: only HTTP requests are.');
}

export default refuse;

/** The one class of these packages that httpyac derives from while it loads. */
export class Channel {
  readonly unsupported = refuse();
}

/** What it calls of them while it loads. */
export function setLogger(): void {}
