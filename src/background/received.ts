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
  /** SHA-256 that the bytes must have, in hexadecimal, when the service gave one. */
  readonly sha256?: string | undefined;
}

/** Reads the document. `notADocument`: a web page, a program or an empty body. `changed`: the bytes do not have the expected hash. */
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
