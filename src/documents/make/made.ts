/** What a dossier is made of, and what comes out. Plain data: it crosses from a page to its worker and back. */

import type { PieceKind } from "../../domain/pieces.ts";
import type { LeftOutReason, MakeProgress } from "../../domain/prepared.ts";
import type { SeenCode } from "../../domain/seen-code.ts";
import type { Signature } from "../../domain/signature.ts";
import type { Typefaces } from "../pdf/letters.ts";
import type { Repair } from "../pdf/repair.ts";

/** One requested document, in its place. */
export interface DossierItem {
  readonly id: string;
  readonly kind: PieceKind;
  readonly title: string;
  /** SIRET of the other company that the document is of: its file name says so. */
  readonly of?: string | undefined;
  /** Who gave it: "URSSAF", "Coffre de l'entreprise". */
  readonly source: string;
  /** Days are "YYYY-MM-DD". */
  readonly retrievedOn?: string | undefined;
  readonly validUntil?: string | undefined;
  /** For the accounts, the closing day. */
  readonly closingOn?: string | undefined;
  /** The code that the issuer verifies, and where. */
  readonly check?: { readonly code: string; readonly at: string } | undefined;
  /** Codes printed on it, as read. */
  readonly codes?: readonly SeenCode[];
  /** Media type of a file made here; for others, the bytes tell. */
  readonly mediaType?: string | undefined;
}

export interface DossierRequest {
  readonly company: { readonly name: string | null; readonly siret: string };
  readonly consultation: {
    readonly reference?: string | undefined;
    readonly objet?: string | undefined;
    readonly acheteurNom?: string | undefined;
    readonly dateLimite?: string | undefined;
  } | null;
  /** In the dossier's order. */
  readonly items: readonly DossierItem[];
  /** "Pièce n / page m" at the foot of each page. */
  readonly footers: boolean;
  /** Size that a volume should not exceed, in bytes. */
  readonly targetBytes?: number | undefined;
  /** Longest file name in characters, when the portal sets a lower limit. */
  readonly nameLength?: number | undefined;
  /** ISO 8601. */
  readonly madeAt: string;
}

/** How one document ended. */
export interface ItemOutcome {
  readonly id: string;
  /** Its number in the dossier, from 1. */
  readonly number: number;
  readonly title: string;
  /** ASCII name of the original, as attached or in the ZIP. */
  readonly fileName: string;
  /** Of the original; absent when its bytes could not be had. */
  readonly sha256?: string;
  readonly size?: number;
  readonly pages: number;
  /** True for a signed document: merging breaks the signature, so the untouched original is attached to the PDF. */
  readonly signed: boolean;
  /** Its signatures, as they say they are. */
  readonly signatures: readonly Signature[];
  /** True when the value of some form field could not be drawn: the original is attached to the PDF too. */
  readonly incompleteForm: boolean;
  /** True when it contains other files, which merging leaves out: the original is attached to the PDF too. */
  readonly holdsFiles: boolean;
  /** True when it was damaged and repaired before it was merged: the original is attached to the PDF too. */
  readonly repaired: boolean;
  /** True when its links, bookmarks or buttons led to other files, or did something: merged, they no longer do. */
  readonly deadLinks: boolean;
  readonly leftOut?: LeftOutReason;
}

/** A file made: one PDF, one volume of several, or a ZIP. */
export interface MadeFile {
  readonly fileName: string;
  readonly mediaType: "application/pdf" | "application/zip";
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly pages: number;
  /** Ids of the documents inside. */
  readonly items: readonly string[];
  /** True when one document alone exceeds the target: it is never split. */
  readonly oversize: boolean;
}

export interface MadeDossier {
  readonly files: readonly MadeFile[];
  readonly outcomes: readonly ItemOutcome[];
}

/** What making a dossier needs from its surroundings. Documents are asked for one at a time. */
export interface MakeDeps {
  /** The bytes of a document, or `null` when they cannot be had. They are transferred: the giver can no longer use them. */
  readonly bytesOf: (id: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly typefaces: Typefaces;
  readonly repair: Repair;
  readonly onProgress?: (progress: MakeProgress) => void;
  readonly signal?: AbortSignal;
}
