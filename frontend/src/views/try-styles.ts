import { css } from "lit";

export const tryStyles = css`
  textarea {
    font-family: var(--ha-font-family-code, ui-monospace, monospace);
    font-size: 0.9rem;
    line-height: 1.5;
    width: 100%;
    min-height: 12em;
    resize: vertical;
    tab-size: 2;
    padding: 8px 12px;
    border: none;
    border-bottom: 1px solid var(--secondary-text-color, #666);
    border-radius: 4px 4px 0 0;
    color: var(--primary-text-color, #212121);
    background: var(--ha-color-form-background, #f3f3f3);
  }
  textarea:focus-visible {
    outline: 3px solid var(--primary-color, #03a9f4);
    outline-offset: -2px;
  }
  .examples {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 12px 0;
  }
  action-engine-watched,
  action-engine-checked {
    margin-top: 16px;
  }
`;
