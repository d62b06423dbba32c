/** A subcontractor of a running contract: how it is entered, with a SIRET or without, and what it gives when it is established abroad. */
import { type FormEvent, useState } from "react";
import type { Contract, Subcontractor } from "../src/domain/award.ts";
import { abroadProblems, abroadTyped, partyId } from "../src/domain/party.ts";
import { isSiret } from "../src/domain/siret.ts";
import { dayTyped } from "../src/domain/time.ts";
import { Ask } from "./Ask.tsx";
import { DayField, KeepOrCancel } from "./AwardFields.tsx";
import { Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface SubcontractorFormProps {
  readonly known: Contract["subcontractors"];
  readonly onAdd: (one: Subcontractor) => void;
  readonly onCancel: () => void;
}

const WHERE = ["france", "abroad"] as const;
const NOTHING = { siret: "", country: "", number: "", name: "", from: "" };
type Typed = Readonly<typeof NOTHING>;

export function SubcontractorForm({ known, onAdd, onCancel }: SubcontractorFormProps) {
  const { m } = useWords();
  const words = m.consultations.award;
  const [where, setWhere] = useState<(typeof WHERE)[number]>("france");
  const [typed, setTyped] = useState<Typed>(NOTHING);
  const [tried, setTried] = useState(false);
  const isAbroad = where === "abroad";
  const wrong = isAbroad ? wrongAbroad(typed, known, words) : wrongInFrance(typed, known, words);
  const day = dayTyped(typed.from);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const name = typed.name.trim();
    if (Object.values(wrong).some(Boolean) || name === "" || day === null) return;
    const named = { name, from: day };
    onAdd(isAbroad ? { ...named, ...abroadTyped(typed) } : { ...named, siret: digitsOf(typed) });
  };
  const field = (key: keyof Typed, label: string, more: { readonly inputMode?: "numeric"; readonly autoFocus?: boolean } = {}) => (
    <Field
      label={label}
      value={typed[key]}
      onChange={(value) => setTyped({ ...typed, [key]: value })}
      error={tried ? wrong[key] : undefined}
      {...more}
    />
  );
  return (
    <form className="award-form" noValidate onSubmit={submit}>
      <Ask
        label={words.where}
        value={where}
        all={WHERE}
        names={{ france: words.inFrance, abroad: words.outsideFrance }}
        onChoose={setWhere}
      />
      {isAbroad ? (
        <>
          {field("country", words.country)}
          {field("number", words.number)}
        </>
      ) : (
        field("siret", words.siret, { inputMode: "numeric", autoFocus: true })
      )}
      <Field
        label={words.name}
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
        error={tried && typed.name.trim() === "" ? words.noName : undefined}
      />
      <DayField
        label={words.from}
        value={typed.from}
        onChange={(from) => setTyped({ ...typed, from })}
        error={tried && day === null ? words.wrongDay : undefined}
      />
      <KeepOrCancel onCancel={onCancel} />
    </form>
  );
}

type AwardWords = ReturnType<typeof useWords>["m"]["consultations"]["award"];
type Wrong = Partial<Record<keyof Typed, string | undefined>>;

const digitsOf = ({ siret }: Typed) => siret.replace(/\D/g, "");
const isAmong = (known: Contract["subcontractors"], id: string) => known.some((one) => partyId(one) === id);

function wrongInFrance(typed: Typed, known: Contract["subcontractors"], words: AwardWords): Wrong {
  const siret = digitsOf(typed);
  return { siret: !isSiret(siret) ? words.wrongSiret : isAmong(known, siret) ? words.alreadyThere : undefined };
}

function wrongAbroad(typed: Typed, known: Contract["subcontractors"], words: AwardWords): Wrong {
  const abroad = abroadTyped(typed);
  const wrong = abroadProblems(abroad);
  return {
    country: wrong.country ? words.wrongCountry : undefined,
    number: wrong.number ? words.wrongNumber : isAmong(known, partyId(abroad)) ? words.alreadyThere : undefined,
  };
}

/** What a company established abroad gives in place of what one in France gives. */
export function PiecesAbroad() {
  const { m } = useWords();
  const words = m.consultations.award.abroad;
  return (
    <details className="about abroad">
      <summary>{words.title}</summary>
      <ul>
        {words.pieces.map((piece) => (
          <li key={piece}>{piece}</li>
        ))}
      </ul>
    </details>
  );
}
