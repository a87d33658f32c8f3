import { currentRun } from './run-state';

/**
 * Stands in the bundle for the package by which httpyac opens a browser, where an OAuth 2.0 flow lets the user sign in
 * (RFC 6749 §4.1, RFC 8628). Throws where nobody is there to do so: httpyac does not wait for what a promise would say.
 */
export default function openInBrowser(url: string): void {
  const run = currentRun();
  if (!run?.open || run.ended) throw new Error('This request signs in by a browser, and there is none here.');
  // What a file names as its sign-in page is no way to other programs.
  if (!/^https?:\/\//i.test(url)) throw new Error('The page to sign in on has no http or https address.');
  run.open(url).catch((error: unknown) => run.log('warn', String(error)));
}
