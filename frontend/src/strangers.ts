/** Texts that somebody else has chosen. They are only ever shown as text. */

/** Characters that turn the direction of what follows, and can make it read otherwise. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A text in which nothing makes it read otherwise than it is written. */
export const honest = (text: string): string => text.replace(TURNING, "\ufffd");
