import type { Hass } from "../hass";
import type { Grant } from "../types/grant";
import { ask } from "./ask";

export const listGrants = async (hass: Hass): Promise<Grant[]> =>
  (await ask<{ grants: Grant[] }>(hass, "list_grants")).grants;

export const revokeGrant = (hass: Hass, id: string): Promise<unknown> =>
  ask(hass, "revoke_grant", { grant_id: id });
