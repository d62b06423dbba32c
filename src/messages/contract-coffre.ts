/** What the coffre's page asks of the background, which knows the company: its documents are read by the page itself. */
import { z } from "zod";
import { Dossier } from "../domain/dossier.ts";
import { Situation } from "./situation.ts";

export const COFFRE_ROWS = {
  /** The companies worked for, and what is published of the current one. No document is read. */
  showCompany: {
    to: "background",
    from: "screen",
    input: z.object({}),
    output: z.object({
      companies: Situation.shape.companies,
      company: Situation.shape.company,
      readsScans: z.boolean(),
      notices: Dossier.shape.notices,
      /** INSEE's code of its legal form, "5710", when a source gives it. */
      legalForm: z.string().optional(),
    }),
  },
} as const;
