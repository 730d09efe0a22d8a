/** Where everything of a plan stands on paper. Pure; lengths are pixels. */

import type { PlanBranch, PlanNode } from "../types/plan";
import { layersOf, type Slot } from "./layers";

export const WIDTH = 184;
export const HEIGHT = 52;
const BELOW = 28;
const BESIDE = 16;
const LABEL = 24;
const WAY = 28;

export interface Placed {
  node: PlanNode;
  /** The left upper corner. */
  x: number;
  y: number;
}

export interface Label {
  text: string;
  /** The middle. */
  x: number;
  y: number;
}

/** It is taken if `to` is reached; without `to` if none of `unless` is, and `from` is. */
export interface Edge {
  d: string;
  from: string;
  to: string | null;
  unless: string[];
  back: boolean;
}

export interface Layout {
  width: number;
  height: number;
  nodes: Placed[];
  edges: Edge[];
  labels: Label[];
}

type Paper = Pick<Layout, "nodes" | "edges" | "labels">;

/** Something that takes room: entered above in its middle, left below. */
interface Box {
  width: number;
  height: number;
  draw(paper: Paper, x: number, y: number): void;
}

export const layoutOf = (steps: readonly PlanNode[]): Layout => {
  const box = sequence(steps);
  const paper: Paper = { nodes: [], edges: [], labels: [] };
  box.draw(paper, box.width / 2, 0);
  return { width: box.width, height: box.height, ...paper };
};

const sequence = (steps: readonly PlanNode[]): Box => {
  const boxes = steps.map(step);
  const heights = boxes.reduce((sum, box) => sum + box.height, 0);
  return {
    width: Math.max(WAY, ...boxes.map((box) => box.width)),
    height: heights + BELOW * Math.max(0, boxes.length - 1),
    draw: (paper, x, y) => {
      let at = y;
      boxes.forEach((box, index) => {
        const [node, before] = [steps[index], steps[index - 1]];
        if (node && before) edge(paper, [x, at - BELOW], [x, at], before.path, node.path);
        box.draw(paper, x, at);
        at += box.height + BELOW;
      });
    },
  };
};

const step = (node: PlanNode): Box => {
  if (node.kind === "graph") return below(node, graph(node));
  const { branches } = node;
  if (!branches.length) return leaf(node);
  const last = branches.find((branch) => branch.label === "finally" && node.kind === "try");
  const beside = branches.filter((branch) => branch !== last);
  const box = below(node, columns(node, beside));
  return last ? stacked(box, last) : box;
};

const leaf = (node: PlanNode): Box => ({
  width: WIDTH,
  height: HEIGHT,
  draw: (paper, x, y) => {
    paper.nodes.push({ node, x: x - WIDTH / 2, y });
  },
});

/** A node with what is in it below. */
const below = (node: PlanNode, inner: Box): Box => ({
  width: Math.max(WIDTH, inner.width),
  height: HEIGHT + inner.height,
  draw: (paper, x, y) => {
    paper.nodes.push({ node, x: x - WIDTH / 2, y });
    inner.draw(paper, x, y + HEIGHT);
  },
});

/** What comes last of all, whatever came before. */
const stacked = (box: Box, branch: PlanBranch): Box => {
  const inner = sequence(branch.steps);
  return {
    width: Math.max(box.width, inner.width),
    height: box.height + LABEL + inner.height,
    draw: (paper, x, y) => {
      box.draw(paper, x, y);
      const at = y + box.height;
      edge(paper, [x, at], [x, at + LABEL], branch.path, branch.path);
      paper.labels.push({ text: branch.label, x, y: at + LABEL / 2 });
      inner.draw(paper, x, at + LABEL);
    },
  };
};

const THROUGH: ReadonlySet<string> = new Set(["call", "scene", "device", "tool"]);
const MAY_PASS: ReadonlySet<string> = new Set(["if", "choose"]);

const columns = (node: PlanNode, branches: readonly PlanBranch[]): Box => {
  const boxes = branches.map((branch) => sequence(branch.steps));
  const labels = branches.map((branch) => branch.label);
  // A call goes on by itself if all is well; a choice may have no way for what is so.
  const isWhole = labels.includes("else") || labels.includes("default");
  const passes = THROUGH.has(node.kind) || (MAY_PASS.has(node.kind) && !isWhole);
  // A loop leads back beside what is in it.
  const more = node.kind === "repeat" ? 2 * BESIDE : 0;
  const widths = boxes.map((box, index) =>
    Math.max(box.width + more, textWidth(labels[index] ?? "")),
  );
  if (passes) widths.unshift(WAY);
  const inner = BELOW + LABEL + Math.max(0, ...boxes.map((box) => box.height));
  const height = inner + BELOW;
  return {
    width: total(widths),
    height,
    draw: (paper, x, y) => {
      const middles = spread(widths, x);
      const paths = branches.map((branch) => branch.path);
      if (passes) {
        const at = middles.shift() ?? x;
        edge(paper, [x, y], [at, y + BELOW], node.path, null, paths);
        edge(paper, [at, y + BELOW], [at, y + inner], node.path, null, paths);
        edge(paper, [at, y + inner], [x, y + height], node.path, null, paths);
      }
      branches.forEach((branch, index) => {
        const [at, box] = [middles[index] ?? x, boxes[index] as Box];
        const top = y + BELOW + LABEL;
        edge(paper, [x, y], [at, y + BELOW], node.path, branch.path);
        edge(paper, [at, y + BELOW], [at, top], node.path, branch.path);
        paper.labels.push({ text: branch.label, x: at, y: y + BELOW + LABEL / 2 });
        box.draw(paper, at, top);
        const bottom = top + box.height;
        if (bottom < y + inner) edge(paper, [at, bottom], [at, y + inner], branch.path, branch.path);
        edge(paper, [at, y + inner], [x, y + height], branch.path, branch.path);
        if (node.kind === "repeat") back(paper, at + box.width / 2, [x, y], y + inner, branch.path);
      });
    },
  };
};

/** The nodes of a graph in layers, with the ways between them. */
const graph = (node: PlanNode): Box => {
  const inner = node.branches.map((branch) => branch.steps[0]).filter((one) => one !== undefined);
  const ids = new Map(inner.map((one, index) => [one.id, index]));
  const needs = inner.map((one) => one.depends_on.flatMap((id) => ids.get(id) ?? []));
  const { layers, last } = layersOf(needs);
  const boxes = inner.map(step);
  const room = (slot: Slot): Box | undefined => boxes[slot.node ?? -1];
  const widths = layers.map((layer) => layer.map((slot) => room(slot)?.width ?? WAY));
  const heights = layers.map((layer) => Math.max(0, ...layer.map((slot) => room(slot)?.height ?? 0)));
  const height = heights.reduce((sum, one) => sum + one + BELOW, BELOW);
  return {
    width: Math.max(WAY, ...widths.map(total)),
    height,
    draw: (paper, x, y) => {
      const middles = widths.map((list) => spread(list, x));
      const tops: number[] = [];
      heights.reduce((at, one, depth) => ((tops[depth] = at), at + one + BELOW), y + BELOW);
      const bottom = y + height;
      layers.forEach((layer, depth) => {
        const [top, tall] = [tops[depth] ?? y, heights[depth] ?? 0];
        layer.forEach((slot, index) => {
          const at = middles[depth]?.[index] ?? x;
          const box = room(slot);
          const own = inner[slot.node ?? -1];
          if (box && own) {
            box.draw(paper, at, top);
            if (!own.depends_on.length) edge(paper, [x, y], [at, top], node.path, own.path);
          } else {
            edge(paper, [at, top], [at, top + tall], "", followed(layers, depth, slot, inner));
          }
          for (const one of slot.next) {
            const next = layers[depth + 1]?.[one];
            if (!next) continue;
            const end: [number, number] = [middles[depth + 1]?.[one] ?? x, tops[depth + 1] ?? top];
            const to = followed(layers, depth + 1, next, inner);
            const from: [number, number] = [at, top + (box?.height ?? tall)];
            edge(paper, from, end, own?.path ?? "", to);
          }
          if (own && last.includes(slot.node ?? -1)) {
            edge(paper, [at, top + (box?.height ?? 0)], [x, bottom], own.path, own.path);
          }
        });
      });
    },
  };
};

/** The path of the node to which a way leads. */
const followed = (layers: Slot[][], depth: number, slot: Slot, nodes: PlanNode[]): string => {
  if (slot.node !== null) return nodes[slot.node]?.path ?? "";
  const next = layers[depth + 1]?.[slot.next[0] ?? -1];
  return next ? followed(layers, depth + 1, next, nodes) : "";
};

const total = (widths: readonly number[]): number =>
  widths.reduce((sum, one) => sum + one, 0) + BESIDE * Math.max(0, widths.length - 1);

/** The middles of things of these widths beside each other around a middle. */
const spread = (widths: readonly number[], x: number): number[] => {
  let at = x - total(widths) / 2;
  return widths.map((width) => {
    const middle = at + width / 2;
    at += width + BESIDE;
    return middle;
  });
};

const textWidth = (text: string): number => Math.min(WIDTH, 24 + text.length * 7);

const edge = (
  paper: Paper,
  [x1, y1]: [number, number],
  [x2, y2]: [number, number],
  from: string,
  to: string | null,
  unless: string[] = [],
): void => {
  const half = (y1 + y2) / 2;
  const d =
    x1 === x2
      ? `M${r(x1)} ${r(y1)}V${r(y2)}`
      : `M${r(x1)} ${r(y1)}C${r(x1)} ${r(half)} ${r(x2)} ${r(half)} ${r(x2)} ${r(y2)}`;
  paper.edges.push({ d, from, to, unless, back: false });
};

/** The way back to the beginning of a loop. */
const back = (
  paper: Paper,
  right: number,
  [x, y]: [number, number],
  bottom: number,
  path: string,
): void => {
  const side = right + BESIDE / 2;
  const d = `M${r(x)} ${r(bottom)}H${r(side)}V${r(y + BELOW / 2)}H${r(x)}`;
  paper.edges.push({ d, from: path, to: path, unless: [], back: true });
};

const r = (value: number): number => Math.round(value * 10) / 10;
