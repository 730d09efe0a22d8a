/** Goes to another page of the frontend, without loading it anew. */
export const navigate = (path: string): void => {
  history.pushState(null, "", path);
  window.dispatchEvent(
    new CustomEvent("location-changed", { detail: { replace: false } }),
  );
};

/** For links: a plain click stays in the frontend, any other is the browser's. */
export const followLink = (event: MouseEvent): void => {
  const link = event.currentTarget;
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (plain && link instanceof HTMLAnchorElement) {
    event.preventDefault();
    navigate(link.pathname + link.search);
  }
};

/** What stands in an address; itself where nobody can read it. */
export const readable = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

export const PANEL = "/action-engine";
export const executionPath = (id: string): string =>
  `${PANEL}/executions/${encodeURIComponent(id)}`;
