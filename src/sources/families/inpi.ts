/** INPI's own RNE service: it needs the operator's free account, so the extension never asks it. */
import type { Family } from "./family.ts";

export const inpi: Family = {
  id: "inpi",
  label: "INPI RNE",
  base: "https://registre-national-entreprises.inpi.fr",
  entry: { kind: "session", loginPath: "/api/sso/login", refusedStatuses: [400, 401, 403] },
  quota: { group: "inpi", calls: 60, seconds: 60 },
};
