import type { Hass } from "../hass";

type Entities = NonNullable<Hass["entities"]>;
type Seen = Pick<Hass, "states" | "entities">;

const known = new WeakMap<Entities, readonly string[]>();

const ownOf = (entities: Entities): readonly string[] => {
  let own = known.get(entities);
  if (own === undefined) {
    const ids = Object.keys(entities);
    own = ids.filter((id) => entities[id]?.platform === "action_engine");
    known.set(entities, own);
  }
  return own;
};

/** Tells whether an entity of the engine has changed: a switch, a status, a panic stop. */
export const ownEntitiesChanged = (before: Seen, after: Seen): boolean =>
  before.states !== after.states &&
  ownOf(after.entities ?? {}).some((id) => before.states[id] !== after.states[id]);
