/** What has to be closed at the end, the last opened first. */
export class Closing {
  private readonly steps: (() => Promise<unknown>)[] = [];
  private closed = false;

  /** Rejects where the end came first: the caller opened something too late, which is closed here, and should not go on. */
  async add(step: () => Promise<unknown>): Promise<void> {
    if (!this.closed) {
      this.steps.push(step);
      return;
    }
    await step();
    throw new Error('Stopped while it was starting.');
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const step of this.steps.splice(0).reverse()) await step();
  }
}
