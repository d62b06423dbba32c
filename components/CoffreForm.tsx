/** What is asked about a document, beside its page: its kind, whose it is, its dates. Nothing doubtful is filled in by itself. */
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { CoffreAsk, CoffrePiece } from "../src/domain/coffre.ts";
import { PIECE_KINDS, type PieceKind } from "../src/domain/pieces.ts";
import { formatSiren } from "../src/domain/siret.ts";
import { dayTyped, formatDay } from "../src/domain/time.ts";
import { basisOf, type DateField, datesOf } from "../src/domain/validity.ts";
import { Button, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

export interface CoffreCompany {
  readonly siren: string;
  readonly name: string | null;
}

interface CoffreFormProps {
  readonly piece: CoffrePiece;
  readonly companies: readonly CoffreCompany[];
  /** "2026-05-31" */
  readonly today: string;
  /** Rejects when it could not be kept. */
  readonly onAmend: (piece: CoffrePiece) => Promise<void>;
  /** Shows the page where something was read. */
  readonly onPage: (page: number) => void;
}

type Texts = Partial<Record<DateField, string>>;

interface Draft {
  readonly kind: PieceKind | "";
  readonly siren: string;
  readonly texts: Texts;
}

/** Answers being written, by piece. Their form is already closed; when writing fails, it opens again with them. */
const drafts = new Map<string, Draft>();

export function CoffreForm({ piece, companies, today, onAmend, onPage }: CoffreFormProps) {
  const { m } = useWords();
  const asks = piece.asks ?? [];
  const askAbout = (about: CoffreAsk["about"]) => asks.find((ask) => ask.about === about);
  const kindAsk = askAbout("kind");
  const companyAsk = askAbout("company");
  const draft = drafts.get(piece.id);
  const [kind, setKind] = useState<PieceKind | "">(draft?.kind ?? (kindAsk === undefined ? piece.kind : ""));
  const [siren, setSiren] = useState(draft?.siren ?? (companyAsk === undefined ? piece.siren : ""));
  const [texts, setTexts] = useState<Texts>(
    () => draft?.texts ?? Object.fromEntries(Object.entries(daysOf(piece)).map(([field, day]) => [field, formatDay(day)])),
  );
  const [tried, setTried] = useState(false);
  const fields = kind === "" ? [] : datesOf(kind);
  const days = Object.fromEntries(fields.map((field) => [field, dayTyped(texts[field] ?? "")]));
  const problem = (field: DateField) => problemOf(field, texts[field] ?? "", days, today);
  const { form, goOn } = useNextQuestion();

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (kind === "" || siren === "" || fields.some((field) => problem(field) !== null)) return;
    drafts.set(piece.id, { kind, siren, texts });
    onAmend(amended(piece, kind, siren, days, kind === piece.kind ? piece.title : m.labels.piece(kind))).then(
      () => drafts.delete(piece.id),
      () => undefined,
    );
  }

  return (
    <form className="kept-form" ref={form} onSubmit={submit} noValidate>
      <KindQuestion id={piece.id} ask={kindAsk} kind={kind} tried={tried} onKind={setKind} onTaken={goOn} onPage={onPage} />
      {companyAsk !== undefined && (
        <CompanyQuestion {...{ siren, companies, tried, onPage }} id={piece.id} ask={companyAsk} onSiren={setSiren} onTaken={goOn} />
      )}
      {fields.map((field) => (
        <DateQuestion
          key={field}
          label={m.coffre.dates(field, kind === "" ? piece.kind : kind)}
          ask={askAbout(field)}
          text={texts[field] ?? ""}
          problem={tried ? problem(field) : null}
          onText={(text) => setTexts({ ...texts, [field]: text })}
          onTaken={goOn}
          onPage={onPage}
        />
      ))}
      <div className="actions">
        <Button look="primary" type="submit">
          {m.coffre.confirm}
        </Button>
      </div>
    </form>
  );
}

/** Once a proposal is taken, focuses the next question without an answer, then the button: Enter takes, Enter confirms. */
function useNextQuestion() {
  const form = useRef<HTMLFormElement>(null);
  const taken = useRef(false);
  useEffect(() => {
    if (!taken.current) return;
    taken.current = false;
    form.current?.querySelector<HTMLElement>("[data-open] select, [data-open] button, [data-open] input, [type=submit]")?.focus();
  });
  return {
    form,
    goOn: () => {
      taken.current = true;
    },
  };
}

interface KindQuestionProps {
  /** Of the piece. */
  readonly id: string;
  readonly ask: CoffreAsk | undefined;
  readonly kind: PieceKind | "";
  /** True once the person tried to confirm: missing answers are then pointed out. */
  readonly tried: boolean;
  readonly onKind: (kind: PieceKind | "") => void;
  /** Called when a proposal is taken as the answer. */
  readonly onTaken: () => void;
  readonly onPage: (page: number) => void;
}

function KindQuestion({ id, ask, kind, tried, onKind, onTaken, onPage }: KindQuestionProps) {
  const { m } = useWords();
  return (
    <div className="question" data-open={kind === "" || undefined}>
      {ask !== undefined && <p className="why">{m.coffre.why.kind[ask.why]}</p>}
      <div className="field">
        <label htmlFor={`kind-${id}`}>{m.coffre.kind}</label>
        <select autoComplete="off" id={`kind-${id}`} value={kind} onChange={(event) => onKind(event.target.value as PieceKind | "")}>
          {kind === "" && <option value="">{m.coffre.toChoose}</option>}
          {PIECE_KINDS.map((one) => (
            <option key={one} value={one}>
              {m.labels.piece(one)}
            </option>
          ))}
        </select>
        {tried && kind === "" && <p className="error">{m.coffre.toChoose}</p>}
      </div>
      <Proposals
        ask={ask}
        write={(value) => m.labels.piece(value as PieceKind)}
        onTake={(value) => {
          onKind(value as PieceKind);
          onTaken();
        }}
        onPage={onPage}
      />
    </div>
  );
}

interface CompanyQuestionProps extends Pick<KindQuestionProps, "id" | "tried" | "onTaken" | "onPage"> {
  readonly ask: CoffreAsk;
  readonly siren: string;
  readonly companies: readonly CoffreCompany[];
  readonly onSiren: (siren: string) => void;
}

function CompanyQuestion({ id, ask, siren, companies, tried, onSiren, onTaken, onPage }: CompanyQuestionProps) {
  const { m } = useWords();
  const named = withNamed(companies, ask);
  return (
    <div className="question" data-open={siren === "" || undefined}>
      <p className={ask.why === "otherCompany" ? "why tone-bad" : "why"}>
        {m.coffre.why.company(ask.why, ask.proposals.map(({ value }) => formatSiren(value)).join(", "))}
      </p>
      <div className="field">
        <label htmlFor={`company-${id}`}>{m.coffre.whose}</label>
        <select autoComplete="off" id={`company-${id}`} value={siren} onChange={(event) => onSiren(event.target.value)}>
          {siren === "" && <option value="">{m.coffre.toChoose}</option>}
          {named.map((company) => (
            <option key={company.siren} value={company.siren}>
              {companyText(company)}
            </option>
          ))}
        </select>
        {tried && siren === "" && <p className="error">{m.coffre.toChoose}</p>}
      </div>
      <Proposals
        ask={ask}
        write={(value) => companyText(named.find((company) => company.siren === value) ?? { siren: value, name: null })}
        onTake={(value) => {
          onSiren(value);
          onTaken();
        }}
        onPage={onPage}
      />
    </div>
  );
}

interface DateQuestionProps extends Pick<KindQuestionProps, "ask" | "onTaken" | "onPage"> {
  readonly label: string;
  /** As the person writes it. */
  readonly text: string;
  readonly problem: DateProblem | null;
  readonly onText: (text: string) => void;
}

function DateQuestion({ label, ask, text, problem, onText, onTaken, onPage }: DateQuestionProps) {
  const { m } = useWords();
  return (
    <div data-open={(ask !== undefined && text === "") || undefined}>
      <Field
        label={label}
        value={text}
        onChange={onText}
        hint={ask?.why === "missing" ? m.coffre.notRead : m.coffre.date}
        error={problemText(problem, m)}
      />
      <Proposals
        ask={ask}
        write={formatDay}
        onTake={(day) => {
          onText(formatDay(day));
          onTaken();
        }}
        onPage={onPage}
      />
    </div>
  );
}

interface ProposalsProps {
  readonly ask: CoffreAsk | undefined;
  readonly write: (value: string) => string;
  readonly onTake: (value: string) => void;
  readonly onPage: (page: number) => void;
}

/** Values read in the document, each with its line. Only a gesture of the person takes one. */
function Proposals({ ask, write, onTake, onPage }: ProposalsProps) {
  const { m } = useWords();
  if (ask === undefined || ask.proposals.length === 0) return null;
  return (
    <ul className="proposals">
      {ask.proposals.map(({ value, page, line }) => (
        <li key={`${value}${page}${line}`}>
          <Button onPress={() => onTake(value)}>{m.coffre.take(write(value))}</Button>
          <Button look="link" onPress={() => onPage(page)}>
            {m.coffre.read(line, page)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The companies, and those that the document names even if no work was done for them yet. */
function withNamed(companies: readonly CoffreCompany[], { proposals }: CoffreAsk): readonly CoffreCompany[] {
  const known = new Set(companies.map(({ siren }) => siren));
  const named = [...new Set(proposals.map(({ value }) => value))].filter((siren) => !known.has(siren));
  return [...companies, ...named.map((siren) => ({ siren, name: null }))];
}

export function companyText({ siren, name }: CoffreCompany): string {
  return [name, formatSiren(siren)].filter(Boolean).join(" · ");
}

type Days = { readonly [F in DateField]?: string | null };

function daysOf({ issuedOn, validFrom, validUntil, closingOn }: CoffrePiece): Record<string, string> {
  const all = { issuedOn, validFrom, validUntil, closingOn };
  return Object.fromEntries(Object.entries(all).flatMap(([field, day]) => (day === undefined ? [] : [[field, day]])));
}

/** The piece as the person confirms it: dates that its kind does not have are dropped, the questions are settled. */
function amended(piece: CoffrePiece, kind: PieceKind, siren: string, days: Days, title: string): CoffrePiece {
  const { issuedOn: _i, validFrom: _f, validUntil: _u, closingOn: _c, otherSiren: _o, asks: _a, ...rest } = piece;
  const known = Object.fromEntries(Object.entries(days).filter((entry): entry is [DateField, string] => typeof entry[1] === "string"));
  return { ...rest, ...known, kind, siren, title, validityBasis: basisOf({ kind, ...known }), confirmed: true };
}

type DateProblem = "form" | "future" | "order";

function problemOf(field: DateField, text: string, days: Days, today: string): DateProblem | null {
  if (text.trim() === "") return null;
  const day = dayTyped(text);
  if (day === null) return "form";
  if ((field === "issuedOn" || field === "closingOn") && day > today) return "future";
  if (field === "validUntil" && [days.validFrom, days.issuedOn].some((other) => typeof other === "string" && other > day)) return "order";
  return null;
}

function problemText(problem: DateProblem | null, m: ReturnType<typeof useWords>["m"]): string | undefined {
  return problem === null ? undefined : m.coffre.dateProblems[problem];
}
