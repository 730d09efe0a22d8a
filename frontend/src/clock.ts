import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Seconds since the epoch, with the microseconds that `Date` does not keep. */
export const secondsOf = (at: string): number =>
  Math.floor(Date.parse(at) / 1000) + Number(/\.\d+/.exec(at)?.[0] ?? 0);

/**
 * Calls `tick` with every frame for as long as `isNeeded`, and not once afterwards.
 * Who wants less movement is shown a second hand.
 */
export class FrameClock implements ReactiveController {
  private frame = 0;
  private shown = 0;

  constructor(
    host: ReactiveControllerHost,
    private readonly isNeeded: () => boolean,
    private readonly tick: () => void,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.isNeeded() && !this.frame) this.frame = requestAnimationFrame(this.beat);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private readonly beat = (time: number): void => {
    this.frame = 0;
    if (!this.isNeeded()) return;
    const least = calm() ? 1000 : 0;
    if (time - this.shown >= least) {
      this.shown = time;
      this.tick();
    }
    this.frame = requestAnimationFrame(this.beat);
  };
}

const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
