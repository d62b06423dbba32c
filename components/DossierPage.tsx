/** The dossier's page: documents and their order, what they become, what is looked at before the deposit, the log of what was done. */
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { AskedNow } from "../src/domain/asked.ts";
import type { DepositLimits } from "../src/domain/deposit-limits.ts";
import type { Diligence } from "../src/domain/diligence.ts";
import type { DossierPiece } from "../src/domain/dossier.ts";
import type { DossierEnd, DossierWish, MakeProgress, PreparedDossier, PreparedFile, Reopened } from "../src/domain/prepared.ts";
import type { UploadMeasure } from "../src/domain/service.ts";
import { formatSiret } from "../src/domain/siret.ts";
import { parisDay } from "../src/domain/time.ts";
import { type CompletenessFacts, completeness } from "../src/dossier/completeness.ts";
import { staleRecap } from "../src/dossier/made-forms.ts";
import { isOfPicked } from "../src/dossier/picked.ts";
import { limitsOf, preflight } from "../src/dossier/preflight.ts";
import type { Messages } from "../src/i18n/fr.ts";
import type { AttachReport, SlotChoice } from "../src/messages/contract.ts";
import type { Situation } from "../src/messages/situation.ts";
import { type CandidacyActions, CandidacyForms, type CandidacyView } from "./CandidacyForms.tsx";
import { CoffreDoorCard } from "./CoffreDoor.tsx";
import { Button } from "./controls.tsx";
import { DossierChecks } from "./DossierChecks.tsx";
import { DossierJoin } from "./DossierJoin.tsx";
import { DossierLog } from "./DossierLog.tsx";
import { DossierMade } from "./DossierMade.tsx";
import { DossierReceipt, type TakeReceipt } from "./DossierReceipt.tsx";
import "./Dossier.css";
import { DossierPieces } from "./DossierPieces.tsx";
import { DossierShape } from "./DossierShape.tsx";
import { type DumeActions, DumeQuestions } from "./DumeQuestions.tsx";
import { ConsultationSummary } from "./Envelope.tsx";
import { type MeansActions, MeansScreen } from "./MeansScreen.tsx";
import { OutageCard, TroubleCard } from "./Obstacles.tsx";
import { UploadRateField } from "./UploadRateField.tsx";
import { useArrangement } from "./useArrangement.ts";
import type { PageMemory } from "./useKeptText.ts";
import { useUploadRate } from "./useUploadRate.ts";
import { useWords } from "./words.tsx";

export interface DossierView {
  readonly situation: Situation;
  /** What may go into the dossier: the company's documents, and those that the members of its group gave. */
  readonly pieces: readonly DossierPiece[];
  /** It was opened over a tab, which may show the portal's receipt by now. */
  readonly hasTab: boolean;
  /** The tab of the consultation was closed since, or shows another one. */
  readonly drift: "gone" | "elsewhere" | null;
  /** The consultation's portal; `null` when the extension does not know it. */
  readonly portal: { readonly label: string; readonly limits?: DepositLimits } | null;
  readonly making: MakeProgress | null;
  readonly ended: DossierEnd | null;
  /** Made just now, or before. */
  readonly prepared: PreparedDossier | null;
  /** By key: what came of opening each prepared file again. */
  readonly reopened: ReadonlyMap<string, Reopened>;
  readonly candidacy: CandidacyView;
  readonly log: readonly Diligence[];
  /** What the consultation's documents ask of every candidate. */
  readonly asked: readonly AskedNow[];
  /** Name of the PDF made of the log. */
  readonly exported: string | null;
}

export interface DossierActions {
  readonly make: (pieces: readonly string[], wish: DossierWish) => void;
  readonly cancel: () => void;
  readonly download: (file: PreparedFile) => void;
  /** Shows a document. */
  readonly openPiece: (pieceId: string) => void;
  /** Gives what was prepared to the page of the consultation. */
  readonly attach: (choices: readonly SlotChoice[]) => Promise<AttachReport>;
  /** Leads to that page. */
  readonly goToPage: () => void;
  readonly measureUpload: () => Promise<UploadMeasure>;
  readonly candidacy: CandidacyActions & DumeActions & { readonly means: MeansActions };
  readonly takeReceipt: TakeReceipt;
  readonly exportLog: () => void;
  readonly saveExported: () => void;
  readonly openCoffre: () => void;
  readonly unlockCoffre: (passphrase: string) => Promise<boolean>;
  readonly openOptions: () => void;
  readonly retry: () => void;
}

interface DossierPageProps {
  readonly view: DossierView;
  readonly actions: DossierActions;
  readonly memory: PageMemory;
  readonly now: Date;
  /** Sections of their own, before the composing. */
  readonly children?: ReactNode;
}

export function DossierPage({ view, actions, memory, now, children }: DossierPageProps) {
  const { m } = useWords();
  const { company, page, sources, service } = view.situation;
  const answered = sources.filter(({ state }) => state !== "asking").length;
  return (
    <div className="dossier">
      <header className="dossier-head">
        <p>
          <strong>{company === null ? m.app.name : (company.name ?? m.company.unnamed)}</strong>{" "}
          {company !== null && <span>{formatSiret(company.siret)}</span>}
        </p>
        <ConsultationSummary consultation={page?.consultation ?? null} host={page?.host ?? null} now={now} />
      </header>
      <main>
        <div className="intro">
          <p>{m.dossier.intro}</p>
          {page === null && <p className="about">{m.dossier.noTab}</p>}
          {view.drift !== null && <p className="about">{m.dossier.drift[view.drift]}</p>}
          {answered < sources.length && <p className="about">{m.stage.collecting(answered, sources.length)}</p>}
          <TroubleCard service={service} known={view.situation.dossier !== null} onRetry={actions.retry} onOptions={actions.openOptions} />
          <OutageCard service={service} onRetry={actions.retry} />
        </div>
        {children}
        {company === null ? (
          <p className="empty">{m.dossier.noCompany}</p>
        ) : (
          <Work view={view} actions={actions} memory={memory} now={now} />
        )}
      </main>
    </div>
  );
}

type WorkProps = Omit<DossierPageProps, "children">;

/** The dossier itself, or in its place the questions of the DUME, or the company's references and means. */
function Work(props: WorkProps) {
  const [shown, setShown] = useState<"dossier" | "dume" | "means">("dossier");
  const { view, actions, now } = props;
  const onBack = () => setShown("dossier");
  if (shown === "dume") return <DumeQuestions view={view.candidacy} actions={actions.candidacy} onBack={onBack} />;
  if (shown === "means") {
    const { situation, candidacy } = view;
    return <MeansScreen view={candidacy.means} actions={actions.candidacy.means} today={parisDay(now)} {...{ situation, onBack }} />;
  }
  return <Composing {...props} onAnswer={() => setShown("dume")} onMeans={() => setShown("means")} />;
}

/** Long on purpose: what is chosen, what is made of it and what is looked at, each given what it shows. */
function Composing({
  view,
  actions,
  memory,
  now,
  onAnswer,
  onMeans,
}: WorkProps & { readonly onAnswer: () => void; readonly onMeans: () => void }) {
  const { m } = useWords();
  const { situation, portal, making, prepared, reopened } = view;
  const { rate, typed, type, measure } = useUploadRate(memory, actions.measureUpload);
  const arrangement = useArrangement(memory, `arrangement|${situation.work}`, view.pieces);
  const wanted = arrangement.pieces.filter(({ id }) => arrangement.isPicked(id));
  const stale = staleRecap(
    view.candidacy.forms,
    wanted.map(({ id }) => id),
  );
  // A summary that is out of date is left out.
  const picked = wanted.filter(({ id }) => id !== stale?.key);
  const limits = limitsOf(portal?.limits ?? {}, situation.slots, situation.page?.consultation?.depositSize, parisDay(now));
  const fileBytes = limits.fileBytes?.value;
  const files = (prepared?.files ?? []).map((file) => ({ file, reopened: reopened.get(file.key) ?? null }));
  const checks = preflight({ files, limits, deadline: situation.page?.consultation?.dateLimite, now, rate });
  if (checks.length > 0)
    checks.push(...completeness({ ...completenessFacts(view, now), isPicked: prepared === null || isOfPicked(prepared, picked) }));

  return (
    <div className="columns">
      <div>
        {situation.coffreLocked && <CoffreDoorCard onUnlock={actions.unlockCoffre} />}
        <CandidacyForms
          view={view.candidacy}
          actions={actions.candidacy}
          picked={picked.map(({ id }) => id)}
          {...{ situation, onAnswer, onMeans }}
        />
        {arrangement.pieces.length === 0 ? (
          <p className="empty">{m.dossier.none}</p>
        ) : (
          <DossierPieces arrangement={arrangement} busy={making !== null} onOpen={actions.openPiece} />
        )}
        <Button look="link" onPress={actions.openCoffre}>
          <Plus size={14} />
          {m.coffre.add}
        </Button>
      </div>
      <div>
        <DossierShape
          limit={portal === null || fileBytes === undefined ? null : { portal: portal.label, bytes: fileBytes }}
          making={making}
          current={picked.find(({ id }) => id === making?.id)?.title ?? ""}
          ended={view.ended}
          again={prepared !== null}
          empty={picked.length === 0}
          onMake={(wish) =>
            actions.make(
              picked.map(({ id }) => id),
              wish,
            )
          }
          onCancel={actions.cancel}
        />
        {prepared !== null && (
          <DossierMade prepared={prepared} now={now} onDownload={actions.download} keptNot={making === null ? keptNot(situation) : null}>
            {view.drift === null && situation.page !== null && (
              <DossierJoin slots={situation.slots} onAttach={actions.attach} onPage={actions.goToPage} />
            )}
          </DossierMade>
        )}
        <DossierChecks checks={checks} rate={rate} now={now}>
          <UploadRateField typed={typed} onType={type} onMeasure={measure} />
        </DossierChecks>
        <DossierReceipt
          entries={view.log}
          isOffered={view.log.length > 0 || prepared !== null}
          hasPage={view.hasTab}
          now={now}
          deadline={situation.page?.consultation?.dateLimite}
          onTake={actions.takeReceipt}
        />
        <DossierLog entries={view.log} exported={view.exported} now={now} onExport={actions.exportLog} onSave={actions.saveExported} />
      </div>
    </div>
  );
}

function keptNot({ keepsPrepared, coffreLocked }: Situation): keyof Messages["dossier"]["keptNot"] {
  const why = { unwanted: keepsPrepared === 0, locked: coffreLocked };
  return why.unwanted ? "unwanted" : why.locked ? "locked" : "failed";
}

/** The facts that tell whether the dossier is complete. Slots of another page than the consultation's do not count. */
function completenessFacts({ situation, drift, prepared, asked, log }: DossierView, now: Date): Omit<CompletenessFacts, "isPicked"> {
  const { dossier, slots } = situation;
  const last = log.findLast(({ what }) => what === "receipt");
  return {
    holds: prepared?.holds ?? [],
    remarks: prepared?.remarks ?? [],
    places: drift === null ? slots : [],
    asked,
    on: dossier?.on ?? parisDay(now),
    awardOn: dossier?.awardOn,
    depositedAt: last === undefined ? null : (last.receipt?.depositedAt ?? last.at),
  };
}
