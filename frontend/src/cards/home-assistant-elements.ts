/** Basics of Home Assistant's frontend that are there before a card is. */

export interface HaIcon extends HTMLElement {
  icon?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "ha-card": HTMLElement;
    "ha-icon": HaIcon;
  }
}
