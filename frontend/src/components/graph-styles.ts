import { css } from "lit";

/** Colours of the ways as on Home Assistant's page of a trace. */
export const graphStyles = css`
  .scroll {
    overflow: auto;
    max-height: min(70vh, 640px);
    padding: 4px;
    overscroll-behavior: contain;
  }
  .paper {
    position: relative;
    margin: 0 auto;
  }
  svg.ways {
    position: absolute;
    inset: 0;
    overflow: visible;
    pointer-events: none;
  }
  .ways path {
    fill: none;
    stroke: var(--divider-color, #ccc);
    stroke-width: 2;
  }
  .ways path.taken {
    stroke: var(--accent-color, #ff9800);
    stroke-width: 3;
  }
  .ways path.back {
    stroke-dasharray: 4 4;
  }
  .label {
    position: absolute;
    transform: translate(-50%, -50%);
    max-width: 180px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    padding: 0 8px;
    border-radius: 10px;
    font-size: 0.75rem;
    color: var(--secondary-text-color, #666);
    background: var(--secondary-background-color, #eee);
  }
  button.node {
    position: absolute;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 8px;
    text-align: start;
    border: 2px solid var(--divider-color, #ccc);
    border-radius: 12px;
    background: var(--card-background-color, #fff);
    line-height: 1.2;
  }
  button.node.unreached {
    border-style: dashed;
    color: var(--secondary-text-color, #666);
  }
  button.node.done {
    border-color: var(--success-color, #43a047);
  }
  button.node.failed,
  button.node.stopped {
    border-color: var(--error-color, #db4437);
  }
  button.node.running {
    border-color: var(--primary-color, #03a9f4);
  }
  button.node.waiting {
    border-color: var(--warning-color, #ffa600);
  }
  button.node[aria-pressed="true"] {
    box-shadow: 0 0 0 3px var(--primary-color, #03a9f4);
  }
  .node .what {
    flex: 1;
    min-width: 0;
    overflow: hidden;
  }
  .node .what span {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .node small {
    color: var(--secondary-text-color, #666);
  }
  .node svg {
    flex: none;
    width: 20px;
    height: 20px;
    fill: var(--secondary-text-color, #666);
  }
  .done svg.mark {
    fill: var(--success-color, #43a047);
  }
  .failed svg.mark,
  .stopped svg.mark {
    fill: var(--error-color, #db4437);
  }
  .running svg.mark {
    fill: var(--primary-color, #03a9f4);
  }
  .waiting svg.mark {
    fill: var(--warning-color, #ffa600);
  }
  .node .count {
    font-size: 0.75rem;
    font-weight: 500;
  }
`;
