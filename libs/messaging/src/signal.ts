/** Wakes one waiting loop; a call while nobody waits is remembered. */
export class Signal {
  private raised = false;
  private wakeUp: (() => void) | undefined;

  raise(): void {
    this.raised = true;
    this.wakeUp?.();
  }

  /** Resolves when raised, at once when it was raised since the last wait, or after the time; answers whether raised. */
  async wait(milliseconds: number): Promise<boolean> {
    if (!this.raised) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wakeUp = undefined;
    }
    const { raised } = this;
    this.raised = false;
    return raised;
  }
}
