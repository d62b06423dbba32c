/** The whole screen of the popup and the side panel: a situation comes in, the person's gestures go out. */
import { type ReactNode, useState } from "react";
import type { FieldKey } from "../src/domain/fields.ts";
import type { PieceKind } from "../src/domain/pieces.ts";
import type { DocumentProblem } from "../src/domain/prepared.ts";
import type { AttachReport, ControlRef, Output, SlotChoice } from "../src/messages/contract.ts";
import { COMPANY_DRAFT } from "../src/messages/kept-screen.ts";
import type { Situation } from "../src/messages/situation.ts";
import type { AccountActions } from "./AccountDifferences.tsx";
import type { CatchActions } from "./CatchTab.tsx";
import type { HandIn } from "./CoffreDrop.tsx";
import { CompanyChooser } from "./CompanyChooser.tsx";
import type { FindCompanies } from "./CompanyForm.tsx";
import type { Correct } from "./Correction.tsx";
import { Envelope } from "./Envelope.tsx";
import { LostCard, TroubleCard } from "./Obstacles.tsx";
import type { Teach } from "./Reassign.tsx";
import type { SavingActions } from "./SavePage.tsx";
import "./Screen.css";
import { type ScreenMemory, useKept } from "./useKept.ts";
import { Work } from "./Work.tsx";

/** What the screen asks for. Those that answer may reject: the page went away. */
export interface ScreenActions extends SavingActions {
  readonly chooseCompany: (siret: string) => void;
  readonly forgetCompany: (siret: string) => void;
  readonly findCompanies: FindCompanies;
  readonly retry: (sourceId: string | null) => void;
  readonly readPage: () => Promise<Output<"readPage">>;
  readonly remember: (values: Partial<Record<FieldKey, string>>) => Promise<readonly FieldKey[]>;
  readonly correct: Correct;
  /** Leads to a control of the page. */
  readonly goTo: (control: ControlRef) => Promise<void>;
  readonly teach: Teach;
  readonly fill: (except: readonly ControlRef[], accepted: readonly ControlRef[]) => Promise<Output<"fill">>;
  readonly undo: () => Promise<Output<"undo">>;
  readonly attach: (slots: readonly SlotChoice[]) => Promise<AttachReport>;
  /** Answers why the document cannot be had, or `null`. */
  readonly openPiece: (pieceId: string) => Promise<DocumentProblem | null>;
  readonly downloadPiece: (pieceId: string) => Promise<DocumentProblem | null>;
  readonly signIn: () => Promise<Output<"signIn">["outcome"]>;
  readonly signOut: () => Promise<unknown>;
  readonly openOptions: () => void;
  /** Has the browser ask for these hosts; to be called in the person's gesture. */
  readonly allow: (origins: readonly string[]) => void;
  /** Leaves the organisation's service for the public registers. */
  readonly useOpenData: () => void;
  readonly openCoffre: () => void;
  /** Opens the closed coffre here; answers false when the passphrase is not the right one. */
  readonly unlockCoffre: (passphrase: string) => Promise<boolean>;
  /** Gives files to the coffre; `null` where the screen closes before they can be chosen. */
  readonly handIn: HandIn | null;
  readonly compareAccount: AccountActions["compareAccount"];
  /** What the tab offers the coffre. */
  readonly survey: CatchActions["survey"];
  readonly take: CatchActions["take"];
  /** Called when the person goes to obtain that piece, or stops waiting for it. */
  readonly awaitPiece: (kind: PieceKind, wanted: boolean) => void;
  /** The page where the dossier is composed. */
  readonly openDossier: () => void;
  /** `null` where the browser has no panel, or where this is the panel. */
  readonly openPanel: (() => void) | null;
}

export interface ScreenProps {
  readonly situation: Situation;
  readonly actions: ScreenActions;
  readonly memory: ScreenMemory;
  readonly now: Date;
  /** What an update brought, above the rest. */
  readonly news?: ReactNode;
}

export function Screen({ situation, actions, memory, now, news }: ScreenProps) {
  const kept = useKept(situation, memory);
  const typed = kept.kept.drafts[COMPANY_DRAFT] ?? "";
  const type = (text: string) => kept.draft(COMPANY_DRAFT, text === "" ? null : text);
  const [changing, setChanging] = useState(typed !== "");
  const { company, stage } = situation;
  const choosing = changing || stage === "noCompany";
  const leave = () => {
    setChanging(false);
    type("");
  };
  return (
    <div className="screen" data-stage={stage}>
      <Envelope
        situation={situation}
        now={now}
        onChangeCompany={() => (changing ? leave() : setChanging(true))}
        onOptions={actions.openOptions}
        onPanel={actions.openPanel}
      />
      {news}
      {choosing ? (
        <Choosing {...{ situation, actions, typed, onType: type, onLeave: leave }} />
      ) : (
        <Work key={company?.siret} situation={situation} actions={actions} now={now} kept={kept} onOther={() => setChanging(true)} />
      )}
    </div>
  );
}

interface ChoosingProps extends Pick<ScreenProps, "situation" | "actions"> {
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
}

/** For which company, with what stands in the way of knowing. */
function Choosing({ situation, actions, typed, onType, onLeave }: ChoosingProps) {
  const { service } = situation;
  const missing = service.publicServices?.origins ?? [];
  // Permission is asked in the same gesture, as browsers require; the registers are named beside the field.
  const choose = (siret: string) => {
    onLeave();
    if (missing.length > 0) actions.allow(missing);
    actions.chooseCompany(siret);
  };
  return (
    <main className="scroll">
      {situation.choicesLost && (
        <div className="above">
          <LostCard />
        </div>
      )}
      {service.trouble !== null && (
        <div className="above">
          <TroubleCard
            service={service}
            known={false}
            onRetry={() => actions.retry(null)}
            onOptions={actions.openOptions}
            onOpenData={actions.useOpenData}
          />
        </div>
      )}
      <CompanyChooser
        situation={situation}
        onChoose={choose}
        onForget={actions.forgetCompany}
        onFind={actions.findCompanies}
        onOptions={actions.openOptions}
        text={typed}
        onType={onType}
        onBack={situation.company === null ? undefined : onLeave}
      />
    </main>
  );
}
