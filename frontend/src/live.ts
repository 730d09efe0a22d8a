import type { ReactiveController, ReactiveControllerHost } from "lit";
import { watch, type Stream } from "./api";
import type { Hass } from "./hass";
import type { StreamEvent, StreamMessage } from "./types/stream";

const GATHER = 300;
/** Milliseconds; each user has 300 questions a minute, and a run may have many steps. */
const AGAIN = 3000;
/** Milliseconds until a stream that has ended is begun anew. */

interface Host extends ReactiveControllerHost {
  hass: Hass;
}

/**
 * Calls `load` at the start, after every reconnection, and soon after something has
 * happened that `concerns` the view. Nothing is asked for while nothing happens.
 */
export class LiveController implements ReactiveController {
  private unsubscribe: (() => void)[] = [];
  private forget: (() => void) | undefined;
  private timers = new Set<ReturnType<typeof setTimeout>>();
  private gathering = false;
  private life = 0;

  constructor(
    private readonly host: Host,
    private readonly streams: readonly Stream[],
    private readonly load: () => Promise<void>,
    private readonly concerns: (event: StreamEvent) => boolean = () => true,
    /** Milliseconds; longer for what asks for much. */
    private readonly wait = GATHER,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.life += 1;
    // Properties are set by then.
    void this.host.updateComplete.then(() => {
      this.begin(this.life);
    });
  }

  hostDisconnected(): void {
    this.rest();
    this.forget?.();
    this.forget = undefined;
    for (const stop of this.unsubscribe.splice(0)) stop();
  }

  /** Whatever is under way does not count any more. */
  private rest(): void {
    this.life += 1;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.gathering = false;
  }

  private begin(life: number): void {
    if (life !== this.life) return;
    const { connection } = this.host.hass;
    const ready = (): void => {
      this.start();
    };
    connection.addEventListener("ready", ready);
    this.forget = (): void => {
      connection.removeEventListener("ready", ready);
    };
    this.start();
  }

  /** Streams have ended with the connection that they came over; none is taken back. */
  private start(): void {
    this.rest();
    this.unsubscribe = [];
    for (const stream of this.streams) void this.follow(stream, this.life);
    void this.load();
  }

  /** `late`: what has happened meanwhile was missed. */
  private async follow(stream: Stream, life: number, late = false): Promise<void> {
    try {
      const stop = await watch(this.host.hass, stream, (message) => {
        this.hear(stream, life, message);
      });
      const end = (): void => void stop().catch(() => undefined);
      if (life === this.life) this.unsubscribe.push(end);
      else end();
      if (late && life === this.life) this.gather(life);
    } catch {
      // The engine is not loaded now; the view says so by what it loads.
      this.later(AGAIN, life, () => void this.follow(stream, life, true));
    }
  }

  private hear(stream: Stream, life: number, message: StreamMessage): void {
    if (life !== this.life) return;
    if ("closed" in message) {
      this.later(AGAIN, life, () => {
        void this.follow(stream, life);
        void this.load();
      });
    } else if (message.dropped > 0 || message.events.some(this.concerns)) {
      this.gather(life);
    }
  }

  private gather(life: number): void {
    if (this.gathering) return;
    this.gathering = true;
    this.later(this.wait, life, () => {
      this.gathering = false;
      void this.load();
    });
  }

  private later(wait: number, life: number, then: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      if (life === this.life) then();
    }, wait);
    this.timers.add(timer);
  }
}
