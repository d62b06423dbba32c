/** A running contract: its days, its subcontractors, and the certificates that it asks for every six months. */
import { type FormEvent, useState } from "react";
import { OWN, vigilanceDue, withGiven } from "../src/consultations/award.ts";
import type { Award, Contract } from "../src/domain/award.ts";
import { isShowable, REFERENCES } from "../src/domain/references.ts";
import { isSiret } from "../src/domain/siret.ts";
import { daysBetween, dayTyped, formatDay, parisDay } from "../src/domain/time.ts";
import { DayField, KeepOrCancel } from "./AwardFields.tsx";
import type { AwardProps } from "./ConsultationAward.tsx";
import { Button, Field, Tag } from "./controls.tsx";
import { useWords } from "./words.tsx";

/** What the rhythm rests on. */
const RUNNING = [REFERENCES.documentsTravail, REFERENCES.vigilanceUrssaf, REFERENCES.vigilanceEnCours];

interface ContractFormProps {
  readonly contract: Contract | undefined;
  readonly onKeep: (contract: Contract) => void;
  readonly onCancel: () => void;
}

export function ContractForm({ contract, onKeep, onCancel }: ContractFormProps) {
  const { m } = useWords();
  const words = m.consultations.award;
  const [from, setFrom] = useState(contract === undefined ? "" : formatDay(contract.from));
  const [until, setUntil] = useState(contract?.until === undefined ? "" : formatDay(contract.until));
  const [tried, setTried] = useState(false);
  const [start, end] = [dayTyped(from), dayTyped(until)];
  const startWrong = start === null ? words.wrongDay : undefined;
  const endWrong =
    until.trim() !== "" && end === null ? words.wrongDay : start !== null && end !== null && end < start ? words.endBeforeStart : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (start === null || endWrong !== undefined) return;
    const { until: _, ...rest } = contract ?? { subcontractors: [], given: [] };
    onKeep({ ...rest, from: start, ...(end !== null && { until: end }) });
  };
  return (
    <form className="award-form" noValidate onSubmit={submit}>
      <DayField label={words.concludedOn} value={from} onChange={setFrom} error={tried ? startWrong : undefined} autoFocus />
      <DayField label={words.endsOn} value={until} onChange={setUntil} error={tried ? endWrong : undefined} />
      <KeepOrCancel onCancel={onCancel} />
    </form>
  );
}

type ContractProps = AwardProps & { readonly award: Award; readonly contract: Contract; readonly onChange: () => void };

export function ConsultationContract({ now, award, contract, onAward, onChange }: ContractProps) {
  const { m } = useWords();
  const words = m.consultations.award;
  const [adds, setAdds] = useState(false);
  const { from, until, subcontractors } = contract;
  const keep = (next: Contract) => onAward({ ...award, contract: next });
  const withoutContract = ({ contract: _, ...rest }: Award) => (Object.keys(rest).length === 0 ? null : rest);
  return (
    <>
      <p>{words.concluded(formatDay(from), until === undefined ? undefined : formatDay(until))}</p>
      <p className="about">{words.vigilance}</p>
      <Dues contract={contract} today={parisDay(now)} onKeep={keep} />
      {adds && (
        <SubcontractorForm
          known={subcontractors}
          onAdd={(one) => {
            keep({ ...contract, subcontractors: [...subcontractors, one] });
            setAdds(false);
          }}
          onCancel={() => setAdds(false)}
        />
      )}
      <div className="ways">
        {!adds && (
          <Button look="link" onPress={() => setAdds(true)}>
            {words.subcontractor}
          </Button>
        )}
        <Button look="link" onPress={onChange}>
          {words.changeContract}
        </Button>
        <Button look="link" onPress={() => onAward(withoutContract(award))}>
          {words.noContract}
        </Button>
      </div>
      <details className="about">
        <summary>{words.texts}</summary>
        <ul lang="fr">
          {RUNNING.filter(isShowable).map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface DuesProps {
  readonly contract: Contract;
  readonly today: string;
  readonly onKeep: (contract: Contract) => void;
}

function Dues({ contract, today, onKeep }: DuesProps) {
  const { m } = useWords();
  const words = m.consultations.award;
  const dues = vigilanceDue(contract);
  const { subcontractors } = contract;
  const nameOf = (of: string) => subcontractors.find(({ siret }) => siret === of)?.name ?? of;
  const said = (of: string) => (of === OWN ? words.own : words.theirs(nameOf(of)));
  if (dues.length === 0) return <p className="about">{words.over}</p>;
  return (
    <ul className="award-pack">
      {dues.map((one) => {
        const left = daysBetween(today, one.due);
        return (
          <li key={one.of} className="award-line">
            <span>{said(one.of)}</span>
            <Tag tone={left < 0 ? "bad" : left <= 15 ? "warn" : "plain"}>{words.due(m.consultations.days(left), formatDay(one.due))}</Tag>
            <Button
              look="link"
              aria-label={m.consultations.about(words.given, said(one.of))}
              onPress={() => onKeep(withGiven(contract, one))}
            >
              {words.given}
            </Button>
            {one.of !== OWN && (
              <Button
                look="link"
                onPress={() => onKeep({ ...contract, subcontractors: subcontractors.filter(({ siret }) => siret !== one.of) })}
              >
                {words.remove(nameOf(one.of))}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface SubcontractorFormProps {
  readonly known: Contract["subcontractors"];
  readonly onAdd: (one: Contract["subcontractors"][number]) => void;
  readonly onCancel: () => void;
}

function SubcontractorForm({ known, onAdd, onCancel }: SubcontractorFormProps) {
  const { m } = useWords();
  const words = m.consultations.award;
  const [siret, setSiret] = useState("");
  const [name, setName] = useState("");
  const [from, setFrom] = useState("");
  const [tried, setTried] = useState(false);
  const digits = siret.replace(/\D/g, "");
  const day = dayTyped(from);
  const isKnown = known.some((one) => one.siret === digits);
  const siretWrong = isKnown ? words.alreadyThere : isSiret(digits) ? undefined : words.wrongSiret;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (siretWrong === undefined && name.trim() !== "" && day !== null) onAdd({ siret: digits, name: name.trim(), from: day });
  };
  return (
    <form className="award-form" noValidate onSubmit={submit}>
      <Field label={words.siret} value={siret} onChange={setSiret} error={tried ? siretWrong : undefined} inputMode="numeric" autoFocus />
      <Field label={words.name} value={name} onChange={setName} error={tried && name.trim() === "" ? words.noName : undefined} />
      <DayField label={words.from} value={from} onChange={setFrom} error={tried && day === null ? words.wrongDay : undefined} />
      <KeepOrCancel onCancel={onCancel} />
    </form>
  );
}
