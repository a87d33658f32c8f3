import { Session } from './session';

/** The sessions of the folders that requests were run in, for as long as whoever made this lives. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();

  /** The one of a folder, by its absolute path; begun when it is first asked for. */
  of(root: string): Session {
    const session = this.sessions.get(root) ?? new Session();
    this.sessions.set(root, session);
    return session;
  }
}
