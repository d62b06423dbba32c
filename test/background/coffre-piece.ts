/** A document of the coffre that ends on 31 December 2026. */
import type { CoffrePiece } from "../../src/domain/coffre.ts";

export const POLICY: CoffrePiece = {
  id: "p1",
  siren: "900000019",
  kind: "rcPro",
  title: "Assurance RC",
  fileName: "rc.pdf",
  type: "application/pdf",
  size: 1,
  sha256: "0",
  addedAt: "2026-01-02T09:00:00.000Z",
  validFrom: "2026-01-01",
  validUntil: "2026-12-31",
  validityBasis: "document",
  confirmed: true,
};
