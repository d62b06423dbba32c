import type { ItemOutcome } from "../../src/documents/make/made.ts";

/** A document of one page in the dossier, without remark unless `more` adds one. */
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
  deadLinks: false,
  ...more,
});
