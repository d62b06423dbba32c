/** The whole screen of the popup and the side panel: a situation comes in, the person's gestures go out. */
import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { FieldKey } from "../src/domain/fields.ts";
import { refOf } from "../src/domain/page-reading.ts";
import type { DocumentProblem, LeftOutReason } from "../src/domain/prepared.ts";
import type { AttachOutcome, ControlRef, Output } from "../src/messages/contract.ts";
import type { Situation, SlotLine } from "../src/messages/situation.ts";
import { ActionBar, type Busy, type Said } from "./ActionBar.tsx";
import type { HandIn } from "./CoffreDrop.tsx";
import { CompanyChooser } from "./CompanyChooser.tsx";
import type { FindCompanies } from "./CompanyForm.tsx";
import { Button } from "./controls.tsx";
import { Envelope } from "./Envelope.tsx";
import { FormTab } from "./FormTab.tsx";
import { whyLeftOut } from "./left-out.ts";
import { Notices, ObstacleCard, obstaclesOf, TroubleCard } from "./Obstacles.tsx";
import { PiecesTab } from "./PiecesTab.tsx";
import "./Screen.css";
import { SignInCard } from "./SignInCard.tsx";
import { SourcesTab } from "./SourcesTab.tsx";
import { useWords } from "./words.tsx";

/** A slot and the pieces chosen for it, in order. */
export interface SlotChoice {
  readonly slot: SlotLine;
  readonly pieces: readonly string[];
}

/** What became of an attaching. */
export interface AttachReport {
  readonly outcomes: readonly AttachOutcome[];
  /** By piece: why it is not in the file made of the others. */
  readonly leftOut: ReadonlyMap<string, DocumentProblem | LeftOutReason>;
}

/** What the screen asks for. Those that answer may reject: the page went away. */
export interface ScreenActions {
  readonly chooseCompany: (siret: string) => void;
  readonly forgetCompany: (siret: string) => void;
  readonly findCompanies: FindCompanies;
  readonly retry: (sourceId: string | null) => void;
  readonly readPage: () => Promise<{ readonly detected: boolean }>;
  readonly remember: (values: Partial<Record<FieldKey, string>>) => Promise<readonly FieldKey[]>;
  readonly correct: (field: FieldKey, value: string) => Promise<boolean>;
  readonly fill: (except: readonly ControlRef[]) => Promise<Output<"fill">>;
  readonly undo: () => Promise<Output<"undo">>;
  readonly attach: (slots: readonly SlotChoice[]) => Promise<AttachReport>;
  /** Answers why the document cannot be had, or `null`. */
  readonly openPiece: (pieceId: string) => Promise<DocumentProblem | null>;
  readonly downloadPiece: (pieceId: string) => Promise<DocumentProblem | null>;
  readonly signIn: () => Promise<Output<"signIn">["outcome"]>;
  readonly signOut: () => void;
  readonly openOptions: () => void;
  readonly openCoffre: () => void;
  /** Gives files to the coffre; `null` where the screen closes before they can be chosen. */
  readonly handIn: HandIn | null;
  /** The page where the dossier is composed. */
  readonly openDossier: () => void;
  /** `null` where there is none, or already there. */
  readonly openPanel: (() => void) | null;
}

interface ScreenProps {
  readonly situation: Situation;
  readonly actions: ScreenActions;
  readonly now: Date;
}

export function Screen({ situation, actions, now }: ScreenProps) {
  const [changing, setChanging] = useState(false);
  const { company, stage } = situation;
  const choosing = changing || stage === "noCompany";
  const choose = (siret: string) => {
    setChanging(false);
    actions.chooseCompany(siret);
  };
  return (
    <div className="screen" data-stage={stage}>
      <Envelope
        situation={situation}
        now={now}
        onChangeCompany={() => setChanging(!changing)}
        onOptions={actions.openOptions}
        onPanel={actions.openPanel}
      />
      {choosing ? (
        <main className="scroll">
          {situation.service.trouble !== null && (
            <div className="above">
              <TroubleCard service={situation.service} known={false} onRetry={() => actions.retry(null)} onOptions={actions.openOptions} />
            </div>
          )}
          <CompanyChooser
            situation={situation}
            onChoose={choose}
            onForget={actions.forgetCompany}
            onFind={actions.findCompanies}
            onOptions={actions.openOptions}
            onBack={company === null ? undefined : () => setChanging(false)}
          />
        </main>
      ) : (
        <Work key={company?.siret} situation={situation} actions={actions} now={now} onOther={() => setChanging(true)} />
      )}
    </div>
  );
}

/** The work on one page for one company. */
function Work({ situation, actions, now, onOther }: ScreenProps & { readonly onOther: () => void }) {
  const { m } = useWords();
  const { dossier, fields, slots, sources, service } = situation;
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const [choices, setChoices] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState<Busy>(null);
  const [said, setSaid] = useState<Said | null>(null);

  const chosen = (slot: SlotLine) => choices.get(refOf(slot)) ?? proposedFor(slot);
  const ready = fields.filter((line) => line.status === "ready" && !excluded.has(refOf(line)));
  const open = slots.filter(
    (slot) => (slot.status === "ready" || slot.status === "ask" || slot.status === "failed") && chosen(slot).length > 0,
  );
  const obstacles = obstaclesOf(dossier);

  async function perform(what: Exclude<Busy, null>, work: () => Promise<Said>): Promise<void> {
    setBusy(what);
    setSaid(null);
    setSaid(await work().catch(() => ({ tone: "bad" as const, text: m.actions.pageGone })));
    setBusy(null);
  }

  const fill = () =>
    perform("fill", async () => {
      const except = fields.filter((line) => excluded.has(refOf(line))).map(({ frameId, id }) => ({ frameId, id }));
      const { filled, left, gone } = await actions.fill(except);
      if (gone && filled === 0) return { tone: "bad", text: m.actions.pageGone };
      return { tone: "ok", text: left === 0 ? m.actions.filled(filled) : m.actions.filledLeft(filled, left) };
    });

  const undo = () =>
    perform("undo", async () => {
      const { restored, gone } = await actions.undo();
      return gone && restored === 0 ? { tone: "bad", text: m.actions.pageGone } : { tone: "plain", text: m.actions.restored(restored) };
    });

  const attach = () =>
    perform("attach", async () => {
      const { outcomes, leftOut } = await actions.attach(open.map((slot) => ({ slot, pieces: chosen(slot) })));
      const failed = outcomes.filter(({ outcome }) => outcome !== "attached");
      setProblems(
        new Map([
          ...failed.map((outcome) => [refOf(outcome), attachProblem(outcome, slots, m)] as const),
          ...[...leftOut].map(([id, why]) => [id, m.dossier.leftOutBecause(whyLeftOut(why, m))] as const),
        ]),
      );
      if (failed.length > 0) return { tone: "bad", text: m.actions.someNotAttached(failed.length) };
      const files = outcomes.reduce((sum, outcome) => sum + outcome.files.length, 0);
      if (leftOut.size > 0) return { tone: "warn", text: m.actions.attachedLeftOut(files, leftOut.size) };
      return { tone: "ok", text: m.actions.attached(files) };
    });

  async function bring(pieceId: string, action: (pieceId: string) => Promise<DocumentProblem | null>): Promise<void> {
    const problem = await action(pieceId);
    const others = [...problems].filter(([id]) => id !== pieceId);
    setProblems(new Map(problem === null ? others : [...others, [pieceId, m.pieces.problems[problem]]]));
  }

  return (
    <>
      <main className="scroll">
        <div className="above">
          <Headline situation={situation} ready={ready.length} onRead={actions.readPage} />
          <TroubleCard service={service} known={dossier !== null} onRetry={() => actions.retry(null)} onOptions={actions.openOptions} />
          {obstacles.map((conflict) => (
            <ObstacleCard key={conflict.code} conflict={conflict} onUse={actions.chooseCompany} onOther={onOther} />
          ))}
        </div>
        <Tabs className="tabs" defaultSelectedKey={situation.stage === "noForm" ? "pieces" : "form"}>
          <TabList aria-label={m.tabs.label}>
            <CountedTab id="form" title={m.tabs.form} count={fields.length} />
            <CountedTab id="pieces" title={m.tabs.pieces} count={dossier?.pieces.length ?? 0} />
            <CountedTab id="sources" title={m.tabs.sources} count={sources.length} />
          </TabList>
          <TabPanel id="form">
            <FormTab
              fields={fields}
              excluded={excluded}
              onExclude={(ref, isExcluded) => setExcluded(toggled(excluded, ref, isExcluded))}
              onRemember={actions.remember}
              onCorrect={actions.correct}
              dossier={dossier}
            />
          </TabPanel>
          <TabPanel id="pieces">
            <PiecesTab
              slots={slots}
              dossier={dossier}
              chosen={chosen}
              problems={problems}
              onChoose={(ref, ids) => setChoices(new Map([...choices, [ref, ids]]))}
              onOpen={(id) => bring(id, actions.openPiece)}
              onDownload={(id) => bring(id, actions.downloadPiece)}
              coffreLocked={situation.coffreLocked}
              now={now}
              onCoffre={actions.openCoffre}
              onFiles={actions.handIn}
              prepared={situation.prepared}
              onDossier={actions.openDossier}
            />
          </TabPanel>
          <TabPanel id="sources">
            <SignInCard service={service} onSignIn={actions.signIn} onSignOut={actions.signOut} />
            <SourcesTab sources={sources} now={now} onRetry={actions.retry} />
            <Notices dossier={dossier} onExplain={actions.openCoffre} />
          </TabPanel>
        </Tabs>
      </main>
      <ActionBar
        ready={ready.length}
        attachable={open.reduce((sum, slot) => sum + chosen(slot).length, 0)}
        whole={wholeOf(open, chosen)}
        blocked={situation.stage === "blocked"}
        undoable={situation.undoable}
        busy={busy}
        said={said}
        onFill={fill}
        onUndo={undo}
        onAttach={attach}
      />
    </>
  );
}

interface HeadlineProps {
  readonly situation: Situation;
  readonly ready: number;
  readonly onRead: ScreenActions["readPage"];
}

/** Where things stand, on both sides of the seal: the page on the left, the sources on the right. Its height never changes. */
function Headline({ situation, ready, onRead }: HeadlineProps) {
  const { m } = useWords();
  const [nothing, setNothing] = useState(false);
  const { sources, page, fields, service } = situation;
  const answered = sources.filter((source) => source.state !== "asking").length;
  const delivered = sources.filter((source) => source.state === "delivered").length;
  const progress = answered < sources.length ? m.stage.collecting(answered, sources.length) : m.stage.collected(delivered, sources.length);
  const detected = page?.detected === true;
  const filled = fields.some(({ status }) => status === "filled");
  const title = !detected ? m.stage.noForm.title : ready > 0 ? m.stage.ready(ready) : filled ? m.stage.nothingToFill : m.stage.nothingKnown;
  return (
    <>
      <div className="headline">
        <h2>{title}</h2>
        <p aria-live="polite">
          {sources.length === 0 ? m.stage.noAnswer : progress}
          {service.mode === "demo" && <span className="demo"> · {m.service.demo}</span>}
        </p>
      </div>
      {!detected && (
        <p className="subline">
          {nothing ? m.stage.noForm.nothing : m.stage.noForm.text}{" "}
          {page === null && (
            <Button look="link" onPress={async () => setNothing(!(await onRead()).detected)}>
              {m.stage.noForm.read}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

function CountedTab({ id, title, count }: { readonly id: string; readonly title: string; readonly count: number }) {
  return (
    <Tab id={id}>
      {title}
      {count > 0 && <span className="count">{count}</span>}
    </Tab>
  );
}

/** What the person prepared goes before what would be made now; where its files cannot go together, the person says which. */
function proposedFor({ prepared, proposed }: SlotLine): readonly string[] {
  const [only, ...others] = prepared;
  return only !== undefined && others.length === 0 ? only : proposed;
}

function wholeOf(open: readonly SlotLine[], chosen: (slot: SlotLine) => readonly string[]): "made" | "prepared" | null {
  const whole = open.filter(({ merged }) => merged);
  if (whole.length === 0) return null;
  return whole.every((slot) => slot.prepared.flat().some((key) => chosen(slot).includes(key))) ? "prepared" : "made";
}

function toggled(set: ReadonlySet<string>, item: string, present: boolean): ReadonlySet<string> {
  const copy = new Set(set);
  if (present) copy.add(item);
  else copy.delete(item);
  return copy;
}

function attachProblem(outcome: AttachOutcome, slots: readonly SlotLine[], m: ReturnType<typeof useWords>["m"]): string {
  const label = slots.find((slot) => refOf(slot) === refOf(outcome))?.pageLabel ?? "";
  if (outcome.problem !== undefined) return m.pieces.problem(label, m.pieces.problems[outcome.problem]);
  return m.pieces.problem(label, m.fields.reasons[outcome.outcome === "gone" ? "gone" : (outcome.reason ?? "attachFailed")]);
}
