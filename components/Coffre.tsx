/** The coffre's page: documents dropped once, recognised, confirmed where reading is not certain, kept by company. */
import { useMemo } from "react";
import type { NotKept } from "../src/domain/coffre.ts";
import { formatSiren } from "../src/domain/siret.ts";
import type { Messages } from "../src/i18n/fr.ts";
import { CoffreFolder } from "./CoffreFolder.tsx";
import { companyText } from "./CoffreForm.tsx";
import { CoffreProtection } from "./CoffreProtection.tsx";
import { CoffreShelves } from "./CoffreShelves.tsx";
import { CoffreWaiting } from "./CoffreWaiting.tsx";
import type { CoffreProps } from "./coffre-props.ts";
import { Button } from "./controls.tsx";
import { Exclusions } from "./Exclusions.tsx";
import { FileDrop } from "./FileDrop.tsx";
import "./Coffre.css";
import "./Options.css";
import "./PiecesTab.css";
import { useWords } from "./words.tsx";

export function Coffre({ view, actions, today }: CoffreProps) {
  const { m } = useWords();
  const waiting = useMemo(() => view.pieces.filter(({ confirmed }) => !confirmed), [view.pieces]);
  const confirmed = useMemo(() => view.pieces.filter((piece) => piece.confirmed), [view.pieces]);
  return (
    <main className="options coffre">
      <h1>{m.coffre.heading}</h1>
      <p>{m.coffre.intro}</p>
      {view.siren === null ? (
        <p className="empty">{m.coffre.noCompany}</p>
      ) : (
        <>
          <div className="section field">
            <label htmlFor="company">{m.coffre.company}</label>
            <select autoComplete="off" id="company" value={view.siren} onChange={(event) => actions.choose(event.target.value)}>
              {view.companies.map((company) => (
                <option key={company.siren} value={company.siren}>
                  {companyText(company)}
                </option>
              ))}
            </select>
          </div>
          <FileDrop onFiles={actions.add} />
          <Said view={view} onSkipScan={actions.skipScan} />
          <CoffreWaiting key={`waiting ${view.siren}`} pieces={waiting} {...{ view, actions, today }} />
          <CoffreShelves key={`kept ${view.siren}`} pieces={confirmed} {...{ view, actions, today }} />
          <Exclusions
            key={view.siren}
            notices={view.notices}
            legalForm={view.legalForm}
            explications={view.explications}
            pieces={confirmed}
            onExplain={actions.explain}
          />
          {view.pieces.length === 0 && <p className="empty">{m.coffre.empty}</p>}
        </>
      )}
      <CoffreProtection isProtected={view.isProtected} known={knownOf(view)} company={companyNamed(view)} actions={actions} today={today} />
      {view.siren !== null && (
        <CoffreFolder
          key={`folder ${view.siren}`}
          siren={view.siren}
          company={companyNamed(view) ?? ""}
          known={knownOf(view)}
          actions={actions.folder}
          drawWords={actions.drawWords}
        />
      )}
    </main>
  );
}

/** What anybody knows of the companies. */
const knownOf = ({ companies }: CoffreProps["view"]) => companies.flatMap(({ siren, name }) => [siren, name ?? ""]);

function companyNamed({ companies, siren }: CoffreProps["view"]): string | null {
  return siren === null ? null : (companies.find((one) => one.siren === siren)?.name ?? formatSiren(siren));
}

/** What is being read, and what was not kept. */
function Said({ view, onSkipScan }: Pick<CoffreProps, "view"> & { readonly onSkipScan: () => void }) {
  const { m } = useWords();
  return (
    <ul className="said-list" aria-live="polite">
      {view.reading[0] !== undefined && <li>{m.coffre.reading(view.reading[0], view.reading.length - 1)}</li>}
      {view.scanning !== null && (
        <li>
          {m.coffre.readingScan(view.scanning)}{" "}
          <Button look="link" onPress={onSkipScan}>
            {m.coffre.skipScan}
          </Button>
        </li>
      )}
      {[...new Set(view.refused.map((one) => refusalText(one, m)))].map((text) => (
        <li key={text} className="tone-bad">
          {text}
        </li>
      ))}
    </ul>
  );
}

function refusalText(refused: NotKept, m: Messages): string {
  if (refused.why === "notWritten") return m.coffre.notWritten(refused.title);
  return m.coffre.failed(refused.fileName, m.coffre.failures[refused.why]);
}
