import { css } from "lit";

/**
 * Colours are those of the theme, so light and dark follow it. Its primary colour alone is
 * too pale for text: in words, and behind them, it is mixed with that of the text.
 */
export const shared = css`
  :host {
    display: block;
    color: var(--primary-text-color, #212121);
    --link: color-mix(
      in srgb,
      var(--primary-color, #03a9f4) 60%,
      var(--primary-text-color, #212121)
    );
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  h2 {
    font-size: var(--ha-font-size-l, 16px);
    font-weight: 500;
    margin: 0 0 8px;
  }
  h3 {
    font-size: 0.85rem;
    font-weight: 500;
    margin: 16px 0 4px;
    color: var(--secondary-text-color, #666);
  }
  p {
    margin: 4px 0;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  a {
    color: var(--link);
  }
  .card {
    background: var(--card-background-color, #fff);
    border: 1px solid var(--divider-color, #ddd);
    border-radius: var(--ha-card-border-radius, 12px);
    padding: 16px;
    overflow-wrap: anywhere;
  }
  .quiet {
    color: var(--secondary-text-color, #666);
  }
  .problem,
  .alarm {
    border: 1px solid var(--error-color, #db4437);
    border-left-width: 6px;
    border-radius: 8px;
    padding: 8px 12px;
    margin: 8px 0;
    overflow-wrap: anywhere;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
    justify-content: space-between;
    padding: 8px 0;
  }
  li + li > .line {
    border-top: 1px solid var(--divider-color, #ddd);
  }
  .badge {
    display: inline-block;
    border: 1px solid transparent;
    border-radius: 10px;
    padding: 2px 10px;
    background: color-mix(in srgb, var(--primary-text-color, #212121) 10%, transparent);
    font-size: 0.85rem;
    white-space: nowrap;
  }
  .bad {
    border-left: 4px solid var(--error-color, #db4437);
    padding-left: 8px;
  }
  .badge.strong {
    border-color: var(--error-color, #db4437);
    border-width: 2px;
    font-weight: 500;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 16px;
    align-items: end;
  }
  button {
    font: inherit;
    font-weight: 500;
    min-height: 40px;
    padding: 4px 16px;
    border: 1px solid transparent;
    border-radius: 20px;
    color: var(--link);
    background: color-mix(in srgb, var(--primary-color, #03a9f4) 12%, transparent);
    cursor: pointer;
  }
  button:hover {
    background: color-mix(in srgb, var(--primary-color, #03a9f4) 20%, transparent);
  }
  button.main {
    background: color-mix(in srgb, var(--primary-color, #03a9f4) 75%, #000);
    color: var(--text-primary-color, #fff);
  }
  button.danger {
    border-color: var(--error-color, #db4437);
    color: var(--primary-text-color, #212121);
    background: transparent;
  }
  button.danger:hover {
    background: color-mix(in srgb, var(--error-color, #db4437) 12%, transparent);
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  button:focus-visible,
  a:focus-visible,
  summary:focus-visible,
  input:focus-visible,
  select:focus-visible {
    outline: 3px solid var(--primary-color, #03a9f4);
    outline-offset: 2px;
  }
  label {
    display: flex;
    flex-direction: column;
    gap: 2px;
    font-size: 0.85rem;
    color: var(--secondary-text-color, #666);
  }
  input,
  select {
    font: inherit;
    font-size: 1rem;
    min-height: 40px;
    max-width: 100%;
    padding: 4px 12px;
    border: none;
    border-bottom: 1px solid var(--secondary-text-color, #666);
    border-radius: 4px 4px 0 0;
    color: var(--primary-text-color, #212121);
    background-color: var(--ha-color-form-background, #f3f3f3);
  }
  pre {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    max-height: 20em;
    overflow: auto;
    margin: 4px 0;
    font-family: var(--ha-font-family-code, monospace);
    font-size: 0.85rem;
  }
  blockquote {
    margin: 4px 0;
    padding: 4px 12px;
    border-left: 4px solid var(--divider-color, #ddd);
    font-style: italic;
    white-space: pre-wrap;
  }
  dialog {
    max-width: min(560px, calc(100vw - 32px));
    border: none;
    border-radius: 24px;
    padding: 24px;
    color: var(--primary-text-color, #212121);
    background: var(--card-background-color, #fff);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
`;
