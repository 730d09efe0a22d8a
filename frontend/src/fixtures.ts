/** A Home Assistant for tests, which answers from a table. */

import type { Connection, Hass, Message } from "./hass";
import type { Approval } from "./types/approval";
import type { StreamMessage } from "./types/stream";

export class FakeConnection implements Connection {
  readonly listeners = new Map<string, (message: StreamMessage) => void>();
  readonly ready = new Set<() => void>();

  subscribeMessage(
    callback: (message: StreamMessage) => void,
    message: Message,
  ): Promise<() => Promise<void>> {
    this.listeners.set(message.type, callback);
    return Promise.resolve(() => {
      this.listeners.delete(message.type);
      return Promise.resolve();
    });
  }

  addEventListener(_type: "ready", listener: () => void): void {
    this.ready.add(listener);
  }

  removeEventListener(_type: "ready", listener: () => void): void {
    this.ready.delete(listener);
  }
}

export class FakeHass implements Hass {
  readonly connection = new FakeConnection();
  readonly sent: Message[] = [];
  readonly called: string[] = [];
  readonly states: Hass["states"] = {
    "light.table": { state: "on", attributes: { friendly_name: "Table" } },
  };
  readonly entities = { "light.table": { device_id: "D1" } };
  readonly devices = { D1: { area_id: "kitchen" } };
  readonly areas = { kitchen: { name: "Kitchen" } };
  readonly locale = { language: "en", time_format: "24", time_zone: "server" };
  readonly config = { time_zone: "Europe/Berlin" };
  readonly user = { id: "me", is_admin: true };

  /** An answer that is an error is thrown. */
  constructor(readonly answers: Record<string, unknown> = {}) {}

  callWS<T>(message: Message): Promise<T> {
    this.sent.push(message);
    const answer = this.answers[message.type.replace("action_engine/", "")];
    return answer instanceof Error
      ? Promise.reject(answer)
      : Promise.resolve(answer as T);
  }

  callService(domain: string, service: string): Promise<unknown> {
    this.called.push(`${domain}.${service}`);
    return Promise.resolve(null);
  }
}

export const approval = (more: Partial<Approval> = {}): Approval => ({
  approval_id: "A1",
  execution_id: "E1",
  name: "Evening",
  policy: "P1",
  answer: "pending",
  risk: "medium",
  asked: "2026-11-21T06:00:00+00:00",
  expires: "2026-11-21T07:00:00+00:00",
  needed: 1,
  agreed: [],
  verdict: {
    decision: "hold",
    reasons: [{ rule: "risk", decision: "hold", code: "risk", text: "The reason." }],
    impact: {
      risk: "medium",
      reversible: "yes",
      expected_seconds: null,
      steps: [
        {
          place: "0",
          action: "light.turn_on",
          entity_ids: ["light.table"],
          everything: false,
          risk: "medium",
          why: "Because",
          reversible: true,
          opened_from: null,
        },
      ],
    },
  },
  claim: { reasoning: "<img src=x>" },
  may_answer: true,
  ...more,
});
