/** The subcontractors that the company declares: each by its SIRET, of which the open register tells the public facts. */
import { type FormEvent, useState } from "react";
import type { Bid } from "../src/domain/bid.ts";
import { formatSiret } from "../src/domain/siret.ts";
import { formatDay, parisDay } from "../src/domain/time.ts";
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

const NOTHING = { siret: "", name: "", performs: "", reliedOn: false };

export function Subcontractors(props: SubcontractorsProps) {
  const { disabled } = props;
  const { m } = useWords();
  const words = m.candidacy;
  const [typed, setTyped] = useState(NOTHING);
  const { wrong, said, add } = useParty(props);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { siret, ...told } = { ...typed, name: typed.name.trim(), performs: typed.performs.trim() };
    const take: Parameters<typeof add>[1] = (now, party) => ({ ...now, subcontractors: [...now.subcontractors, { ...told, ...party }] });
    if (await add(siret, take)) setTyped(NOTHING);
  }
  return (
    <details className="ask others" data-subcontractors open={props.bid.subcontractors.length > 0 || undefined}>
      <summary className="ask-label">{words.subcontractors}</summary>
      <p className="about">{words.subcontractorsHint}</p>
      <Declared {...props} />
      <form className="others" onSubmit={(event) => void submit(event)} noValidate>
        <div className="others-new">
          <Field
            label={words.subcontractorSiret}
            value={typed.siret}
            inputMode="numeric"
            onChange={(siret) => setTyped({ ...typed, siret })}
            error={wrong === null ? undefined : words.subcontractorProblems[wrong]}
          />
          <Field label={words.otherName} value={typed.name} onChange={(name) => setTyped({ ...typed, name })} />
          <Field label={words.performs} value={typed.performs} onChange={(performs) => setTyped({ ...typed, performs })} />
        </div>
        <Checkbox
          label={words.reliedOn}
          selected={typed.reliedOn}
          {...{ disabled }}
          onChange={(reliedOn) => setTyped({ ...typed, reliedOn })}
        >
          <span>{words.reliedOn}</span>
        </Checkbox>
        <Button type="submit" isDisabled={disabled || said === "asking" || typed.siret.trim() === ""}>
          {words.addSubcontractor}
        </Button>
        <p role="status" className={`said ${said === "asking" ? "" : "tone-warn"}`}>
          {said === "asking" ? words.lookingUp : said === "" ? "" : words.lookUpProblems[said]}
        </p>
      </form>
    </details>
  );
}

function Declared({ bid, disabled, onBid }: SubcontractorsProps) {
  const { m } = useWords();
  const words = m.candidacy;
  const { subcontractors } = bid;
  if (subcontractors.length === 0) return null;
  return (
    <ol className="others-list">
      {subcontractors.map((one) => (
        <li key={one.siret}>
          <span>
            {nameOf(one)} <span className="about">{aboutOf(one, words)}</span>
          </span>
          <Button
            look="link"
            isDisabled={disabled}
            onPress={() => onBid({ ...bid, subcontractors: subcontractors.filter(({ siret }) => siret !== one.siret) })}
          >
            {words.removeOther(nameOf(one))}
          </Button>
        </li>
      ))}
    </ol>
  );
}

type Subcontractor = Bid["subcontractors"][number];

function nameOf({ siret, name, known }: Subcontractor): string {
  return known?.facts.raisonSociale ?? (name === "" ? formatSiret(siret) : name);
}

function aboutOf({ siret, performs, reliedOn, known }: Subcontractor, words: ReturnType<typeof useWords>["m"]["candidacy"]): string {
  const told = known === undefined ? "" : words.told(known.provider, formatDay(parisDay(new Date(known.at))));
  return [formatSiret(siret), performs, reliedOn ? words.reliedOnShort : "", told].filter((part) => part !== "").join(" · ");
}
