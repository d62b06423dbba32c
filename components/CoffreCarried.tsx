/** What an imported file brought beside its documents: answers, consultations, and each place where it differs from what is here. */
import { useState } from "react";
import type { CarriedReport, Difference } from "../src/domain/carried.ts";
import { isFieldKey } from "../src/domain/fields.ts";
import { formatDay, parisDay } from "../src/domain/time.ts";
import { formatInstant } from "../src/i18n/format.ts";
import type { Messages } from "../src/i18n/fr.ts";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

export interface Came {
  readonly state: "imported";
  readonly pieces: number;
  readonly alreadyHere: number;
  /** Documents that the file describes differently. */
  readonly differing: readonly string[];
  /** `null` where the file carried documents alone, or where what it carried could not be joined. */
  readonly report: CarriedReport | null;
  readonly isJoined: boolean;
  /** Takes what the file says wherever it differs. */
  readonly takeFile: () => Promise<CarriedReport>;
}

export function CoffreCarried({ came, onTaken }: { readonly came: Came; readonly onTaken: (came: Came) => void }) {
  const { m } = useWords();
  const words = m.coffre.carried;
  const [said, setSaid] = useState("");
  const { report, differing, isJoined, takeFile } = came;
  const take = () =>
    takeFile().then(
      (taken) => {
        onTaken({ ...came, report: { ...taken, differences: [] } });
        setSaid(words.fileTaken);
      },
      () => setSaid(m.coffre.notDone),
    );
  if (!isJoined) return <p className="tone-warn">{words.notJoined}</p>;
  return (
    <div className="carried">
      {report !== null && <p>{words.consultations(report.consultations.added, report.consultations.joined)}</p>}
      {report !== null && report.taken.length > 0 && <p>{words.taken(report.taken.map((field) => m.labels.field(field)).join(", "))}</p>}
      {differing.length > 0 && <p className="tone-warn">{words.documents(differing.join(", "))}</p>}
      {report !== null && report.differences.length > 0 && (
        <>
          <h3>{words.differences(report.differences.length)}</h3>
          <ul>
            {report.differences.map((one) => (
              <li key={`${one.about} ${one.name} ${one.there}`}>
                {words.difference(nameOf(one, m), shown(one, one.here), shown(one, one.there))}
              </li>
            ))}
          </ul>
          <div className="choices">
            <Button onPress={() => void take()}>{words.takeFile}</Button>
            <Button look="link" onPress={() => onTaken({ ...came, report: { ...report, differences: [] } })}>
              {words.keepHere}
            </Button>
          </div>
        </>
      )}
      <p role="status">{said}</p>
    </div>
  );
}

function nameOf({ about, name }: Difference, m: Messages): string {
  if (about === "entry" || about === "correction") return isFieldKey(name) ? m.labels.field(name) : name;
  return m.coffre.carried.abouts[about](name);
}

/** Instants are shown as days, and an award as the days that it holds, in figures whatever the language, as `formatDay` writes them. */
function shown({ about }: Difference, value: string): string {
  if (about === "answers") return formatDay(parisDay(new Date(value)));
  if (about === "award") return (value.match(/\d{4}-\d{2}-\d{2}/g) ?? []).map(formatDay).join(", ");
  if (about === "deadline" && !Number.isNaN(Date.parse(value)) && value.endsWith("Z")) return formatInstant(value, "fr");
  return value;
}
