/** Lets something happen at once, then once in a while: the last wish of each pause counts. */
export class Pace {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wished: (() => void) | undefined;

  /** `pause` in milliseconds, asked for each time. */
  constructor(private readonly pause: () => number) {}

  wish(act: () => void): void {
    if (this.timer !== undefined) {
      this.wished = act;
      return;
    }
    this.rest(this.pause());
    act();
  }

  /** Nothing for so long, then what is wished for. */
  rest(milliseconds: number, act?: () => void): void {
    clearTimeout(this.timer);
    this.wished = act;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      const wished = this.wished;
      this.wished = undefined;
      if (wished) this.wish(wished);
    }, milliseconds);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.wished = undefined;
  }
}
