/** What the page says already of the company and the registers say otherwise: told, never changed. */
import { useEffect, useState } from "react";
import type { HeldValue } from "../src/domain/account.ts";
import type { Dossier, Proposal } from "../src/domain/dossier.ts";
import type { AccountDifference, AccountReport } from "../src/dossier/account.ts";
import { formatValue } from "../src/i18n/format.ts";
import { originText } from "../src/i18n/origin.ts";
import type { ControlRef } from "../src/messages/contract.ts";
import type { Situation } from "../src/messages/situation.ts";
import "./AccountDifferences.css";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

export interface AccountActions {
  /** What the tab's page holds, compared; `null` where it holds nothing. */
  readonly compareAccount: (dossier: Dossier) => Promise<AccountReport | null>;
  readonly goTo: (control: ControlRef) => Promise<void>;
}

interface AccountDifferencesProps {
  readonly situation: Situation;
  readonly actions: AccountActions;
}

const WRITTEN: ReadonlySet<string> = new Set(["ready", "proposed", "filled", "already"]);

/** True where nothing is to be written: the page is an account's, or a form that is held as it stands. */
export function isHeld({ page, fields }: Situation): boolean {
  return page?.detected !== true || !fields.some(({ status }) => WRITTEN.has(status));
}

export function AccountDifferences({ situation, actions }: AccountDifferencesProps) {
  const { m } = useWords();
  const report = useReport(situation, actions.compareAccount);
  if (report === null || report.owner === "unsaid") return null;
  const isForm = !isHeld(situation);
  const { differences } = report;
  if (differences.length === 0) return isForm ? null : <Nothing report={report} />;
  const list = <Differences report={report} onShow={actions.goTo} />;
  if (isForm)
    return (
      <details className="section differences">
        <summary>{m.account.inForm(differences.length)}</summary>
        {list}
      </details>
    );
  return (
    <section className="section differences">
      <h2 className="section-title">
        {m.account.title}
        <span>{differences.length}</span>
      </h2>
      {list}
    </section>
  );
}

/** Asked again whenever something changed: the page, or what is known. */
function useReport(situation: Situation, compare: AccountActions["compareAccount"]): AccountReport | null {
  const [report, setReport] = useState<AccountReport | null>(null);
  useEffect(() => {
    const { page, dossier } = situation;
    if (page === null || dossier === null) {
      setReport(null);
      return undefined;
    }
    let isOver = false;
    void compare(dossier)
      .catch(() => null)
      .then((found) => {
        if (!isOver) setReport(found);
      });
    return () => {
      isOver = true;
    };
  }, [situation, compare]);
  return report;
}

/** Two values at least: one alone says nothing of an account. */
const ENOUGH = 2;

function Nothing({ report: { owner, same } }: { readonly report: AccountReport }) {
  const { m } = useWords();
  if (owner === "other") return <p className="section differences about">{m.account.other}</p>;
  return owner === "company" && same >= ENOUGH ? <p className="section differences about">{m.account.same(same)}</p> : null;
}

function Differences({ report, onShow }: { readonly report: AccountReport; readonly onShow: AccountActions["goTo"] }) {
  const { m } = useWords();
  const { owner, differences, unknown, unread } = report;
  const namesOf = (values: readonly HeldValue[]) => [...new Set(values.map(({ field }) => m.labels.field(field)))].join(", ");
  return (
    <>
      <ul className="rows" aria-label={m.account.title}>
        {differences.map((difference) => (
          <DifferenceRow key={`${difference.held.frameId} ${difference.held.id}`} difference={difference} onShow={onShow} />
        ))}
      </ul>
      {owner === "establishment" && <p className="about">{m.account.establishment}</p>}
      {owner === "perhaps" && <p className="about">{m.account.perhaps}</p>}
      {unknown.length > 0 && <p className="about">{m.account.unknown(namesOf(unknown))}</p>}
      {unread.length > 0 && <p className="about">{m.account.unread(namesOf(unread))}</p>}
      <p className="about">{m.account.untouched}</p>
    </>
  );
}

interface DifferenceRowProps {
  readonly difference: AccountDifference;
  readonly onShow: AccountActions["goTo"];
}

function DifferenceRow({ difference: { held, known }, onShow }: DifferenceRowProps) {
  const { m } = useWords();
  const name = m.labels.field(held.field);
  return (
    <li className="row difference" data-field={held.field}>
      <p className="title">{name}</p>
      <p className="held">
        <span>{m.account.held(held.text)}</span>
        <Button look="link" aria-label={m.account.showNamed(name)} onPress={() => void onShow(held)}>
          {m.account.show}
        </Button>
      </p>
      {known.map((one) => (
        <KnownValue key={String(one.value)} name={name} field={held.field} known={one} />
      ))}
    </li>
  );
}

interface KnownValueProps {
  readonly name: string;
  readonly field: HeldValue["field"];
  readonly known: Proposal;
}

function KnownValue({ name, field, known: { value, origin } }: KnownValueProps) {
  const { m, language } = useWords();
  const [copied, setCopied] = useState<boolean | null>(null);
  const text = formatValue(field, value, language, m);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <p className="known">
      <strong>{text}</strong>
      <span className="about">{originText(origin, m)}</span>
      <Button look="link" aria-label={m.account.copyNamed(name, text)} onPress={() => void copy()}>
        {m.account.copy}
      </Button>
      <span role="status">{copied === null ? "" : copied ? m.account.copied : m.account.notCopied}</span>
    </p>
  );
}
