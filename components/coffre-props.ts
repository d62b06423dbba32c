/** What comes into the coffre's page, and the gestures that go out of it. */
import type { Notice } from "../src/domain/answer.ts";
import type { CoffrePiece, CompanyNotes, NotKept } from "../src/domain/coffre.ts";
import type { FolderActions } from "./CoffreFolder.tsx";
import type { CoffreCompany } from "./CoffreForm.tsx";
import type { ProtectionActions } from "./CoffreProtection.tsx";

export interface CoffreView {
  readonly companies: readonly CoffreCompany[];
  readonly siren: string | null;
  readonly pieces: readonly CoffrePiece[];
  /** Names of the files still to read; the first is being read. */
  readonly reading: readonly string[];
  /** The page whose picture is being read, in the file being read; `null` when none is. */
  readonly scanning: number | null;
  readonly refused: readonly NotKept[];
  readonly isProtected: boolean;
  /** What the sources publish of the company, when it is the one being worked for. */
  readonly notices: readonly Notice[];
  readonly legalForm: string | undefined;
  readonly explications: CompanyNotes["explications"];
}

export interface CoffreActions extends ProtectionActions {
  readonly choose: (siren: string) => void;
  readonly add: (files: readonly File[]) => void;
  /** Keeps the file whose picture is being read, without waiting for its text. */
  readonly skipScan: () => void;
  /** Rejects when the browser could not write it. */
  readonly amend: (piece: CoffrePiece) => Promise<void>;
  readonly discard: (pieceId: string) => void;
  readonly view: (pieceId: string) => void;
  readonly explain: (explication: CompanyNotes["explications"][number]) => Promise<void>;
  /** `null` where the browser lets no extension write in a folder. */
  readonly folder: FolderActions | null;
  /** The document itself; `null` when it is gone. */
  readonly load: (pieceId: string) => Promise<Blob | null>;
}

export interface CoffreProps {
  readonly view: CoffreView;
  readonly actions: CoffreActions;
  /** "2026-05-31": the day the documents are judged on. */
  readonly today: string;
}
