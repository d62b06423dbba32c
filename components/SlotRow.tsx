/** One place of the page that takes files: what will go there, what is missing and where to obtain it, what the person must decide. */
import { Eye, PenLine, Plus } from "lucide-react";
import { type ReactNode, type RefObject, useRef, useState } from "react";
import type { DossierPiece } from "../src/domain/dossier.ts";
import type { Asking } from "../src/domain/exigibility.ts";
import { inCodeOrder } from "../src/domain/order.ts";
import { plainWords } from "../src/domain/plain.ts";
import type { PreparedDossier } from "../src/domain/prepared.ts";
import { formatMoment } from "../src/i18n/format.ts";
import type { SlotLine } from "../src/messages/situation.ts";
import { Button, Checkbox, RowButton, type Tone } from "./controls.tsx";
import { ExigibilityOf } from "./Exigibility.tsx";
import { LawNote } from "./LawNote.tsx";
import { Obtain } from "./Obtain.tsx";
import { namingOf, Reassign, type Teaching } from "./Reassign.tsx";
import { SlotChoices } from "./SlotChoices.tsx";
import { SLOT_LOOKS } from "./states.tsx";
import { ValidityTag } from "./Validity.tsx";
import { useWords } from "./words.tsx";

/** Slots that ask for proof of the disabled workers' duty under another name than the certificate's. */
const DISABLED_WORKERS = /handicap|oeth|agefiph/i;
const REFERENCES_ASKED: ReadonlySet<SlotLine["kind"]> = new Set<SlotLine["kind"]>(["references", "attestationsBonneExecution"]);

export interface SlotRowProps {
  readonly slot: SlotLine;
  readonly pieces: readonly DossierPiece[];
  /** Of the company that answers. */
  readonly siren: string | null;
  /** Who asks, and of whom. */
  readonly asking: Asking;
  readonly prepared: PreparedDossier | null;
  readonly now: Date;
  /** What the person chose for this slot, or else what is proposed. */
  readonly chosen: readonly string[];
  readonly problem?: string | undefined;
  readonly teaching: Teaching;
  readonly onChoose: (pieceIds: readonly string[]) => void;
  readonly isTicked: boolean;
  readonly onTick: (ticked: boolean) => void;
  readonly onOpen: (pieceId: string) => void;
  readonly onRetry: (sourceId: string | null) => void;
  readonly onSignIn: () => void;
  readonly onCoffre: () => void;
  /** Opens the dossier's page, where forms are made. */
  readonly onDossier: () => void;
}

export function SlotRow(props: SlotRowProps) {
  const { slot, siren, asking, problem, teaching, isTicked, onTick } = props;
  const { m } = useWords();
  const [naming, onName] = useState(teaching.drafts[namingOf(slot)] !== undefined);
  const named = { naming, onName, opener: useRef<HTMLButtonElement>(null) };
  const { icon: Icon, tone } = SLOT_LOOKS[slot.status];
  const title = slot.pageLabel === "" ? m.labels.piece(slot.kind) : slot.pageLabel;
  const mayGo = slot.status === "ready" || slot.status === "ask" || slot.status === "failed";
  return (
    <li className="row piece" data-slot={slot.kind} data-status={slot.status} data-why={slot.why?.state} data-ticked={!mayGo || isTicked}>
      {mayGo ? (
        <Checkbox label={m.pieces.attachHere(title)} selected={isTicked} onChange={onTick} />
      ) : (
        <Icon size={16} className={`tone-${tone}`} aria-hidden="true" />
      )}
      <div>
        <p className="title">
          {title}
          {!tells(title, m.labels.piece(slot.kind)) && slot.kind !== "autre" && <span className="about"> {m.labels.piece(slot.kind)}</span>}
        </p>
        {slot.status === "missing" ? <Missing {...props} /> : <Held {...props} />}
        <ExigibilityOf kind={slot.kind} siren={siren} asking={asking} />
        {slot.kind === "attestationVigilance" && DISABLED_WORKERS.test(title) && <LawNote says={(law) => law.disabledWorkers} />}
        {slot.status === "missing" && REFERENCES_ASKED.has(slot.kind) && <LawNote says={(law) => law.noReferences} />}
        {problem !== undefined && <p className="about tone-bad">{problem}</p>}
      </div>
      <SlotTools {...props} {...named} />
      <SlotChoices {...props} />
      {naming && <SlotNaming {...props} {...named} />}
    </li>
  );
}

/** True when the page's words say what was recognised: it need not be said again. */
function tells(title: string, kind: string): boolean {
  const [said, known] = [plainWords(title), plainWords(kind)];
  return known.includes(said) || said.includes(known) || said.split(" ")[0] === known.split(" ")[0];
}

/** A look at the document that goes there, and the way to say that the place asks another piece. */
function SlotTools({ slot, pieces, chosen, onOpen, naming, opener, onName }: SlotRowProps & Naming) {
  const { m } = useWords();
  const title = slot.pageLabel === "" ? m.labels.piece(slot.kind) : slot.pageLabel;
  const mayName = slot.teachable === true && slot.status !== "attached" && slot.status !== "taken";
  const [only, ...others] = slot.made === null ? pieces.filter(({ id }) => chosen.includes(id)) : [];
  return (
    <div className="tools">
      {only !== undefined && others.length === 0 && (
        <RowButton aria-label={m.pieces.open(only.title)} onPress={() => onOpen(only.id)}>
          <Eye size={15} />
        </RowButton>
      )}
      {mayName && (
        <Button ref={opener} look="icon" aria-label={m.teach.slot.reassign(title)} aria-expanded={naming} onPress={() => onName(!naming)}>
          <PenLine size={15} />
        </Button>
      )}
    </div>
  );
}

interface Naming {
  readonly naming: boolean;
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly onName: (naming: boolean) => void;
}

/** « Cet emplacement demande… » */
function SlotNaming({ slot, teaching, opener, onName }: SlotRowProps & Naming) {
  const { m } = useWords();
  const done = () => {
    onName(false);
    opener.current?.focus();
  };
  return (
    <div className="more">
      {slot.taught !== undefined && <p className="about">{m.teach.said[slot.taught]}</p>}
      <Reassign
        line={slot}
        asked={`document.${slot.kind}`}
        may="aPiece"
        isTaught={slot.taught !== undefined}
        teaching={teaching}
        onDone={done}
      />
    </div>
  );
}

/** Says why nothing can go there yet, with the one gesture that fixes it. */
function Missing(props: SlotRowProps) {
  const { slot, onCoffre, onSignIn, onRetry } = props;
  const { m, language } = useWords();
  const { why } = slot;
  const provider = why?.provider ?? "";
  const next = why?.nextAt === undefined ? null : m.pieces.nextTry(formatMoment(why.nextAt, props.now, language));
  const reason = why?.reason === undefined ? undefined : m.reasons[why.reason]({ provider });
  switch (why?.state) {
    case "asking":
      return <Told tone="plain" what={m.pieces.why.asking(provider)} />;
    case "refused":
      return <Told tone="bad" what={m.pieces.why.refused(provider)} about={[reason?.what, reason?.next].filter(Boolean).join(" ")} />;
    case "waiting":
      return (
        <Told tone="warn" what={[m.pieces.why.waiting(provider), next].filter(Boolean).join(", ")} about={reason?.what}>
          <Button look="link" onPress={() => onRetry(why.sourceId ?? null)}>
            {m.pieces.askAgain}
          </Button>
        </Told>
      );
    case "signIn":
      return (
        <Told tone="warn" what={m.pieces.why.signIn}>
          <Button look="link" onPress={onSignIn}>
            {m.signIn.toObtain}
          </Button>
        </Told>
      );
    case "toConfirm":
      return (
        <Told tone="warn" what={m.pieces.why.toConfirm}>
          <Button look="link" onPress={onCoffre}>
            {m.pieces.confirmIt}
          </Button>
        </Told>
      );
    case "canBeMade":
      return (
        <>
          <Told tone="warn" what={m.candidacy.canBeMade}>
            <Button look="link" onPress={props.onDossier}>
              {m.candidacy.prepare}
            </Button>
          </Told>
          <Button look="link" onPress={onCoffre}>
            <Plus size={13} />
            {m.pieces.drop}
          </Button>
        </>
      );
    default:
      return <ToProvide {...props} />;
  }
}

interface ToldProps {
  readonly tone: Tone;
  readonly what: string;
  readonly about?: string | undefined;
  readonly children?: ReactNode;
}

function Told({ tone, what, about = "", children }: ToldProps) {
  return (
    <>
      <p className="about held">
        <strong className={`tone-${tone}`}>{what}</strong>
      </p>
      {about !== "" && <p className="about">{about}</p>}
      {children}
    </>
  );
}

/** A document that the person must bring: the outdated one, where to obtain another, and the way to the coffre. */
function ToProvide({ slot: { kind, status }, pieces, onCoffre }: SlotRowProps) {
  const { m } = useWords();
  const outdated = lastOutdated(pieces, kind);
  return (
    <>
      <p className="about held">
        <strong className={`tone-${SLOT_LOOKS[status].tone}`}>
          {outdated === undefined ? m.pieces.status[status] : m.pieces.status.expired}
        </strong>
      </p>
      {outdated !== undefined && (
        <p className="about held">
          {m.pieces.onlyOutdated} <ValidityTag validity={outdated.validity} />
        </p>
      )}
      <Obtain kind={kind} />
      <Button look="link" onPress={onCoffre}>
        <Plus size={13} />
        {m.pieces.drop}
      </Button>
    </>
  );
}

/** What is attached or will be; and the site that the form sends it to, when it is another one. */
function Held(props: SlotRowProps) {
  const { status: known, files, sendsTo, why, made } = props.slot;
  const { m } = useWords();
  // Nothing is ready of which the person unticked every piece.
  const status = known === "ready" && made !== null && props.chosen.length === 0 ? "ask" : known;
  return (
    <p className="about held">
      {sendsTo !== undefined && <span className="doubt">{m.pieces.elsewhere(sendsTo)}</span>}
      <strong className={`tone-${SLOT_LOOKS[status].tone}`}>
        {why?.state === "notObtained" ? m.pieces.why.notObtained : m.pieces.status[status]}
      </strong>
      {status === "attached" && <span>{files.join(", ")}</span>}
      {(status === "ready" || status === "ask" || status === "failed") && <Going {...props} />}
    </p>
  );
}

function Going({ slot: { choice, made }, pieces, prepared, chosen }: SlotRowProps) {
  const { m } = useWords();
  const going = pieces.filter((piece) => chosen.includes(piece.id));
  if (made !== null) {
    const ready = (prepared?.files ?? []).filter(({ key }) => chosen.includes(key));
    if (ready.length + going.length === 0) return null;
    return <span>{ready.length === 0 ? m.pieces.gathered(going.length, made) : ready.map(({ fileName }) => fileName).join(", ")}</span>;
  }
  const [only, ...others] = going;
  if (choice === "several" || only === undefined || others.length > 0) return null;
  return (
    <>
      <span>{[only.title, sourceOf(only, m)].join(" · ")}</span>
      <ValidityTag validity={only.validity} atAward={only.atAward} />
    </>
  );
}

function sourceOf({ origin }: DossierPiece, m: ReturnType<typeof useWords>["m"]): string {
  if (origin.from === "made") return m.candidacy.fromHere;
  return origin.from === "source" ? origin.provenance.provider : m.origin.shortCoffre;
}

/** The last document of that kind to expire: held, but no longer valid. */
function lastOutdated(pieces: readonly DossierPiece[], kind: SlotLine["kind"]): DossierPiece | undefined {
  const outdated = pieces.filter((piece) => piece.kind === kind && piece.validity.status === "expired");
  return outdated.toSorted((a, b) => inCodeOrder(b.validity.until ?? "", a.validity.until ?? ""))[0];
}
