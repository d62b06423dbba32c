/** The DUME of a candidature, as `npm run forms` writes it: the XML of the first company, and its readable version. */
import { randomUUID } from "node:crypto";
import { checkResponse } from "../../src/dume/checks.ts";
import { readableOf } from "../../src/dume/readable.ts";
import { importRequest } from "../../src/dume/request.ts";
import { makeResponse } from "../../src/dume/response.ts";
import { FINDINGS, REQUEST_PROBLEMS, RESPONSE_PROBLEMS } from "../../src/dume/words.ts";
import type { Candidature } from "../../src/formulaires/candidature.ts";
import { TYPEFACES } from "../documents/typefaces.ts";
import type { DumeAnswers } from "./candidature-file.ts";

export interface DumeFiles {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[];
  /** What is left to settle, in French. */
  readonly left: readonly string[];
}

/**
 * @param requestXml the buyer's request, when there is one
 * @throws an `Error` in plain French that says why no DUME can be made
 */
export async function dumeFiles(
  candidature: Candidature,
  answers: DumeAnswers,
  requestXml: string | null,
  madeAt: string,
): Promise<DumeFiles> {
  const request = requestXml === null ? null : requestIn(requestXml);
  const [membre] = candidature.membres;
  const { motifs, appuis, soustraitance, taille, lot } = answers;
  const person = { motifs, appuis, soustraitance, others: [] };
  const made = makeResponse({ candidature, membre, person, request, lot: lot ?? null, taille, uuid: randomUUID(), madeAt });
  if (made.state === "refused") throw new Error(RESPONSE_PROBLEMS[made.problem]);
  const name = `dume_${membre.dossier.siret}`;
  const readable = await readableOf(made.document, madeAt, TYPEFACES);
  return {
    files: [
      { name: `${name}.xml`, bytes: made.xml },
      { name: `${name}.pdf`, bytes: readable.bytes },
    ],
    left: checkResponse(made.document).map(({ code, about }) => FINDINGS[code](about)),
  };
}

function requestIn(xml: string) {
  const read = importRequest(xml);
  if (read.state === "refused") throw new Error(REQUEST_PROBLEMS[read.problem.code](read.problem.detail));
  return read.request;
}
