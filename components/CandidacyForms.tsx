/** DC1, DC2 and DUME of the consultation: what the person chooses for them, those that were made, and what each leaves to complete. */
import { Download, Eye, FileText, LoaderCircle } from "lucide-react";
import { type Bid, FORM_KINDS, type FormKind, type MadeForm, type MadeForms } from "../src/domain/bid.ts";
import type { DumeAnswers, PastGrounds } from "../src/domain/grounds.ts";
import { unanswered } from "../src/domain/grounds.ts";
import { MEANS_KINDS } from "../src/domain/means.ts";
import type { KeptPackets } from "../src/domain/packet.ts";
import { isCurrent, staleRecap } from "../src/dossier/made-forms.ts";
import type { FormsWords } from "../src/i18n/forms.fr.ts";
import type { Situation } from "../src/messages/situation.ts";
import { BidForm } from "./BidForm.tsx";
import { BidInPage } from "./BidInPage.tsx";
import "./CandidacyForms.css";
import { Button } from "./controls.tsx";
import { GroupPackets, type PacketActions } from "./GroupPackets.tsx";
import type { ListsFilling } from "./MeansLists.tsx";
import type { MeansView } from "./MeansScreen.tsx";
import type { LookUp } from "./useParty.ts";
import { useWords } from "./words.tsx";

/** Why forms were not made, or a file not taken, as the texts name it. */
export interface FormsTrouble {
  readonly code: keyof FormsWords["problems"];
  readonly detail: string;
}

export interface CandidacyView {
  readonly bid: Bid;
  readonly forms: MadeForms | null;
  readonly answers: DumeAnswers;
  /** What the company answered for another consultation. */
  readonly past: PastGrounds | null;
  readonly making: boolean;
  readonly ended: FormsTrouble | null;
  /** Why the last DUME request that the person dropped was refused. */
  readonly refused: (FormsTrouble & { readonly fileName: string }) | null;
  readonly unkept: boolean;
  /** What the other companies of the group gave. */
  readonly packets: KeptPackets | null;
  readonly means: MeansView;
}

export interface CandidacyActions extends PacketActions {
  readonly chooseBid: (bid: Bid) => void;
  /** Looks another company up in the open register. */
  readonly lookUp: LookUp;
  /** Writes into the lots and the group's table of the page. */
  readonly fillLists: ListsFilling;
  /** `picked`: ids of the documents that a summary lists. */
  readonly make: (kinds: readonly FormKind[], picked?: readonly string[]) => void;
  readonly look: (form: MadeForm) => void;
  readonly save: (form: MadeForm) => void;
}

interface CandidacyFormsProps {
  readonly view: CandidacyView;
  readonly actions: CandidacyActions;
  readonly situation: Situation;
  /** Ids of the documents that are picked, in their order. */
  readonly picked: readonly string[];
  /** Opens the questions of the DUME. */
  readonly onAnswer: () => void;
  /** Opens the company's references and means. */
  readonly onMeans: () => void;
}

export function CandidacyForms({ view, actions, situation, picked, onAnswer, onMeans }: CandidacyFormsProps) {
  const { m } = useWords();
  const words = m.candidacy;
  const { bid, forms, making } = view;
  const { company, dossier, page } = situation;
  if (company === null || dossier === null) return null;
  const current = forms !== null && isCurrent(forms, dossier);
  const files = current ? sorted(forms.files) : [];
  const stale = staleRecap(forms, picked);
  return (
    <section className="section candidacy" id="formulaires">
      <h2 className="section-title">{words.heading}</h2>
      <div className="card">
        <p>{words.intro}</p>
        <BidForm
          bid={bid}
          siret={company.siret}
          lots={page?.consultation?.lots ?? []}
          disabled={making}
          onBid={actions.chooseBid}
          onLookUp={actions.lookUp}
        />
        <p className="about">{files.length > 0 ? words.changes : bid.role === null && bid.portee === null ? words.notChosen : ""}</p>
        <Gestures {...{ view, actions, picked, onAnswer, onMeans }} />
        <Said view={view} made={files} outdated={forms !== null && !current} />
      </div>
      <GroupPackets
        {...{ bid, picked, actions }}
        packets={view.packets}
        known={[company.siret, company.name ?? ""].filter((one) => one !== "")}
      />
      <BidInPage lines={situation.lists} bid={bid} dossier={dossier} onFill={actions.fillLists} />
      {files.length > 0 && (
        <>
          <ul className="rows">
            {files.map((form) => (
              <FormRow key={form.key} form={form} actions={actions} isStale={form === stale} />
            ))}
          </ul>
          {files.some(({ kind, left }) => kind !== "dume" && left.length > 0) && <p className="about">{words.toComplete}</p>}
        </>
      )}
    </section>
  );
}

type GesturesProps = Pick<CandidacyFormsProps, "view" | "actions" | "picked" | "onAnswer" | "onMeans">;

function Gestures({ view, actions, picked, onAnswer, onMeans }: GesturesProps) {
  const { m } = useWords();
  const words = m.candidacy;
  const { bid, answers, making } = view;
  return (
    <div className="choices">
      <Button
        look="primary"
        isDisabled={making}
        onPress={() => actions.make(bid.subcontractors.length > 0 ? ["dc1", "dc2", "dc4"] : ["dc1", "dc2"])}
      >
        {words.makeDc[bid.role === "member" ? "member" : "alone"](bid.subcontractors.length > 0)}
      </Button>
      <Button isDisabled={making || view.means.kept === null} onPress={() => actions.make(["dume"])}>
        {words.makeDume}
      </Button>
      <Button isDisabled={making || picked.length === 0} onPress={() => actions.make(["recap"], picked)}>
        {words.makeRecap}
      </Button>
      <Button look="link" onPress={onAnswer}>
        {words.answerDume(unanswered(answers).length)}
      </Button>
      <Button look="link" onPress={onMeans}>
        {m.means.open(MEANS_KINDS.reduce((sum, kind) => sum + view.means.chosen[kind].length, 0))}
      </Button>
    </div>
  );
}

function sorted(files: readonly MadeForm[]): MadeForm[] {
  return files.toSorted((a, b) => FORM_KINDS.indexOf(a.kind) - FORM_KINDS.indexOf(b.kind));
}

interface SaidProps {
  readonly view: CandidacyView;
  readonly made: readonly MadeForm[];
  readonly outdated: boolean;
}

function Said({ view: { making, ended }, made, outdated }: SaidProps) {
  const { m } = useWords();
  const words = m.candidacy;
  if (making)
    return (
      <p role="status" className="said">
        <LoaderCircle size={14} className="spinning" aria-hidden="true" /> {words.making}
      </p>
    );
  const tone = ended !== null ? "bad" : outdated ? "warn" : "plain";
  const names = [...new Set(made.map(({ kind }) => words.names[kind]))];
  return (
    <p role="status" className={`said tone-${tone}`}>
      {ended !== null
        ? words.problems[ended.code](ended.detail)
        : outdated
          ? words.outdated
          : names.length > 0
            ? words.made(names.join(", "))
            : ""}
    </p>
  );
}

interface FormRowProps {
  readonly form: MadeForm;
  readonly actions: CandidacyActions;
  /** True when it lists other documents than those picked. */
  readonly isStale: boolean;
}

function FormRow({ form, actions, isStale }: FormRowProps) {
  const { m } = useWords();
  const words = m.candidacy;
  const { kind, title, left, sworn, fileName } = form;
  const told = left.length === 0 ? words.complete : kind === "dume" ? words.dumeLeft(left.length) : words.left(left.length);
  return (
    <li className="row made-form" data-form={kind}>
      <FileText size={16} className={left.length === 0 ? "tone-ok" : "tone-warn"} aria-hidden="true" />
      <div>
        <p className="title">{title}</p>
        <p className="about">{fileName}</p>
        {left.length === 0 ? (
          <p className="about tone-ok">{told}</p>
        ) : (
          <details>
            <summary className="tone-warn">{told}</summary>
            <ul className="left" lang="fr">
              {[...new Set(left)].map((label) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          </details>
        )}
        {isStale && <p className="about tone-warn">{words.staleRecap}</p>}
        {sworn > 0 && <p className="about">{words.sworn(sworn)}</p>}
      </div>
      <div className="tools">
        {form.mediaType === "application/pdf" && (
          <Button look="icon" aria-label={words.look(title)} onPress={() => actions.look(form)}>
            <Eye size={15} />
          </Button>
        )}
        <Button look="icon" aria-label={words.save(title)} onPress={() => actions.save(form)}>
          <Download size={15} />
        </Button>
      </div>
    </li>
  );
}
