/** The options: who answers, the companies kept, the coffre, the language, the portals, and everything taken away or erased. */
import { X } from "lucide-react";
import { formatSiret } from "../src/domain/siret.ts";
import type { LanguageChoice, ServiceChoice, Situation } from "../src/messages/situation.ts";
import { CoffreDrop, type HandIn } from "./CoffreDrop.tsx";
import { Button, Checkbox, Tag } from "./controls.tsx";
import "./Options.css";
import { Keeping, Language, type PortalLine, Portals } from "./OptionsChoices.tsx";
import { EraseData, ExportData, Privacy } from "./OptionsData.tsx";
import { ServiceForm } from "./OptionsService.tsx";
import { type DataActions, ProjectData } from "./ProjectData.tsx";
import { type TaughtActions, TaughtForms } from "./TaughtForms.tsx";
import { useWords } from "./words.tsx";

interface OptionsProps {
  readonly situation: Situation;
  readonly portals: readonly PortalLine[];
  /** Answers with the state of the service once it is chosen. */
  readonly onService: (choice: ServiceChoice) => Promise<Situation["service"]>;
  /** Leads back to the page that the person came from. */
  readonly onBack: () => void;
  readonly onChoose: (siret: string) => void;
  readonly onForget: (siret: string) => void;
  readonly onReminders: (wanted: boolean) => void;
  readonly onScans: (wanted: boolean) => void;
  readonly onKeeping: (days: number) => void;
  readonly onCoffre: () => void;
  readonly onConsultations: () => void;
  readonly onFiles: HandIn;
  readonly onLanguage: (language: LanguageChoice) => void;
  readonly onPortal: (id: string, wanted: boolean) => void;
  readonly teaching: TaughtActions;
  readonly updating: DataActions;
  /** Saves what is kept as a file. */
  readonly onExport: () => Promise<void>;
  /** Shows what becomes of the data. */
  readonly onPrivacy: (language: "fr" | "en") => void;
  readonly onEraseAll: () => Promise<void>;
}

export function Options(props: OptionsProps) {
  const { situation, portals, onService, onChoose, onForget, onLanguage, onPortal, onExport, onEraseAll } = props;
  const { m } = useWords();
  const { language, portalsOff, settled } = situation;
  return (
    <main className="options">
      <h1>{m.options.heading}</h1>
      <Unheeded {...{ situation, portals }} />
      <ServiceForm service={situation.service} onService={onService} onBack={props.onBack} />
      <Companies situation={situation} onChoose={onChoose} onForget={onForget} />
      <section className="card">
        <h2>{m.consultations.heading}</h2>
        <p className="about">{m.consultations.intro}</p>
        <div className="choices">
          <Button onPress={props.onConsultations}>{m.options.openConsultations}</Button>
        </div>
      </section>
      <CoffreCard {...props} />
      <Keeping days={situation.keepsPrepared} onDays={props.onKeeping} />
      <Language language={language} onLanguage={onLanguage} />
      <Portals portals={portals} off={portalsOff} isSettled={settled.includes("portalsOff")} onPortal={onPortal} />
      <TaughtForms taught={situation.taught} {...props.teaching} />
      <ProjectData data={situation.data} {...props.updating} />
      <Privacy onPrivacy={props.onPrivacy} />
      <ExportData onExport={onExport} />
      <EraseData onExport={onExport} onEraseAll={onEraseAll} />
    </main>
  );
}

/** What an administrator must set right: silence would let everybody believe that it is followed. */
function Unheeded({ situation: { unheeded, portalsOff, settled }, portals }: Pick<OptionsProps, "situation" | "portals">) {
  const { m } = useWords();
  const isUnknown = settled.includes("portalsOff") && portalsOff.some((id) => portals.every((one) => one.id !== id));
  const keys = [...unheeded, ...(isUnknown ? (["portalsOff"] as const) : [])];
  if (keys.length === 0) return null;
  return (
    <section className="card" data-unheeded>
      <h2>{m.options.unheeded.title}</h2>
      <p className="about">{m.options.unheeded.about}</p>
      <ul>
        {keys.map((key) => (
          <li key={key} className="tone-warn">
            {m.options.unheeded.keys[key]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Companies({ situation: { companies, company }, onChoose, onForget }: Pick<OptionsProps, "situation" | "onChoose" | "onForget">) {
  const { m } = useWords();
  return (
    <section className="card">
      <h2>{m.options.companies}</h2>
      {companies.length === 0 ? (
        <p className="about">{m.options.noCompany}</p>
      ) : (
        <ul className="rows">
          {companies.map(({ siret, name }) => (
            <li key={siret} className="row kept">
              <span>
                {name ?? m.company.unnamed} <span className="about">{formatSiret(siret)}</span>
              </span>
              {siret === company?.siret ? (
                <Tag tone="ok">{m.options.shown}</Tag>
              ) : (
                <Button look="link" aria-label={m.options.showCompany(name ?? formatSiret(siret))} onPress={() => onChoose(siret)}>
                  {m.options.show}
                </Button>
              )}
              <Button look="icon" aria-label={m.company.forget(name ?? formatSiret(siret))} onPress={() => onForget(siret)}>
                <X size={14} />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type CoffreCardProps = Pick<OptionsProps, "situation" | "onReminders" | "onScans" | "onCoffre" | "onFiles">;

function CoffreCard({ situation, onReminders, onScans, onCoffre, onFiles }: CoffreCardProps) {
  const { m } = useWords();
  const areSettled = situation.settled.includes("reminders");
  return (
    <section className="card">
      <h2>{m.coffre.heading}</h2>
      <p className="about">{m.coffre.intro}</p>
      <div className="choices">
        {situation.company === null || situation.coffreLocked ? (
          <Button onPress={onCoffre}>{situation.coffreLocked ? m.coffre.unlock : m.options.openCoffre}</Button>
        ) : (
          <div className="giving">
            <p>
              <strong>{m.coffre.givenTo(situation.company.name ?? formatSiret(situation.company.siret))}</strong>
            </p>
            <CoffreDrop onFiles={onFiles} onCoffre={onCoffre} />
          </div>
        )}
      </div>
      <div className="choices">
        <Checkbox label={m.options.reminders} selected={situation.reminders} disabled={areSettled} onChange={onReminders}>
          <strong>{m.options.reminders}</strong>
        </Checkbox>
        <p className="about">{m.options.remindersHint}</p>
        {areSettled && <p className="about">{m.options.settled}</p>}
      </div>
      <div className="choices">
        <Checkbox label={m.options.scans} selected={situation.readsScans} onChange={onScans}>
          <strong>{m.options.scans}</strong>
        </Checkbox>
        <p className="about">{m.options.scansHint}</p>
      </div>
    </section>
  );
}
