/** Waiting for the page. */

/** How long a page may take to clear or change what was written, in milliseconds. */
export const SETTLE_MS = 500;

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
