/** « Mes consultations »: what the company worked on, the most pressing first, and what each buyer already received. */
import { CalendarArrowDown } from "lucide-react";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { afterDues, sectionsOf } from "../src/consultations/award.ts";
import { calendarOf } from "../src/consultations/calendar.ts";
import { filedUnder } from "../src/consultations/kept-dossiers.ts";
import { byPressure, matching, momentOf } from "../src/consultations/list.ts";
import type { Award } from "../src/domain/award.ts";
import type { KeptConsultation } from "../src/domain/kept-consultation.ts";
import type { PreparedFile } from "../src/domain/prepared.ts";
import { formatSiret } from "../src/domain/siret.ts";
import { parisDay } from "../src/domain/time.ts";
import type { ConsultationsWords } from "../src/i18n/consultations.fr.ts";
import type { Input, ListedPiece, Output, ShownDossier } from "../src/messages/contract.ts";
import "./Options.css";
import "./Consultations.css";
import { ConsultationRow } from "./ConsultationsRow.tsx";
import { BuyersLedger } from "./ConsultationsSent.tsx";
import { Button, Field } from "./controls.tsx";
import { KeptDossiers, type KeptDossiersActions, KeptRoom } from "./KeptDossiers.tsx";
import { useAfterFirst, useFirstThenAll } from "./useFirstThenAll.ts";
import { useWords } from "./words.tsx";

export type ConsultationChange = Input<"changeConsultation">["change"];

export interface ConsultationsActions {
  /** Opens the address of its page. */
  readonly resume: (url: string) => void;
  readonly change: (id: string, change: ConsultationChange) => Promise<unknown>;
  /** Saves a file of a prepared dossier; false when it is gone. */
  readonly download: (file: PreparedFile) => Promise<boolean>;
  readonly removeDossier: (id: string) => Promise<unknown>;
  readonly openCoffre: () => void;
  /** What the person says of what came after the deposit. */
  readonly tellAward: (id: string, award: Award | null) => Promise<unknown>;
  readonly saveCalendar: (text: string) => void;
}

interface ConsultationsProps extends Output<"readConsultations"> {
  readonly actions: ConsultationsActions;
  readonly now: Date;
}

export function Consultations({ company, consultations, dossiers, pieces, actions, now }: ConsultationsProps) {
  const { m } = useWords();
  const coffreLocked = dossiers === null;
  const [query, setQuery] = useState("");
  const searched = useDeferredValue(query);
  const { typedIn, typing, isWritten } = useTypedIn();
  const found = useMemo(() => byPressure(matching(consultations, searched, typedIn), now), [consultations, searched, typedIn, now]);
  const filed = useMemo(() => filedUnder(consultations, dossiers ?? []), [consultations, dossiers]);
  // It is below every consultation.
  const isAfter = useAfterFirst();
  const words = m.consultations;
  return (
    <main className="options consultations">
      <h1>{words.heading}</h1>
      <div className="intro">
        {company !== null && (
          <p>
            <strong>{words.of(company.name ?? formatSiret(company.siret))}</strong>
          </p>
        )}
        <p className="about">{company === null ? words.noCompany : words.intro}</p>
        {coffreLocked && (
          <p className="about tone-warn">
            {words.locked} {words.keptDossiers.locked}{" "}
            <Button look="link" onPress={actions.openCoffre}>
              {words.keptDossiers.openCoffre}
            </Button>
          </p>
        )}
        <KeptRoom dossiers={dossiers ?? []} />
      </div>
      {company !== null && consultations.length === 0 && <p className="empty">{words.none}</p>}
      {(consultations.length > 0 || filed.size > 0) && (
        <>
          <Tools query={query} onQuery={setQuery} found={searched === "" ? null : matching(consultations, searched).length} />
          <Export consultations={consultations} pieces={pieces} onSave={actions.saveCalendar} now={now} />
          <Lists
            consultations={found}
            coffreLocked={coffreLocked}
            filed={filed}
            pieces={pieces}
            actions={{ ...actions, tellAward: (id, award) => actions.tellAward(id, award).then(() => isWritten(id)) }}
            onTyping={typing}
            now={now}
            searching={searched !== ""}
          />
          {isAfter && <BuyersLedger consultations={consultations} today={parisDay(now)} />}
        </>
      )}
    </main>
  );
}

const NONE: ReadonlySet<string> = new Set();

/** The consultations where something is typed and not written yet: a search leaves them in view, since what is out of view is lost. */
function useTypedIn() {
  const [typedIn, setTypedIn] = useState(NONE);
  return {
    typedIn,
    typing: (id: string) => setTypedIn((before) => (before.has(id) ? before : new Set([...before, id]))),
    isWritten: (id: string) => setTypedIn((before) => new Set([...before].filter((one) => one !== id))),
  };
}

interface ToolsProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** `null` while nothing is searched. */
  readonly found: number | null;
}

function Tools({ query, onQuery, found }: ToolsProps) {
  const { m } = useWords();
  return (
    <search className="finding">
      <Field label={m.consultations.search} value={query} onChange={onQuery} />
      <p className="about" role="status">
        {found !== null && m.consultations.found(found)}
      </p>
    </search>
  );
}

interface ExportProps {
  readonly consultations: readonly KeptConsultation[];
  readonly pieces: readonly ListedPiece[];
  readonly onSave: (text: string) => void;
  readonly now: Date;
}

/** Exports future deadlines and the documents' last days. Archived consultations are left out: the person is done with them. */
function Export({ consultations, pieces, onSave, now }: ExportProps) {
  const { m } = useWords();
  const [said, setSaid] = useState("");
  const save = () => {
    const coming = consultations.filter((one) => !one.archived && momentOf(one, now) !== "over");
    const { text, events, undated } = calendarOf({
      consultations: coming,
      dues: afterDues(consultations, parisDay(now)),
      ends: endsOf(pieces, parisDay(now)),
      words: m.consultations.calendar,
      now,
    });
    onSave(text);
    setSaid([m.consultations.exported(events), undated > 0 ? m.consultations.leftOut(undated) : ""].join(" "));
  };
  return (
    <div className="exporting">
      <Button onPress={save}>
        <CalendarArrowDown size={15} aria-hidden="true" />
        {m.consultations.export}
      </Button>
      <p className="about" role="status">
        {said}
      </p>
    </div>
  );
}

/** Accounts do not expire: they drop out of the years that may be asked. */
function endsOf(pieces: readonly ListedPiece[], today: string) {
  return pieces.flatMap(({ id, inCoffre, title, validity: { until, rule } }) =>
    inCoffre && rule !== "comptes" && until !== undefined && until >= today ? [{ id, title, until }] : [],
  );
}

interface ListsProps {
  readonly consultations: readonly KeptConsultation[];
  readonly coffreLocked: boolean;
  /** By consultation; those of no known consultation are under "". */
  readonly filed: ReadonlyMap<string, readonly ShownDossier[]>;
  readonly pieces: readonly ListedPiece[];
  readonly onTyping: (id: string) => void;
  readonly actions: ConsultationsActions;
  readonly now: Date;
  readonly searching: boolean;
}

interface Done {
  readonly text: string;
  readonly undo: (() => void) | null;
}

const UNDONE_BY: Record<Exclude<ConsultationChange, "forget">, ConsultationChange> = {
  archive: "bringBack",
  bringBack: "archive",
  deposited: "notDeposited",
  notDeposited: "deposited",
};

function Lists({ consultations, coffreLocked, filed, pieces, actions, onTyping, now, searching }: ListsProps) {
  const { m } = useWords();
  const { done, change, tell, keeping } = useGestures(actions);
  const words = m.consultations;
  const strays = searching ? [] : (filed.get("") ?? []);
  const rows = (list: readonly KeptConsultation[]) => (
    <Rows list={list}>
      {(one) => (
        <ConsultationRow
          key={one.id}
          consultation={one}
          pieces={pieces}
          dossiers={filed.get(one.id) ?? []}
          keeping={keeping}
          now={now}
          onResume={actions.resume}
          onChange={(what) => void change(one, what)}
          onAward={(award) => void tell(one, award)}
          onTyping={() => onTyping(one.id)}
          coffreLocked={coffreLocked}
        />
      )}
    </Rows>
  );
  const { followed, coming, over, archived } = sectionsOf(consultations, now);
  return (
    <>
      <Said done={done} />
      {followed.length > 0 && (
        <Section title={words.followed} count={followed.length}>
          {rows(followed)}
        </Section>
      )}
      {searching && consultations.length === 0 && <p className="empty">{words.nothingFound}</p>}
      {(coming.length > 0 || !searching) && (
        <Section title={words.coming} count={coming.length}>
          {coming.length === 0 ? <p className="empty">{words.nothingComing}</p> : rows(coming)}
        </Section>
      )}
      <Folded title={words.over} count={over.length} open={searching}>
        {() => rows(over)}
      </Folded>
      <Folded title={words.archived} count={archived.length} open={searching}>
        {() => rows(archived)}
      </Folded>
      <Folded title={words.keptDossiers.others} count={strays.length} open={false}>
        {() => <KeptDossiers dossiers={strays} actions={keeping} />}
      </Folded>
    </>
  );
}

/** More of these tall lines than a screen shows. */
const FIRST_LINES = 5;

interface RowsProps {
  readonly list: readonly KeptConsultation[];
  readonly children: (one: KeptConsultation) => ReactNode;
}

function Rows({ list, children }: RowsProps) {
  return <ul className="rows">{useFirstThenAll(list, FIRST_LINES).map(children)}</ul>;
}

function titleOf({ objet, reference }: KeptConsultation, words: ConsultationsWords): string {
  return objet ?? reference ?? words.untitled;
}

/** The gestures on one consultation: each reports how it ended and, where possible, offers an undo. */
function useGestures(actions: ConsultationsActions) {
  const { m } = useWords();
  const words = m.consultations;
  const [done, setDone] = useState<Done | null>(null);
  const change = async (one: KeptConsultation, what: ConsultationChange): Promise<void> => {
    const text = words.done[what](titleOf(one, words));
    const undo = what === "forget" ? null : () => void change(one, UNDONE_BY[what]);
    await actions.change(one.id, what).then(
      () => setDone({ text, undo }),
      () => setDone({ text: words.failed, undo: null }),
    );
  };
  /** The undo gives back what was said before. */
  const tell = (one: KeptConsultation, award: Award | null): Promise<void> =>
    actions.tellAward(one.id, award).then(
      () => setDone({ text: words.award.noted(titleOf(one, words)), undo: () => void actions.tellAward(one.id, one.award ?? null) }),
      () => setDone({ text: words.failed, undo: null }),
    );
  const keeping = keepingOf(actions, words, (text) => setDone({ text, undo: null }));
  return { done, change, tell, keeping };
}

interface SectionProps {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

function Section({ title, count, children }: SectionProps) {
  return (
    <section className="section">
      <h2 className="section-title">
        {title}
        <span>{count}</span>
      </h2>
      {children}
    </section>
  );
}

/** What the last gesture did, with the way back. */
function Said({ done }: { readonly done: Done | null }) {
  const { m } = useWords();
  return (
    <p className="done" role="status">
      {done?.text}{" "}
      {done?.undo !== null && done?.undo !== undefined && (
        <Button key={done.text} look="link" autoFocus onPress={done.undo}>
          {m.consultations.undo}
        </Button>
      )}
    </p>
  );
}

/** The gestures on what is kept, each saying how it ended. */
function keepingOf(actions: ConsultationsActions, words: ConsultationsWords, say: (text: string) => void): KeptDossiersActions {
  return {
    download: async (file) => {
      if (!(await actions.download(file).catch(() => false))) say(words.keptDossiers.gone);
    },
    remove: (id) =>
      actions.removeDossier(id).then(
        () => say(words.keptDossiers.removed),
        () => say(words.failed),
      ),
  };
}

interface FoldedProps {
  readonly title: string;
  readonly count: number;
  /** Opened by a search that finds something in it. */
  readonly open: boolean;
  /** Drawn only once it is open. */
  readonly children: () => ReactNode;
}

function Folded({ title, count, open, children }: FoldedProps) {
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <details className="section folded" open={isOpen || open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="section-title">
        <h2>{title}</h2>
        <span>{count}</span>
      </summary>
      {(isOpen || open) && children()}
    </details>
  );
}
