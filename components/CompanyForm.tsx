/** One field for the company: its SIRET, checked as it is typed, or its name, looked for in the public register. */
import { Building2, LoaderCircle } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { digitsOf, formatSiret, isSiret, siretProblem } from "../src/domain/siret.ts";
import type { Output } from "../src/messages/contract.ts";
import { Button, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

export type FindCompanies = (text: string) => Promise<Output<"findCompanies">>;

interface CompanyFormProps {
  readonly onChoose: (siret: string) => void;
  readonly onFind: FindCompanies;
}

/** A pause in the typing: nobody is asked at each letter. */
const PAUSE_MS = 350;
const SHORTEST_NAME = 3;

/** A number, even mistyped, is never looked for as a name. */
const isName = (text: string) => /\p{L}/u.test(text) && text.replace(/\D/g, "").length < 9;

type Search =
  | { readonly state: "none" }
  | { readonly state: "asking" }
  | { readonly state: "answered"; readonly found: Output<"findCompanies"> };

export function CompanyForm({ onChoose, onFind }: CompanyFormProps) {
  const { m } = useWords();
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const search = useSearch(text, onFind);
  const digits = digitsOf(text);
  const named = isName(text);
  const problem = siretProblem(text);
  const shown = !named && problem !== null && (tried || digits.length >= 14) ? m.company.problems[problem] : undefined;
  const hint = named ? m.company.nameHint : digits === "" || problem === null ? m.company.siretHint : m.company.digits(digits.length);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isSiret(digits)) onChoose(digits);
  }

  return (
    <form onSubmit={submit} noValidate>
      <div className="siret-field">
        <Field label={m.company.siret} value={text} onChange={setText} hint={hint} error={shown} autoFocus />
      </div>
      {named ? (
        <Found search={search} onChoose={onChoose} />
      ) : (
        <Button look="primary" type="submit">
          {m.company.choose}
        </Button>
      )}
    </form>
  );
}

/** Looks for the name once the typing pauses; an answer to an older text is dropped. */
function useSearch(text: string, onFind: FindCompanies): Search {
  const [search, setSearch] = useState<Search>({ state: "none" });
  const wanted = text.replace(/\s+/g, " ").trim();
  useEffect(() => {
    if (!isName(wanted) || wanted.length < SHORTEST_NAME) {
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

function Found({ search, onChoose }: { readonly search: Search; readonly onChoose: CompanyFormProps["onChoose"] }) {
  const { m } = useWords();
  const found = search.state === "answered" ? search.found : null;
  const companies = found === null || "failure" in found ? [] : found.companies;
  return (
    <div className="found">
      <p className={`about ${found !== null && "failure" in found ? "tone-bad" : ""}`} role="status">
        {search.state === "asking" && <LoaderCircle size={13} className="spinning" aria-hidden="true" />}
        {saidOf(search, m)}
      </p>
      {companies.length > 0 && (
        <ul className="rows" aria-label={m.company.foundLabel}>
          {companies.map(({ siret, name, place }) => (
            <li className="row company-choice" key={siret}>
              <Building2 size={16} className="tone-plain" aria-hidden="true" />
              <Button onPress={() => onChoose(siret)}>
                {name}
                <span className="about">{[place, formatSiret(siret)].filter(Boolean).join(" · ")}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function saidOf(search: Search, m: ReturnType<typeof useWords>["m"]): string {
  if (search.state === "asking") return m.company.searching;
  if (search.state === "none") return m.company.goOn;
  const { found } = search;
  return "failure" in found ? m.company.searchFailures[found.failure] : m.company.found(found.companies.length, found.total);
}
