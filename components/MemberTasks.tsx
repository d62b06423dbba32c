/** What each member of the group carries out, and its share: typed by the person, written into the DC1, the DUME and the page's table. */
import { useState } from "react";
import { type Bid, isLotAmong, lotsOffered, type Portee, type Task } from "../src/domain/bid.ts";
import { formatSiret } from "../src/domain/siret.ts";
import { Checkbox, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

type Lots = Extract<Portee, { readonly sur: "lots" }>["lots"];

interface MemberTasksProps {
  readonly bid: Bid;
  readonly onBid: (bid: Bid) => void;
}

export function MemberTasks({ bid, onBid }: MemberTasksProps) {
  const { m } = useWords();
  const words = m.candidacy;
  const { others, portee } = bid;
  const lots = portee?.sur === "lots" ? portee.lots : [];
  return (
    <div className="ask tasks" data-tasks>
      <p className="ask-label">{words.tasks}</p>
      <p className="about">{words.tasksHint}</p>
      <TaskFields name={words.ownTask} task={bid.task} {...{ lots }} onTask={(task) => onBid({ ...bid, task })} />
      {others.map(({ siret, name, known, task }) => (
        <TaskFields
          // A packet says it anew.
          key={`${siret}|${known?.source}|${known?.at}`}
          name={known?.facts.raisonSociale ?? (name === "" ? formatSiret(siret) : name)}
          task={task}
          {...{ lots }}
          onTask={(next) => onBid({ ...bid, others: others.map((one) => (one.siret === siret ? { ...one, task: next } : one)) })}
        />
      ))}
    </div>
  );
}

interface TaskFieldsProps {
  readonly name: string;
  readonly task: Task;
  /** Those of the bid. */
  readonly lots: Lots;
  readonly onTask: (task: Task) => void;
}

function TaskFields({ name, task, lots, onTask }: TaskFieldsProps) {
  const { m } = useWords();
  const words = m.candidacy;
  // What is being typed stays as typed while it is kept.
  const [performs, setPerforms] = useState(task.performs);
  const [share, setShare] = useState(task.share === null ? "" : String(task.share).replace(".", ","));
  const isWrong = share.trim() !== "" && shareIn(share) === null;
  return (
    <fieldset className="task">
      <legend>{name}</legend>
      <Field
        label={words.task}
        value={performs}
        onChange={(text) => {
          setPerforms(text);
          onTask({ ...task, performs: text, share: shareIn(share) });
        }}
      />
      <Field
        label={words.share}
        value={share}
        inputMode="decimal"
        error={isWrong ? words.wrongShare : undefined}
        onChange={(text) => {
          setShare(text);
          onTask({ ...task, performs, share: shareIn(text) });
        }}
      />
      {(lots.length > 1 || task.lots.length > 0) && (
        <MemberLots
          {...{ name }}
          lots={lotsOffered(task.lots, lots)}
          own={task.lots}
          onOwn={(own) => onTask({ ...task, performs, share: shareIn(share), lots: own })}
        />
      )}
    </fieldset>
  );
}

interface MemberLotsProps {
  readonly name: string;
  readonly lots: ReturnType<typeof lotsOffered>;
  readonly own: readonly string[];
  readonly onOwn: (own: string[]) => void;
}

/** The lots that one member bids for, among those of the bid. */
function MemberLots({ name, lots, own, onOwn }: MemberLotsProps) {
  const { m } = useWords();
  const words = m.candidacy;
  return (
    <fieldset className="task-lots" aria-label={words.taskLots(name)}>
      {lots.map(({ numero }) => (
        <Checkbox
          key={numero}
          label={words.lot(numero, undefined)}
          selected={isLotAmong(numero, own)}
          onChange={(wanted) => onOwn(lots.map((one) => one.numero).filter((one) => (one === numero ? wanted : isLotAmong(one, own))))}
        >
          <span>{words.lot(numero, undefined)}</span>
        </Checkbox>
      ))}
      <span className="about">{words.allLots}</span>
    </fieldset>
  );
}

/** "33,5 %" is 33.5; `null` for what is no share of a whole. */
function shareIn(text: string): number | null {
  const [, figure] = /^\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%?\s*$/.exec(text) ?? [];
  const share = figure === undefined ? null : Number(figure.replace(",", "."));
  return share !== null && share <= 100 ? share : null;
}
