/** What the panel uses of Home Assistant's frontend, and nothing beyond it. */

import type { StreamMessage } from "./types/stream";

export interface Connection {
  subscribeMessage(
    callback: (message: StreamMessage) => void,
    message: Message,
    options?: { resubscribe?: boolean },
  ): Promise<() => Promise<void>>;
  addEventListener(type: "ready", listener: () => void): void;
  removeEventListener(type: "ready", listener: () => void): void;
}

export type Message = { type: string } & Record<string, unknown>;

type Lookup<T> = Record<string, T | undefined>;

export interface StateObject {
  state: string;
  attributes: { friendly_name?: string; [name: string]: unknown };
}

export interface Hass {
  connection: Connection;
  callWS<T>(message: Message): Promise<T>;
  callService(
    domain: string,
    service: string,
    data?: Record<string, unknown>,
  ): Promise<unknown>;
  states: Lookup<StateObject>;
  /** The state in the language of the user; an older Home Assistant may not have it. */
  formatEntityState?: (entity: StateObject, state?: string) => string;
  /** The registries; an older Home Assistant may not have all of them. */
  entities?: Lookup<{
    area_id?: string | null;
    device_id?: string | null;
    platform?: string;
  }>;
  devices?: Lookup<{ area_id?: string | null }>;
  areas?: Lookup<{ name: string }>;
  locale: {
    language: string;
    number_format?: string;
    time_format?: string;
    time_zone?: string;
  };
  config: { time_zone: string; unit_system?: { temperature?: string } };
  /** Loads texts of Home Assistant that only some of its pages need. */
  loadFragmentTranslation?(fragment: string): Promise<unknown>;
  user?: { id: string; is_admin: boolean };
  dockedSidebar?: string;
}

export interface Route {
  prefix: string;
  path: string;
}
