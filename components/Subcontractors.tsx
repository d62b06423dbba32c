/** The subcontractors that the company declares: each by its SIRET, of which the open register tells the public facts, or by its country and number there. */
import { type FormEvent, useState } from "react";
import type { Bid } from "../src/domain/bid.ts";
import { abroadProblems, abroadTyped, partyId } from "../src/domain/party.ts";
import { present } from "../src/domain/present.ts";
import { formatSiret } from "../src/domain/siret.ts";
import { formatDay, parisDay } from "../src/domain/time.ts";
import { Ask } from "./Ask.tsx";
import { Button, Checkbox, Field } from "./controls.tsx";
import { type LookUp, useParty } from "./useParty.ts";
import { useWords } from "./words.tsx";

interface SubcontractorsProps {
  readonly bid: Bid;
  readonly siret: string;
  readonly disabled: boolean;
  readonly onBid: (bid: Bid) => void;
  readonly onLookUp: LookUp;
}

const WHERE = ["france", "abroad"] as const;
const NOTHING = { siret: "", country: "", number: "", name: "", performs: "", reliedOn: false };
type Typed = typeof NOTHING;
type Refused = Partial<Record<keyof Typed, string | undefined>>;

export function Subcontractors(props: SubcontractorsProps) {
  const { disabled } = props;
  const { m } = useWords();
  const words = m.candidacy;
  const { typed, type, isAbroad, setAbroad, refused, said, submit } = useDeclaring(props);
  const field = (key: "siret" | "country" | "number" | "name", label: string, inputMode?: "numeric") => (
    <Field label={label} value={typed[key]} onChange={(value) => type({ [key]: value })} error={refused[key]} {...present({ inputMode })} />
  );
  return (
    <details className="ask others" data-subcontractors open={props.bid.subcontractors.length > 0 || undefined}>
      <summary className="ask-label">{words.subcontractors}</summary>
      <p className="about">{words.subcontractorsHint}</p>
      <Declared {...props} />
      <form className="others" onSubmit={(event) => void submit(event)} noValidate>
        <Ask
          label={m.consultations.award.where}
          value={isAbroad ? "abroad" : "france"}
          all={WHERE}
          names={{ france: m.consultations.award.inFrance, abroad: m.consultations.award.outsideFrance }}
          {...{ disabled }}
          onChoose={(where) => setAbroad(where === "abroad")}
        />
        <div className="others-new">
          {isAbroad ? field("country", m.consultations.award.country) : field("siret", words.subcontractorSiret, "numeric")}
          {isAbroad && field("number", m.consultations.award.number)}
          {field("name", words.otherName)}
          <Field label={words.performs} value={typed.performs} onChange={(performs) => type({ performs })} />
        </div>
        <Checkbox label={words.reliedOn} selected={typed.reliedOn} {...{ disabled }} onChange={(reliedOn) => type({ reliedOn })}>
          <span>{words.reliedOn}</span>
        </Checkbox>
        <Button type="submit" isDisabled={disabled || said === "asking" || typed[isAbroad ? "number" : "siret"].trim() === ""}>
          {words.addSubcontractor}
        </Button>
        <p role="status" className={`said ${said === "asking" ? "" : "tone-warn"}`}>
          {said === "asking" ? words.lookingUp : said === "" ? "" : words.lookUpProblems[said]}
        </p>
      </form>
    </details>
  );
}

/** What is typed of a new one, and how it is declared: looked up by its SIRET, or as typed when it has none. */
function useDeclaring(props: SubcontractorsProps) {
  const { bid, onBid } = props;
  const { m } = useWords();
  const [isAbroad, setAbroad] = useState(false);
  const [typed, setTyped] = useState<Typed>(NOTHING);
  const [tried, setTried] = useState(false);
  const { wrong, said, add } = useParty(props);
  const abroad = wrongAbroad(typed, bid, m);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!(isAbroad ? declareAbroad() : await declare())) return;
    setTyped(NOTHING);
    setTried(false);
  }
  const told = () => ({ name: typed.name.trim(), performs: typed.performs.trim(), reliedOn: typed.reliedOn });
  const declare = () => add(typed.siret, (now, party) => ({ ...now, subcontractors: [...now.subcontractors, { ...told(), ...party }] }));
  function declareAbroad(): boolean {
    setTried(true);
    if (Object.values(abroad).some(Boolean)) return false;
    onBid({ ...bid, subcontractors: [...bid.subcontractors, { ...told(), ...abroadTyped(typed) }] });
    return true;
  }

  const inFrance: Refused = { siret: wrong === null ? undefined : m.candidacy.subcontractorProblems[wrong] };
  const refused = isAbroad ? (tried ? abroad : {}) : inFrance;
  const type = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  return { typed, type, isAbroad, setAbroad, refused, said, submit };
}

function Declared({ bid, disabled, onBid }: SubcontractorsProps) {
  const { m } = useWords();
  const words = m.candidacy;
  const { subcontractors } = bid;
  if (subcontractors.length === 0) return null;
  return (
    <ol className="others-list">
      {subcontractors.map((one) => (
        <li key={partyId(one)}>
          <span>
            {nameOf(one)} <span className="about">{aboutOf(one, words)}</span>
          </span>
          <Button
            look="link"
            isDisabled={disabled}
            onPress={() => onBid({ ...bid, subcontractors: subcontractors.filter((other) => other !== one) })}
          >
            {words.removeOther(nameOf(one))}
          </Button>
        </li>
      ))}
    </ol>
  );
}

type Subcontractor = Bid["subcontractors"][number];
type Words = ReturnType<typeof useWords>["m"];

/** No register knows it: all that tells who it is must be typed. */
function wrongAbroad(typed: Typed, { subcontractors }: Bid, { candidacy, consultations }: Words): Refused {
  const abroad = abroadTyped(typed);
  const wrong = abroadProblems(abroad);
  const isTwice = subcontractors.some((one) => partyId(one) === partyId(abroad));
  const { wrongCountry, wrongNumber, noName } = consultations.award;
  return {
    country: wrong.country ? wrongCountry : undefined,
    number: wrong.number ? wrongNumber : isTwice ? candidacy.subcontractorProblems.twice : undefined,
    name: typed.name.trim() === "" ? noName : undefined,
  };
}

function nameOf(one: Subcontractor): string {
  if (!("siret" in one)) return one.name;
  return one.known?.facts.raisonSociale ?? (one.name === "" ? formatSiret(one.siret) : one.name);
}

function aboutOf(one: Subcontractor, words: Words["candidacy"]): string {
  const { performs, reliedOn } = one;
  const known = "siret" in one ? one.known : undefined;
  const told = known === undefined ? "" : words.told(known.provider, formatDay(parisDay(new Date(known.at))));
  return ["siret" in one ? formatSiret(one.siret) : `${one.country}, ${one.number}`, performs, reliedOn ? words.reliedOnShort : "", told]
    .filter((part) => part !== "")
    .join(" · ");
}
