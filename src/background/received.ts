/** A document as a service sent it: taken for what its bytes are, or not at all. */

import { bodyOf } from "../domain/bytes.ts";
import { extensionOf, fileTypeOf } from "../domain/files.ts";
import type { DocumentProblem } from "../domain/prepared.ts";
import { sha256Of } from "../domain/sha256.ts";
import type { FetchedDocument } from "./service.ts";

/** Heavier documents are no attestations. */
const MOST_BYTES = 30 * 1024 * 1024;

interface Announced {
  /** Without its extension, which comes from the bytes. */
  readonly name: string;
  /** Fingerprint that the bytes must have, in hexadecimal, when one was told. */
  readonly sha256?: string | undefined;
}

/** Reads the document. A web page, a program or nothing at all under its name is `notADocument`; other bytes than those told of are `changed`. */
export async function receive(
  response: Response,
  { name, sha256 }: Announced,
): Promise<FetchedDocument | { readonly problem: DocumentProblem }> {
  const bytes = await bodyOf(response, MOST_BYTES);
  if (bytes === "tooLarge") return { problem: "tooLarge" };
  const mediaType = fileTypeOf(bytes);
  if (mediaType === undefined) return { problem: "notADocument" };
  if (sha256 !== undefined && sha256.toLowerCase() !== (await sha256Of(bytes))) return { problem: "changed" };
  return { bytes, mediaType, fileName: `${name}.${extensionOf(mediaType)}` };
}
