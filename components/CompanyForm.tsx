/** One field that finds the company by anything that names it, typed or pasted. Arrows move through the results, Enter takes one. */
import { Building2, LoaderCircle } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useState } from "react";
import { type CompanyQuery, companyQueryOf, searchOf } from "../src/domain/company-query.ts";
import { formatSiret } from "../src/domain/siret.ts";
import type { Output } from "../src/messages/contract.ts";
import { activeAfter } from "./active-line.ts";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

export type FindCompanies = (text: string) => Promise<Output<"findCompanies">>;

interface CompanyFormProps {
  readonly onChoose: (siret: string) => void;
  readonly onFind: FindCompanies;
  readonly text: string;
  readonly onType: (text: string) => void;
}

/** A search starts after this pause in the typing, not at each letter. */
const PAUSE_MS = 350;

type Search =
  | { readonly state: "none" }
  | { readonly state: "asking" }
  | { readonly state: "answered"; readonly found: Output<"findCompanies"> };

interface Line {
  readonly siret: string;
  readonly name: string;
  readonly about: string;
}

export function CompanyForm({ onChoose, onFind, text, onType }: CompanyFormProps) {
  const { m } = useWords();
  const id = useId();
  const [tried, setTried] = useState(false);
  const [active, setActive] = useState(0);
  const query = companyQueryOf(text);
  const search = useSearch(searchOf(query), onFind);
  const lines = linesOf(query, search);
  const help = helpOf(query, tried, m);
  const searched = query.kind === "name" || query.kind === "siren";

  function type(next: string): void {
    onType(next);
    setTried(false);
    setActive(0);
  }
  function walk(event: KeyboardEvent): void {
    const next = lines.length > 1 || event.key.startsWith("Arrow") ? activeAfter(event.key, active, lines.length) : null;
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const taken = lines[active]?.siret ?? (query.kind === "sirets" ? query.sirets[0] : undefined);
    if (taken !== undefined) onChoose(taken);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Question id={id} text={text} help={help} lines={lines} active={active} onType={type} onKey={walk} />
      {!searched && lines.length === 0 && (
        <Button look="primary" type="submit">
          {m.company.choose}
        </Button>
      )}
      <div className="found">
        {searched && (
          <p className={`about ${failureOf(search) === null ? "" : "tone-bad"}`} role="status">
            {search.state === "asking" && <LoaderCircle size={13} className="spinning" aria-hidden="true" />}
            {saidOf(query, search, m)}
          </p>
        )}
        <Hits id={id} lines={lines} active={active} onActive={setActive} onChoose={onChoose} />
      </div>
    </form>
  );
}

interface QuestionProps {
  /** Id of the field; the ids of its help and its list derive from it. */
  readonly id: string;
  readonly text: string;
  readonly help: Help;
  readonly lines: readonly Line[];
  /** Index of the line that Enter takes. */
  readonly active: number;
  readonly onType: (text: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

function Question({ id, text, help: { hint, error }, lines, active, onType, onKey }: QuestionProps) {
  const { m } = useWords();
  return (
    <div className="field siret-field">
      <label htmlFor={id}>{m.company.siret}</label>
      <input
        id={id}
        autoComplete="off"
        value={text}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={onKey}
        role="combobox"
        aria-expanded={lines.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={lines.length > 0 ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-help`}
        aria-invalid={error !== undefined}
        data-invalid={error === undefined ? undefined : true}
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the only question of the first screen.
        autoFocus
      />
      <span id={`${id}-help`} className={error === undefined ? "hint" : "error"}>
        {error ?? hint}
      </span>
    </div>
  );
}

interface HitsProps {
  readonly id: string;
  readonly lines: readonly Line[];
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onChoose: (siret: string) => void;
}

function Hits({ id, lines, active, onActive, onChoose }: HitsProps) {
  const { m } = useWords();
  return (
    <div className="rows" id={`${id}-list`} role="listbox" aria-label={m.company.foundLabel} hidden={lines.length === 0}>
      {lines.map(({ siret, name, about }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys.
        <div
          className="row company-choice hit"
          key={siret}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          onClick={() => onChoose(siret)}
          onMouseMove={() => onActive(index)}
        >
          <Building2 size={16} className="tone-plain" aria-hidden="true" />
          <span>
            {name}
            <span className="about">{about}</span>
          </span>
        </div>
      ))}
    </div>
  );
}

/** Looks for the text once the typing pauses; an answer to an older text is dropped. */
function useSearch(wanted: string | null, onFind: FindCompanies): Search {
  const [search, setSearch] = useState<Search>({ state: "none" });
  useEffect(() => {
    if (wanted === null) {
      setSearch({ state: "none" });
      return undefined;
    }
    let current = true;
    setSearch({ state: "asking" });
    const timer = setTimeout(() => {
      const answered = (found: Output<"findCompanies">) => current && setSearch({ state: "answered", found });
      onFind(wanted).then(answered, () => answered({ failure: "unreachable" }));
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, onFind]);
  return search;
}

/** What may be taken now: the companies found, or the SIRETs of a pasted text that holds several. */
function linesOf(query: CompanyQuery, search: Search): readonly Line[] {
  if (query.kind === "sirets")
    return query.sirets.length === 1 ? [] : query.sirets.map((siret) => ({ siret, name: formatSiret(siret), about: "" }));
  if (search.state !== "answered" || "failure" in search.found) return [];
  return search.found.companies.map(({ siret, name, place }) => ({
    siret,
    name,
    about: [place, formatSiret(siret)].filter(Boolean).join(" · "),
  }));
}

type Words = ReturnType<typeof useWords>["m"];

interface Help {
  readonly hint: string;
  readonly error?: string;
}

/** A mistake is shown once the number has its full length, or once the person tried to go on. */
function helpOf(query: CompanyQuery, tried: boolean, { company }: Words): Help {
  switch (query.kind) {
    case "empty":
      return tried ? { hint: "", error: company.problems["siret.empty"] } : { hint: company.siretHint };
    case "foreign":
      return { hint: "", error: company.foreign(query.state) };
    case "wrong":
      return { hint: "", error: company.problems[query.problem] };
    case "typing":
      return tried ? { hint: "", error: company.problems["siret.length"] } : { hint: company.digits(query.digits) };
    case "name":
      return { hint: company.nameHint };
    default:
      return { hint: company.siretHint };
  }
}

function failureOf(search: Search) {
  return search.state === "answered" && "failure" in search.found ? search.found.failure : null;
}

function saidOf(query: CompanyQuery, search: Search, { company }: Words): string {
  if (search.state === "asking") return company.searching;
  if (search.state === "none") return company.goOn;
  const { found } = search;
  if ("failure" in found) return company.searchFailures[found.failure];
  return query.kind === "siren" ? company.foundBySiren(found.companies.length) : company.found(found.companies.length, found.total);
}
