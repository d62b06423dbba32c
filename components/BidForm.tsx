/** How the company bids for this consultation: alone or in a group, for which lots. Nothing is chosen beforehand. */
import { type FormEvent, useState } from "react";
import { BID_ROLES, type Bid, GROUP_FORMS, NO_TASK, type Portee } from "../src/domain/bid.ts";
import { formatSiret } from "../src/domain/siret.ts";
import { Ask } from "./Ask.tsx";
import { Button, Checkbox, Field } from "./controls.tsx";
import { MemberTasks } from "./MemberTasks.tsx";
import { Subcontractors } from "./Subcontractors.tsx";
import { type LookUp, useParty } from "./useParty.ts";
import { useWords } from "./words.tsx";

type Lots = Extract<Portee, { readonly sur: "lots" }>["lots"];

interface BidFormProps {
  readonly bid: Bid;
  readonly siret: string;
  /** As the page of the consultation names them. */
  readonly lots: Lots;
  readonly disabled: boolean;
  readonly onBid: (bid: Bid) => void;
  readonly onLookUp: LookUp;
}

export function BidForm(props: BidFormProps) {
  const { bid, disabled, onBid } = props;
  const { m } = useWords();
  const words = m.candidacy;
  const isGroup = bid.role === "lead" || bid.role === "member";
  return (
    <div className="bid">
      <Ask
        label={words.role}
        value={bid.role}
        all={BID_ROLES}
        names={words.roles}
        {...{ disabled }}
        onChoose={(role) => onBid({ ...bid, role })}
      />
      {isGroup && (
        <>
          <Ask
            label={words.groupForm}
            value={bid.groupForm}
            all={GROUP_FORMS}
            names={words.groupForms}
            {...{ disabled }}
            onChoose={(groupForm) => onBid({ ...bid, groupForm })}
          />
          {bid.groupForm === "conjoint" && (
            <Ask
              label={words.leadAnswersForAll}
              value={bid.leadAnswersForAll === null ? null : bid.leadAnswersForAll ? "yes" : "no"}
              all={["yes", "no"]}
              names={words}
              {...{ disabled }}
              onChoose={(answer) => onBid({ ...bid, leadAnswersForAll: answer === "yes" })}
            />
          )}
          <Others {...props} />
          <MemberTasks {...{ bid, onBid }} />
        </>
      )}
      <Scope {...props} />
      <Subcontractors {...props} />
    </div>
  );
}

function Others(props: BidFormProps) {
  const { bid, disabled } = props;
  const { m } = useWords();
  const words = m.candidacy;
  const [typed, setTyped] = useState({ siret: "", name: "" });
  const { wrong, said, add } = useParty(props);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const name = typed.name.trim();
    const take: Parameters<typeof add>[1] = (now, party) => ({ ...now, others: [...now.others, { name, task: NO_TASK, ...party }] });
    if (await add(typed.siret, take)) setTyped({ siret: "", name: "" });
  }

  return (
    <form className="ask others" onSubmit={(event) => void submit(event)} noValidate>
      <p className="ask-label">
        {words.others} {bid.role === "member" && <span className="about">{words.leadFirst}</span>}
      </p>
      <OtherList {...props} />
      <div className="others-new">
        <Field
          label={words.otherSiret}
          value={typed.siret}
          inputMode="numeric"
          onChange={(siret) => setTyped({ ...typed, siret })}
          error={wrong === null ? undefined : words.othersProblems[wrong]}
        />
        <Field label={words.otherName} value={typed.name} onChange={(name) => setTyped({ ...typed, name })} />
      </div>
      <Button type="submit" isDisabled={disabled || said === "asking" || typed.siret.trim() === ""}>
        {words.addOther}
      </Button>
      <p role="status" className={`said ${said === "asking" ? "" : "tone-warn"}`}>
        {said === "asking" ? words.lookingUp : said === "" ? "" : words.lookUpProblems[said]}
      </p>
    </form>
  );
}

function OtherList({ bid, disabled, onBid }: BidFormProps) {
  const { m } = useWords();
  const words = m.candidacy;
  if (bid.others.length === 0) return null;
  return (
    <ol className="others-list">
      {bid.others.map(({ siret, name: written, known }) => {
        const name = known?.facts.raisonSociale ?? written;
        return (
          <li key={siret}>
            <span>
              {name} <span className="about">{formatSiret(siret)}</span>
            </span>
            <Button
              look="link"
              isDisabled={disabled}
              onPress={() => onBid({ ...bid, others: bid.others.filter((other) => other.siret !== siret) })}
            >
              {words.removeOther(name === "" ? formatSiret(siret) : name)}
            </Button>
          </li>
        );
      })}
    </ol>
  );
}

const PORTEES: readonly Portee["sur"][] = ["marche", "tousLots", "lots"];

function Scope({ bid, lots, disabled, onBid }: BidFormProps) {
  const { m } = useWords();
  const words = m.candidacy;
  const { portee } = bid;
  const chosen = portee?.sur === "lots" ? portee.lots : [];
  const choose = (next: Lots) => onBid({ ...bid, portee: { sur: "lots", lots: next } });
  return (
    <>
      <Ask
        label={words.portee}
        value={portee?.sur ?? null}
        all={PORTEES}
        names={words.portees}
        {...{ disabled }}
        onChoose={(sur) => onBid({ ...bid, portee: sur === "lots" ? { sur, lots: [] } : { sur } })}
      />
      {portee?.sur === "lots" && lots.length > 0 && (
        <div className="ask lots">
          {lots.map((lot) => {
            const isIn = chosen.some(({ numero }) => numero === lot.numero);
            const label = words.lot(lot.numero, lot.intitule);
            const others = chosen.filter(({ numero }) => numero !== lot.numero);
            return (
              <Checkbox
                key={lot.numero}
                label={label}
                selected={isIn}
                {...{ disabled }}
                onChange={(wanted) =>
                  choose(lots.filter((one) => (one === lot ? wanted : others.some(({ numero }) => numero === one.numero))))
                }
              >
                <span>{label}</span>
              </Checkbox>
            );
          })}
        </div>
      )}
      {portee?.sur === "lots" && lots.length === 0 && <TypedLots chosen={chosen} onChoose={choose} />}
      {chosen.length > 1 && (
        <Checkbox
          label={words.needsPerLot}
          selected={bid.needsPerLot}
          {...{ disabled }}
          onChange={(needsPerLot) => onBid({ ...bid, needsPerLot })}
        >
          <span>{words.needsPerLot}</span>
        </Checkbox>
      )}
    </>
  );
}

/** Where the page does not name its lots, the person types their numbers. */
function TypedLots({ chosen, onChoose }: { readonly chosen: Lots; readonly onChoose: (lots: Lots) => void }) {
  const { m } = useWords();
  const [typed, setTyped] = useState(() => chosen.map(({ numero }) => numero).join(", "));
  function type(text: string): void {
    setTyped(text);
    const numeros = text.split(/[,;]/).map((part) => part.trim().replace(/^lot\s+/i, ""));
    onChoose([...new Set(numeros)].filter((numero) => numero !== "").map((numero) => ({ numero })));
  }
  return <Field label={m.candidacy.lotsTyped} value={typed} onChange={type} hint={m.candidacy.lotsHint} />;
}
