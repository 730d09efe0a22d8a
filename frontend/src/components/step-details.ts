import { html, nothing, type TemplateResult } from "lit";
import { duration, entityName, plain } from "../format";
import type { Hass } from "../hass";
import { localize, type Key } from "../localize";
import type { Bar } from "../bars";
import type { Failure } from "../types/execution";

const names = (hass: Hass, ids: string[] = []): string | null =>
  ids.map((id) => entityName(hass, id)).join(", ") || null;

const failures = (hass: Hass, list: Failure[] = []): string | null => {
  const lines = list.map((one, index) => {
    const left = names(hass, one.targets);
    const took = duration(hass, one.duration);
    return `${index + 1}. ${one.error} (${took})${left ? ` – ${left}` : ""}`;
  });
  return lines.join("\n") || null;
};

/** What went out and came back in a step; every value is somebody else's, so it is text. */
export const stepDetails = (hass: Hass, { step, sent }: Bar): TemplateResult => {
  const t = (key: Key): string => localize(hass.locale.language, key);
  const row = (key: Key, value: unknown): TemplateResult | typeof nothing =>
    value === undefined || value === null
      ? nothing
      : html`<dt>${t(key)}</dt>
          <dd><pre>${plain(value)}</pre></dd>`;
  const seen = step.seen === undefined ? null : t(step.seen ? "step.seen_yes" : "step.seen_no");
  return html`<dl>
    ${row("step.targets", names(hass, step.targets))} ${row("step.sent", sent)}
    ${row("step.response", step.response)} ${row("step.expected", step.expected)}
    ${row("step.seen", seen)} ${row("step.failures", failures(hass, step.failures))}
    ${row("step.error", step.error)} ${row("step.note", step.note)}
    ${row("step.path", step.path)}
  </dl>`;
};
