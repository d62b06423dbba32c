import type { ItemOutcome } from "../../src/documents/make/made.ts";

/** A document of one page that went into the dossier with nothing to say of it, but what `more` says. */
export const outcome = (id: string, more: Partial<ItemOutcome> = {}): ItemOutcome => ({
  id,
  number: 1,
  title: `Document ${id}`,
  fileName: `${id}.pdf`,
  pages: 1,
  signed: false,
  signatures: [],
  incompleteForm: false,
  holdsFiles: false,
  repaired: false,
  ...more,
});
