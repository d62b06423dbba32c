/**
 * RGE qualifications, one line for each domain of work; several lines share a document. The documents are at the certifiers' own addresses,
 * which may hold backslashes or plain http.
 */

import type { Certification } from "../domain/answer.ts";
import { isAtHost } from "../domain/hosts.ts";
import { present } from "../domain/present.ts";
import { webAddress } from "./cleaning.ts";
import type { SourcePiece } from "./source.ts";

export interface RgeLine {
  readonly siret: string;
  /** "QUALIBAT-RGE". */
  readonly certificat: string | undefined;
  readonly organisme: string | undefined;
  readonly code: string | undefined;
  readonly qualification: string | undefined;
  readonly domaine: string | undefined;
  readonly validFrom: string | undefined;
  readonly validUntil: string | undefined;
  readonly address: string | null | undefined;
}

/** The certifiers that the list of RGE companies knows. Their documents may be fetched, no others. */
export const CERTIFIER_HOSTS = [
  "*.qualibat.com",
  "*.qualypso.fr",
  "*.qualit-enr.org",
  "*.qualifelec.fr",
  "*.opqibi.com",
  "*.certibat.fr",
  "*.afnor.org",
  "*.cequami.fr",
] as const;

/** One document for each address. `validUntil`: when its last line ends. `partUntil`: the first end still to come, when it is earlier. */
export function rgePieces(lines: readonly RgeLine[], today: string): SourcePiece[] {
  const byAddress = Map.groupBy(
    lines.filter(({ address }) => webAddress(address) !== undefined),
    ({ address }) => webAddress(address) ?? "",
  );
  return [...byAddress].map(([url, covered]) => {
    const [first] = covered;
    const ends = covered.flatMap(({ validUntil }) => validUntil ?? []).sort();
    const validUntil = ends.at(-1);
    const firstEnd = ends.find((end) => end >= today);
    const partUntil = firstEnd === validUntil ? undefined : firstEnd;
    const validFrom = covered.flatMap((line) => line.validFrom ?? []).sort()[0];
    return {
      kind: "rge",
      title: `Certificat RGE ${first?.certificat ?? first?.organisme ?? ""}`.trim(),
      ...present({ siret: first?.siret, validFrom, validUntil, partUntil }),
      validityBasis: validUntil === undefined ? "unknown" : "source",
      publicUrl: url,
      location: isAtHost(url, CERTIFIER_HOSTS) ? { url, steps: "direct" } : null,
    };
  });
}

/** One certification for each qualification and period, with its domains of work as details. */
export function rgeCertifications(lines: readonly RgeLine[]): Certification[] {
  const byQualification = Map.groupBy(lines, ({ certificat, code, qualification, validFrom, validUntil }) =>
    [certificat, code, qualification, validFrom, validUntil].join("|"),
  );
  return [...byQualification.values()].flatMap((grouped): Certification[] => {
    const [line] = grouped;
    if (line === undefined) return [];
    const url = webAddress(line.address);
    const details = [...new Set(grouped.flatMap(({ domaine }) => domaine ?? []))];
    return [
      {
        kind: "rge",
        label: line.qualification ?? line.certificat ?? "Qualification RGE",
        held: true,
        rge: true,
        ...present({ code: line.code, body: line.organisme, validFrom: line.validFrom, validUntil: line.validUntil }),
        validityBasis: line.validUntil === undefined ? "unknown" : "source",
        details,
        ...present({ url }),
      },
    ];
  });
}
