/** An account that follows the stream, so that it need not be loaded again. Pure. */

import { secondsOf } from "./clock";
import type { Account, State, Step } from "./types/execution";
import type { MoveEvent, StepEvent, StreamEvent } from "./types/stream";

/** Moves between these say all that there is to know; at any other one loads anew. */
const ON_THE_WAY: ReadonlySet<State> = new Set<State>([
  "queued",
  "executing",
  "retrying",
  "paused",
]);

const isStep = (event: StreamEvent): event is StepEvent => event.kind === "step";
const isMove = (event: StreamEvent): event is MoveEvent => event.kind === "execution";

export class LiveAccount<T extends Account> {
  private readonly places = new Map<string, number>();
  private readonly steps: Step[];
  private state: State;
  /** Seconds that the clock of the server is ahead of this one. */
  private ahead: number;

  constructor(
    private readonly loaded: T,
    before: LiveAccount<T> | null = null,
    now: number = Date.now() / 1000,
  ) {
    this.steps = merged(loaded.steps ?? [], before?.steps ?? []);
    this.steps.forEach((step, index) => this.places.set(step.path, index));
    this.state = loaded.state;
    const latest = loaded.timeline.at(-1)?.at ?? loaded.created;
    this.ahead = Math.max(0, secondsOf(latest) - now);
  }

  /** The account as it stands; unchanged steps are the same objects as before. */
  get account(): T {
    return { ...this.loaded, state: this.state, steps: [...this.steps] };
  }

  /** Seconds since the epoch, on the clock by which the steps are told. */
  now(here: number = Date.now() / 1000): number {
    return here + this.ahead;
  }

  /** Takes an event in; false if it cannot say all that has changed. */
  hear(event: StreamEvent, here: number = Date.now() / 1000): boolean {
    if (isStep(event)) {
      this.heardStep(event, here);
      return true;
    }
    if (!isMove(event) || !ON_THE_WAY.has(event.state) || !ON_THE_WAY.has(this.state)) {
      return false;
    }
    this.state = event.state;
    // When it began is not told.
    return this.loaded.started !== null;
  }

  private heardStep(event: StepEvent, here: number): void {
    const at = this.places.get(event.path);
    const before = at === undefined ? undefined : this.steps[at];
    const step = after(before, event);
    if (at === undefined) {
      this.places.set(event.path, this.steps.length);
      this.steps.push(step);
    } else {
      this.steps[at] = step;
    }
    // In between nobody says what time it is.
    if (event.status === "started" || event.duration) {
      this.ahead = secondsOf(event.began) + event.duration - here;
    }
  }
}

/** Steps as they were loaded, with what only the stream has told. */
const merged = (loaded: readonly Step[], heard: readonly Step[]): Step[] => {
  const known = new Map(heard.map((step) => [step.path, step]));
  const steps = loaded.map((step) => {
    const began = known.get(step.path)?.began;
    known.delete(step.path);
    return began === undefined ? step : { ...step, began };
  });
  return [...steps, ...known.values()];
};

const after = (before: Step | undefined, event: StepEvent): Step => {
  const anew = event.status === "started" ? undefined : before;
  const step: Step = {
    ...anew,
    path: event.path,
    action: event.action,
    alias: event.alias,
    status: event.status,
    duration: event.duration,
    began: event.began,
    attempts: event.attempt,
    targets: event.targets,
  };
  for (const name of ["expected", "seen", "error", "note", "response"] as const) {
    if (event[name] !== undefined) Object.assign(step, { [name]: event[name] });
  }
  if (event.status === "attempt_failed") {
    const failure = {
      error: event.error ?? "",
      duration: event.took ?? 0,
      delay: event.delay ?? null,
      targets: event.left ?? [],
    };
    // The same may be heard twice, before and after it was loaded.
    step.failures = [...(anew?.failures ?? []).slice(0, event.attempt - 1), failure];
    delete step.error;
  }
  return step;
};
