/** Who has asked, in words. Pure. */

import { entityName } from "./format";
import type { Hass } from "./hass";
import { honest } from "./strangers";
import type { Asker } from "./types/approval";

type Names = Pick<Hass, "states" | "entities" | "devices" | "areas">;

/** From the one who speaks to the account behind him: `ollama / conversation, Bot`. */
export const askerName = (hass: Names, asker: Asker | undefined): string | null => {
  if (!asker) return null;
  const { agent } = asker;
  const model = [agent?.platform, agent?.assistant].filter(Boolean).join(" / ");
  const place = asker.entity_id === null ? null : entityName(hass, asker.entity_id);
  const parts = [model || null, place, asker.name].filter((one) => one !== null);
  return parts.length ? honest(parts.join(", ")) : null;
};
