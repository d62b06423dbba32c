/** The portals, in the order in which they are looked for. */
import { achatpublic } from "./achatpublic/index.ts";
import { atexo } from "./atexo/index.ts";
import { awsAchat } from "./aws-achat/index.ts";
import { dume } from "./dume/index.ts";
import { eMarchespublics } from "./e-marchespublics/index.ts";
import { klekoon } from "./klekoon/index.ts";
import { marchesSecurises } from "./marches-securises/index.ts";
import { passeMarche } from "./passe-marche/index.ts";
import { place } from "./place/index.ts";
import type { Portal } from "./portal.ts";
import { xmarches } from "./xmarches/index.ts";

export const PORTALS: readonly Portal[] = [
  place,
  atexo,
  awsAchat,
  achatpublic,
  eMarchespublics,
  marchesSecurises,
  klekoon,
  xmarches,
  dume,
  passeMarche,
];
