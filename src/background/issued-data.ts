/**
 * What the project says of forms after the package was made: a portal map with a number and a day, in a file signed by the project, that the
 * person fetches or their organisation sets. Data alone, and proposed as any map is: nothing is written on its word.
 */
import { z } from "zod";
import { Day } from "../domain/answer.ts";
import { bytesOfHex, hexOf } from "../domain/bytes.ts";
import type { DataProblem, IssuedView, PolicyKey } from "../messages/situation.ts";
import type { Cell, Cells } from "../store/cells.ts";
import type { Lessons } from "./lessons.ts";
import type { Policy } from "./policy.ts";
import { MappedForms, parsed, taughtByMap } from "./portal-map.ts";

const FORMAT = "pli-pret.signed-data";
const VERSION = 1;
/** Characters of the whole file. */
const LARGEST = 1_000_000;
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** The key that holds the place of the publisher's (ECDSA P-256, a JSON Web Key): nobody has its private half. */
export const UNSET_KEY: JsonWebKey = {
  kty: "EC",
  crv: "P-256",
  x: "OYQVtd2ct5I48Vk5Ak0gn2XAhdC9JVKmk4GBVrKPCu4",
  y: "wfrjKg_Nrmig0-xtnV725IPYAcrV5BX-VoLFi5IHqNE",
};

const Named = z.object({ format: z.literal(FORMAT), formatVersion: z.number() });
const Envelope = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.literal(VERSION),
  /** The JSON text of `IssuedData`, as it was signed: no other writing of it is. */
  signed: z.string(),
  /** In hexadecimal, r then s. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

export const IssuedData = z.object({ version: z.number().int().min(1), issuedOn: Day, forms: MappedForms });
export type IssuedData = z.infer<typeof IssuedData>;

/** The data followed, and whose they are. */
export type DataInForce = IssuedData & Pick<IssuedView, "from">;

/** The last file that was taken in; `null`: none, or given up. */
export const dataCell = (local: Cells): Cell<IssuedData | null> => local("data", IssuedData.nullable(), null, []);

/** Signs what is issued. @returns the text of the file */
export async function signedText(data: IssuedData, privateKey: JsonWebKey): Promise<string> {
  const key = await crypto.subtle.importKey("jwk", privateKey, ALGORITHM, false, ["sign"]);
  const signed = JSON.stringify(IssuedData.parse(data));
  const signature = hexOf(new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, bytesOf(signed))));
  const envelope: z.input<typeof Envelope> = { format: FORMAT, formatVersion: VERSION, signed, signature };
  return `${JSON.stringify(envelope, null, 2)}\n`;
}

type ReadProblem = Exclude<DataProblem, "notNewer" | "packageNewer" | "settled">;

/** What a file says, once its signature is that of the key; or why it is not followed. */
export async function readIssued(text: string, publicKey: JsonWebKey): Promise<IssuedData | { readonly problem: ReadProblem }> {
  if (text.length > LARGEST) return { problem: "tooLarge" };
  const read = parsed(text);
  if (read === undefined) return { problem: "notJson" };
  const named = Named.safeParse(read);
  if (!named.success) return { problem: "notData" };
  if (named.data.formatVersion !== VERSION) return { problem: "otherVersion" };
  const envelope = Envelope.safeParse(read);
  if (!envelope.success || !(await isSigned(envelope.data, publicKey)))
    return { problem: publicKey.x === UNSET_KEY.x ? "noKey" : "badSignature" };
  // Signed, and not understood: it names what another version of the extension knows.
  return IssuedData.safeParse(parsed(envelope.data.signed)).data ?? { problem: "otherVersion" };
}

/** What the organisation set; `null`: nothing, or what the project did not sign, which is no choice. */
export async function organisationData({ data: text }: Policy, publicKey: JsonWebKey): Promise<IssuedData | null> {
  const read = text === null ? null : await readIssued(text, publicKey);
  return read === null || "problem" in read ? null : read;
}

/** What the organisation set and is not followed: what has not the right form, and data that the project did not sign. */
export function unheededIn({ unheeded, data }: Policy, organisation: IssuedData | null): readonly PolicyKey[] {
  return data !== null && organisation === null ? [...unheeded, "data"] : unheeded;
}

async function isSigned({ signed, signature }: z.infer<typeof Envelope>, publicKey: JsonWebKey): Promise<boolean> {
  if (!signed.isWellFormed()) return false;
  const key = await crypto.subtle.importKey("jwk", publicKey, ALGORITHM, false, ["verify"]);
  return crypto.subtle.verify(ALGORITHM, key, bytesOfHex(signature), bytesOf(signed));
}

/** What is signed says what it is: a signature made for another use of the key is none. */
function bytesOf(signed: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${FORMAT} ${VERSION}\n${signed}`);
}

/** The organisation's file wins over the person's; a package that is as recent wins over both. */
export function inForce(packaged: IssuedData, file: IssuedData | null, organisation: IssuedData | null): DataInForce {
  if (organisation !== null && organisation.version > packaged.version) return { ...organisation, from: "organisation" };
  if (file !== null && file.version > packaged.version) return { ...file, from: "file" };
  return { ...packaged, from: "package" };
}

/** The data as lessons that nobody has confirmed yet. */
export function lessonsIn({ issuedOn, forms }: IssuedData): Lessons {
  return taughtByMap(forms, `${issuedOn}T00:00:00.000Z`);
}

export function dataViewOf({ from, version, issuedOn, forms }: DataInForce): IssuedView {
  return { from, version, issuedOn, forms: forms.length, sites: new Set(forms.map(({ host }) => host)).size };
}
