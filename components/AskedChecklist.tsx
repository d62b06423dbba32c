/** One list of pieces: each with its state, what leads to it, what the law says of it, and the sentences that ask it. */
import type { ChecklistItem, ItemStage, ItemState } from "../src/consultation/checklist.ts";
import { wordsOf } from "../src/consultation/report.ts";
import { formatDay } from "../src/domain/time.ts";
import { Quotes } from "./AskedFindings.tsx";
import type { AskedActions } from "./ConsultationAsked.tsx";
import { Button, Tag, type Tone } from "./controls.tsx";
import { ExigibilityNotes } from "./Exigibility.tsx";
import { Obtain } from "./Obtain.tsx";
import { useWords } from "./words.tsx";

interface AskedChecklistProps {
  readonly items: readonly ChecklistItem[];
  readonly stage: ItemStage;
  readonly siren: string | null;
  readonly actions: Pick<AskedActions, "goTo" | "openCoffre">;
}

const TONES: Readonly<Record<ItemState, Tone>> = {
  have: "ok",
  missing: "bad",
  deadAtDeadline: "bad",
  deadAtAward: "warn",
  toCheck: "warn",
  answered: "accent",
  own: "accent",
};

export function AskedChecklist({ items, stage, siren, actions }: AskedChecklistProps) {
  const { m } = useWords();
  const own = items.filter((item) => item.stage === stage);
  const note = m.asked.stageNotes[stage];
  if (own.length === 0) return null;
  return (
    <section className="section" data-stage={stage}>
      <h3 className="section-title">
        {m.asked.stages[stage]}
        <span>{own.length}</span>
      </h3>
      {note !== null && <p className="about">{note}</p>}
      <ul className="rows">
        {own.map((item) => (
          <Item key={item.key} item={item} siren={siren} actions={actions} />
        ))}
      </ul>
    </section>
  );
}

type ItemProps = Pick<AskedChecklistProps, "siren" | "actions"> & { readonly item: ChecklistItem };

function Item({ item, siren, actions }: ItemProps) {
  const { m, language } = useWords();
  const lines = wordsOf(m, language);
  const { name } = lines.item(item);
  const limits = item.asked.map(lines.limitsOf).filter((text) => text !== "");
  const isOffer = item.stage === "offre";
  return (
    <li className="row asked-item" data-state={isOffer ? undefined : item.state}>
      <p className="asked-head">
        <strong>{name}</strong>
        {!isOffer && <Tag tone={TONES[item.state]}>{m.asked.states[item.state]}</Tag>}
        {limits.length > 0 && <span className="about">{[...new Set(limits)].join(" · ")}</span>}
      </p>
      {!isOffer && <Leads item={item} actions={actions} />}
      {item.asked.length === 0 && <p className="about">{m.asked.pageOnly}</p>}
      {item.unusual && <p className="about">{m.asked.unusual}</p>}
      {item.law.length > 0 && item.kind !== null && <ExigibilityNotes notes={item.law} siren={siren} />}
      <Quotes quotes={item.asked} />
    </li>
  );
}

/** The document held, the place on the page, the rubric of a form, or where it is obtained. */
function Leads({ item: { held, slots, rubrics, state, kind }, actions }: Pick<ItemProps, "item" | "actions">) {
  const { m } = useWords();
  return (
    <>
      {held !== null && (
        <p className="about">{m.asked.held(held.title, held.validity.until === undefined ? null : formatDay(held.validity.until))}</p>
      )}
      {rubrics.length > 0 && <p className="about">{rubrics.map(({ form, rubric }) => m.asked.rubric(form, rubric)).join(", ")}</p>}
      {slots.map((slot) => (
        <Button key={slot.id} look="link" onPress={() => actions.goTo(slot)}>
          {m.asked.slot(slot.pageLabel)}
        </Button>
      ))}
      {(state === "missing" || state === "deadAtDeadline" || state === "deadAtAward") && kind !== null && (
        <>
          <Obtain kind={kind} />
          <Button look="link" onPress={actions.openCoffre}>
            {m.asked.openCoffre}
          </Button>
        </>
      )}
    </>
  );
}
