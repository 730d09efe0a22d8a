import { LitElement } from "lit";
import { property, state } from "lit/decorators.js";
import { messageOf } from "./api";
import type { Hass } from "./hass";
import { localize, word, type Key } from "./localize";

/** What every element that shows something of Home Assistant has. */
export class ViewElement extends LitElement {
  @property({ attribute: false }) hass!: Hass;
  /** Why the last thing that was tried did not work; null if it did. */
  @state() protected problem: string | null = null;
  /** Something was sent, and the answer is not here yet. */
  @state() protected busy = false;

  protected t(key: Key, values: Record<string, string | number> = {}): string {
    return localize(this.hass.locale.language, key, values);
  }

  protected word(group: string, value: string): string {
    return word(this.hass.locale.language, group, value);
  }

  /** Does something that a person wants, once at a time; tells whether it worked. */
  protected async attempt(action: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      await action();
      this.problem = null;
      return true;
    } catch (error) {
      this.problem = this.t("error", { message: messageOf(error) });
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Loads what is shown; what was shown before stays if that does not work. */
  protected async fetching(load: () => Promise<void>): Promise<void> {
    try {
      await load();
      this.problem = null;
    } catch (error) {
      this.problem = this.t("error", { message: messageOf(error) });
    }
  }
}
