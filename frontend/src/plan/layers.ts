/** Nodes that need each other, in layers from above to below. Pure. */

/** What stands in a layer: a node, or the way of an edge through it. */
export interface Slot {
  /** Position of the node, null for a way. */
  node: number | null;
  /** Slots of the next layer that follow from it. */
  next: number[];
}

export interface Layers {
  layers: Slot[][];
  /** Nodes on which nobody waits. */
  last: number[];
}

/**
 * Puts every node below all that it needs. An edge over several layers has a slot in each,
 * so that it goes around the nodes in between. `needs` names positions; one that is not
 * there, or a circle, is passed over.
 */
export const layersOf = (needs: readonly (readonly number[])[]): Layers => {
  const depths = depthsOf(needs);
  const layers: Slot[][] = [];
  const layer = (depth: number): Slot[] => (layers[depth] ??= []);
  const places = needs.map((_, node) => layer(depths[node] ?? 0).push({ node, next: [] }) - 1);
  const needed = new Set<number>();
  needs.forEach((list, node) => {
    const depth = depths[node] ?? 0;
    for (const one of list) {
      const from = depths[one];
      if (from === undefined || from >= depth) continue;
      needed.add(one);
      let slot = layer(from)[places[one] ?? 0];
      for (let at = from + 1; at < depth; at += 1) {
        const way: Slot = { node: null, next: [] };
        slot?.next.push(layer(at).push(way) - 1);
        slot = way;
      }
      slot?.next.push(places[node] ?? 0);
    }
  });
  const last = needs.map((_, node) => node).filter((node) => !needed.has(node));
  return { layers: ordered(layers), last };
};

const depthsOf = (needs: readonly (readonly number[])[]): number[] => {
  const depths: number[] = needs.map(() => 0);
  // A plan has no circles; if one came all the same, this ends nevertheless.
  for (let turn = 0; turn < needs.length; turn += 1) {
    let changed = false;
    for (const [node, list] of needs.entries()) {
      const above = list.filter((one) => one in depths && one !== node);
      const depth = Math.max(-1, ...above.map((one) => depths[one] ?? 0)) + 1;
      if (depth > (depths[node] ?? 0) && depth < needs.length) {
        depths[node] = depth;
        changed = true;
      }
    }
    if (!changed) break;
  }
  return depths;
};

/** Puts each slot near the middle of those above it, so that few edges cross. */
const ordered = (layers: Slot[][]): Slot[][] => {
  for (let depth = 1; depth < layers.length; depth += 1) {
    const above = layers[depth - 1] ?? [];
    const here = layers[depth] ?? [];
    const sums = here.map(() => ({ sum: 0, count: 0 }));
    above.forEach((slot, index) => {
      for (const one of slot.next) {
        const found = sums[one];
        if (found) {
          found.sum += index;
          found.count += 1;
        }
      }
    });
    const middle = (index: number): number => {
      const found = sums[index];
      return found?.count ? found.sum / found.count : index;
    };
    const order = here.map((_, index) => index).sort((a, b) => middle(a) - middle(b) || a - b);
    const moved = new Map(order.map((from, to) => [from, to]));
    layers[depth] = order.map((index) => here[index] as Slot);
    for (const slot of above) slot.next = slot.next.map((one) => moved.get(one) ?? one);
  }
  return layers;
};
