/** What the company shows of its capacities for this consultation: references, people, equipment, headcounts. Nothing is ticked beforehand. */
import { useState } from "react";
import type { DossierPiece } from "../src/domain/dossier.ts";
import {
  type ContractReference,
  MEANS_KINDS,
  type Means,
  type MeansChange,
  type MeansChoice,
  type MeansKind,
} from "../src/domain/means.ts";
import { type EntryTexts, readEntry } from "../src/domain/means-entry.ts";
import { type OfferedReference, offeredReferences } from "../src/dossier/references.ts";
import type { Situation } from "../src/messages/situation.ts";
import { AsideScreen } from "./AsideScreen.tsx";
import { Button, Checkbox, Field } from "./controls.tsx";
import "./Means.css";
import { MeansEntry } from "./MeansEntry.tsx";
import { type ListsFilling, MeansLists } from "./MeansLists.tsx";
import { type EntryOf, MeansRow } from "./MeansRow.tsx";
import { useWords } from "./words.tsx";

export interface MeansView {
  readonly chosen: MeansChoice;
  /** `null` while the coffre is closed. */
  readonly kept: Means | null;
}

export interface MeansActions {
  readonly choose: (chosen: MeansChoice) => void;
  /** False when nothing changed. */
  readonly change: (change: MeansChange) => Promise<boolean>;
  /** Writes into the lists of the page. */
  readonly fillLists: ListsFilling;
}

interface MeansScreenProps {
  readonly view: MeansView;
  readonly actions: MeansActions;
  readonly situation: Situation;
  /** "2026-11-24" */
  readonly today: string;
  readonly onBack: () => void;
}

export function MeansScreen({ view, actions, situation, today, onBack }: MeansScreenProps) {
  const { m } = useWords();
  const words = m.means;
  const { kept, chosen } = view;
  const [failed, setFailed] = useState(false);
  const change = async (wanted: MeansChange) => {
    const isKept = await actions.change(wanted);
    setFailed(!isKept);
    return isKept;
  };
  const pieces = (situation.dossier?.pieces ?? []).filter(({ origin }) => origin.from === "coffre");
  return (
    <AsideScreen words={words} failure={failed && words.failed} className="means-screen" onBack={onBack}>
      {kept === null ? (
        <p className="tone-warn">{words.locked}</p>
      ) : (
        <>
          {MEANS_KINDS.map((kind) => (
            <KindSection key={kind} {...{ kind, kept, chosen, pieces, situation, today, change }} onChoose={actions.choose} />
          ))}
          <MeansLists lines={situation.lists} {...{ kept, chosen }} onFill={actions.fillLists} />
        </>
      )}
    </AsideScreen>
  );
}

interface KindSectionProps {
  readonly kind: MeansKind;
  readonly kept: Means;
  readonly chosen: MeansChoice;
  readonly pieces: readonly DossierPiece[];
  readonly situation: Situation;
  readonly today: string;
  readonly change: (change: MeansChange) => Promise<boolean>;
  readonly onChoose: (chosen: MeansChoice) => void;
}

/** Long on purpose: one list, what is ticked in it, the entry that is open. */
function KindSection(props: KindSectionProps) {
  const { kind, chosen, pieces, change, onChoose } = props;
  const { m } = useWords();
  const words = m.means;
  /** Id of the entry whose form is open; "" of a new one. */
  const [open, setOpen] = useState<string | null>(null);
  const entries = entriesOf(props);
  const ids: readonly string[] = chosen[kind];

  async function tick(entry: EntryOf, wanted: boolean): Promise<void> {
    const others = ids.filter((id) => id !== entry.value.id);
    onChoose({ ...chosen, [kind]: wanted ? [...others, entry.value.id] : others });
    // A published contract is kept once the person chooses to show it.
    if (wanted && entry.offered?.kept === false && !(await change(changeOf(kind, entry.value)))) onChoose(chosen);
  }
  async function save(entry: EntryOf["value"]): Promise<void> {
    if (await change(changeOf(kind, entry))) setOpen(null);
  }
  const form = (id: string, before: EntryOf["value"] | null) => (
    <MeansEntry
      key={id}
      kind={kind}
      before={before}
      pieces={pieces}
      onCancel={() => setOpen(null)}
      read={(texts: EntryTexts) => readEntry(kind, before?.id ?? crypto.randomUUID(), texts, before as never)}
      onSave={(entry) => void save(entry)}
    />
  );
  return (
    <section className="section" data-means={kind}>
      <h3 className="section-title">
        {words.headings[kind]}
        {ids.length > 0 && <span>{words.chosen(ids.length)}</span>}
      </h3>
      {kind === "references" && <References chosen={chosen} onChoose={onChoose} />}
      {entries.length === 0 && <p className="about">{words.empty[kind]}</p>}
      <ul className="rows">
        {entries.map((entry) => {
          const { id } = entry.value;
          if (open === id)
            return (
              <li key={id} className="row">
                {form(id, entry.value)}
              </li>
            );
          return (
            <li key={id} className="row means-row" data-chosen={ids.includes(id)}>
              <Checkbox label={words.choose(entry.title)} selected={ids.includes(id)} onChange={(wanted) => void tick(entry, wanted)} />
              <MeansRow entry={entry} pieces={pieces} />
              <div className="tools">
                <Button look="link" aria-label={`${words.complete} ${entry.title}`} onPress={() => setOpen(id)}>
                  {words.complete}
                </Button>
                {entry.offered?.kept !== false && (
                  <Button
                    look="link"
                    aria-label={`${words.remove} ${entry.title}`}
                    onPress={() => void change({ kind: "remove", of: kind, id })}
                  >
                    {words.remove}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
        {open === "" && <li className="row">{form("", null)}</li>}
      </ul>
      {open !== "" && <Button onPress={() => setOpen("")}>{words.add[kind]}</Button>}
    </section>
  );
}

function changeOf(kind: MeansKind, put: EntryOf["value"]): MeansChange {
  return { kind, put } as MeansChange;
}

/** What a list shows: for references, those published beside those kept, in the order in which they suit the consultation. */
function entriesOf({ kind, kept, chosen, situation, today }: KindSectionProps): EntryOf[] {
  if (kind !== "references") return kept[kind].map((value): EntryOf => ({ kind, value, title: titleOf(value) }) as EntryOf);
  const aim = { aim: chosen.aim, objet: situation.page?.consultation?.objet, today };
  const offered: OfferedReference[] = offeredReferences(kept.references, { contracts: situation.dossier?.contracts ?? [] }, aim);
  return offered.map((one) => ({ kind, value: one.reference, title: one.reference.objet, offered: one }));
}

function titleOf(value: Exclude<EntryOf["value"], ContractReference>): string {
  if ("year" in value) return String(value.year);
  return "lastName" in value ? [value.firstName, value.lastName].filter(Boolean).join(" ") : value.name;
}

function References({ chosen, onChoose }: Pick<KindSectionProps, "chosen" | "onChoose">) {
  const { m } = useWords();
  const words = m.means;
  const { cpv = "", amount } = chosen.aim;
  const [typed, setTyped] = useState({ cpv, amount: amount === undefined ? "" : String(amount) });
  function type(next: typeof typed): void {
    setTyped(next);
    const wanted = Number(next.amount.replace(/[\s€]/g, "").replace(",", "."));
    const digits = next.cpv.replace(/\D.*$/, "").slice(0, 8);
    onChoose({ ...chosen, aim: { ...(digits.length >= 2 && { cpv: digits }), ...(wanted > 0 && { amount: wanted }) } });
  }
  return (
    <>
      <p className="about">{words.references}</p>
      <fieldset className="aim">
        <legend>{words.aim}</legend>
        <Field label={words.aimCpv} value={typed.cpv} inputMode="numeric" onChange={(next) => type({ ...typed, cpv: next })} />
        <Field label={words.aimAmount} value={typed.amount} inputMode="decimal" onChange={(next) => type({ ...typed, amount: next })} />
        <span className="hint">{words.aimHint}</span>
      </fieldset>
    </>
  );
}
