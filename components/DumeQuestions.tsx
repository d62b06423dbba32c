/** What only a person answers in a DUME, on one screen: the buyer's request, the grounds of exclusion, the means. Nothing is ticked beforehand. */
import { useId } from "react";
import { DropZone, type FileDropItem, FileTrigger } from "react-aria-components";
import {
  type DumeAnswers,
  GROUNDS,
  type Ground,
  type GroundAnswer,
  type PastGrounds,
  SIZES,
  tellable,
  unanswered,
} from "../src/domain/grounds.ts";
import { formatDay, parisDay } from "../src/domain/time.ts";
import { AsideScreen } from "./AsideScreen.tsx";
import { Ask } from "./Ask.tsx";
import type { CandidacyView } from "./CandidacyForms.tsx";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

export interface DumeActions {
  readonly answer: (ground: Ground, applies: boolean | null) => void;
  readonly tell: (ground: Ground, told: { readonly explanation?: string; readonly measures?: string }) => void;
  readonly say: (said: Partial<Pick<DumeAnswers, "reliesOnOthers" | "subcontracts" | "size" | "lot">>) => void;
  readonly importRequest: (file: File) => void;
  readonly removeRequest: () => void;
}

interface DumeQuestionsProps {
  readonly view: Pick<CandidacyView, "answers" | "past" | "refused" | "unkept" | "means">;
  readonly actions: DumeActions;
  readonly onBack: () => void;
}

export function DumeQuestions({ view, actions, onBack }: DumeQuestionsProps) {
  const { m } = useWords();
  const words = m.candidacy.dume;
  const { unkept } = view;
  return (
    <AsideScreen words={words} about={<p className="about">{words.label}</p>} failure={unkept && words.unkept} onBack={onBack}>
      {view.means.kept === null ? <p className="tone-warn">{words.locked}</p> : <Questions view={view} actions={actions} />}
    </AsideScreen>
  );
}

function Questions({ view, actions }: Omit<DumeQuestionsProps, "onBack">) {
  const { m } = useWords();
  const words = m.candidacy.dume;
  const { answers, past } = view;
  const total = GROUNDS.length;
  return (
    <>
      <Request view={view} actions={actions} />
      <section className="section">
        <h3 className="section-title">
          {words.grounds}
          <span>{words.answered(total - unanswered(answers).length, total)}</span>
        </h3>
        <ol className="rows">
          {GROUNDS.map((ground) => (
            <GroundRow key={ground} ground={ground} answer={answers.grounds[ground]} past={past} actions={actions} />
          ))}
        </ol>
      </section>
      <Means answers={answers} actions={actions} />
    </>
  );
}

function Request({ view: { answers, refused }, actions }: Pick<DumeQuestionsProps, "view" | "actions">) {
  const { m } = useWords();
  const words = m.candidacy.dume;
  const { request, lot } = answers;
  const take = (file: File | undefined) => {
    if (file !== undefined) actions.importRequest(file);
  };
  const dropped = async (items: readonly { readonly kind: string }[]) => {
    const file = items.find((item): item is FileDropItem => item.kind === "file");
    take(await file?.getFile());
  };
  return (
    <section className="section">
      <h3 className="section-title">{words.request}</h3>
      <DropZone className="drop drop-small" aria-label={words.drop} onDrop={({ items }) => void dropped(items)}>
        <span className="about">{words.drop}</span>
        <FileTrigger acceptedFileTypes={[".xml", "application/xml", "text/xml"]} onSelect={(list) => take(list?.[0])}>
          <Button look="link">{words.chooseFile}</Button>
        </FileTrigger>
      </DropZone>
      <p role="status" className="said tone-bad">
        {refused !== null && (
          <>
            {words.refused(refused.fileName)}{" "}
            {refused.code === "failed" ? words.readFailed : m.candidacy.problems[refused.code](refused.detail)}
          </>
        )}
      </p>
      {request === null ? (
        <p className="about">{words.noRequest}</p>
      ) : (
        <>
          <p>
            {words.imported(request.fileName, request.reference)}{" "}
            <Button look="link" onPress={actions.removeRequest}>
              {words.removeRequest}
            </Button>
          </p>
          {request.lots.length > 1 && (
            <Ask
              label={words.lot}
              value={lot}
              all={request.lots}
              names={Object.fromEntries(request.lots.map((id) => [id, id]))}
              onChoose={(chosen) => actions.say({ lot: chosen })}
            />
          )}
        </>
      )}
    </section>
  );
}

interface GroundRowProps {
  readonly ground: Ground;
  readonly answer: GroundAnswer | undefined;
  readonly past: PastGrounds | null;
  readonly actions: DumeActions;
}

function GroundRow({ ground, answer, past, actions }: GroundRowProps) {
  const { m } = useWords();
  const words = m.candidacy.dume;
  const { name, question } = words.items[ground];
  return (
    <li className="row ground" data-ground={ground} data-answered={answer !== undefined}>
      <div>
        <p className="title">{name}</p>
        <YesNo label={question} value={answer?.applies ?? null} onAnswer={(applies) => actions.answer(ground, applies)} />
        <Past of={past?.grounds[ground]} {...{ past }} />
        {answer?.applies === true && <Account {...{ ground, answer, actions }} />}
      </div>
    </li>
  );
}

/** What was answered for another consultation: to be read, never taken over. */
function Past({ of, past }: { readonly of: GroundAnswer | undefined; readonly past: PastGrounds | null }) {
  const { m } = useWords();
  const words = m.candidacy.dume;
  if (of === undefined || past === null) return null;
  const said = of.applies ? m.candidacy.yes : m.candidacy.no;
  const day = formatDay(parisDay(new Date(past.at)));
  return <p className="about">{past.reference === "" ? words.pastUnnamed(said, day) : words.past(said, day, past.reference)}</p>;
}

interface YesNoProps {
  readonly label: string;
  readonly value: boolean | null;
  readonly onAnswer: (answer: boolean | null) => void;
}

function YesNo({ label, value, onAnswer }: YesNoProps) {
  const { m } = useWords();
  return (
    <Ask
      label={label}
      value={value === null ? null : value ? "yes" : "no"}
      all={["yes", "no"]}
      names={m.candidacy}
      onChoose={(answer) => onAnswer(answer === "yes")}
    >
      {value !== null && (
        <Button look="link" aria-label={`${m.candidacy.dume.unanswer} : ${label}`} onPress={() => onAnswer(null)}>
          {m.candidacy.dume.unanswer}
        </Button>
      )}
    </Ask>
  );
}

function Account({ ground, answer, actions }: Pick<GroundRowProps, "ground" | "actions"> & { readonly answer: GroundAnswer }) {
  const { m } = useWords();
  const words = m.candidacy.dume;
  const asks = tellable(ground);
  return (
    <div className="account">
      {asks.explanation && (
        <Long label={words.explanation} value={answer.explanation ?? ""} onType={(explanation) => actions.tell(ground, { explanation })} />
      )}
      {asks.measures && (
        <Long
          label={words.measures}
          hint={words.measuresHint}
          value={answer.measures ?? ""}
          onType={(measures) => actions.tell(ground, { measures })}
        />
      )}
      <p className="about">{words.moreAsked}</p>
    </div>
  );
}

/** As `GroundAnswer` limits it. */
const LONGEST = 4000;

interface LongProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onType: (text: string) => void;
}

function Long({ label, hint, value, onType }: LongProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={3} maxLength={LONGEST} autoComplete="off" value={value} onChange={(event) => onType(event.target.value)} />
      {hint !== undefined && <span className="hint">{hint}</span>}
    </div>
  );
}

function Means({ answers, actions }: { readonly answers: DumeAnswers; readonly actions: DumeActions }) {
  const { m } = useWords();
  const words = m.candidacy.dume;
  return (
    <section className="section means">
      <h3 className="section-title">{words.means}</h3>
      <YesNo label={words.reliesOnOthers} value={answers.reliesOnOthers} onAnswer={(reliesOnOthers) => actions.say({ reliesOnOthers })} />
      <YesNo label={words.subcontracts} value={answers.subcontracts} onAnswer={(subcontracts) => actions.say({ subcontracts })} />
      <Ask label={words.size} value={answers.size} all={SIZES} names={words.sizes} onChoose={(size) => actions.say({ size })} />
    </section>
  );
}
