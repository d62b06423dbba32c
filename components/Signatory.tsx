/** Several officers may sign: the person says who, once for the company. */
import { RadioGroup } from "react-aria-components";
import type { Dossier } from "../src/domain/dossier.ts";
import type { FieldKey } from "../src/domain/fields.ts";
import type { FieldLine } from "../src/messages/situation.ts";
import { Choice } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface SignatoryProps {
  readonly missing: readonly FieldLine[];
  readonly dossier: Dossier | null;
  readonly onRemember: (values: Partial<Record<FieldKey, string>>) => Promise<readonly FieldKey[]>;
}

export function Signatory({ missing, dossier, onRemember }: SignatoryProps) {
  const { m } = useWords();
  const people = (dossier?.dirigeants ?? []).filter(({ nom }) => nom !== undefined);
  if (people.length < 2 || !missing.some(({ field }) => field.startsWith("dirigeant"))) return null;
  const sign = (index: number) => {
    const { nom = "", prenom = "", qualite = "" } = people[index] ?? {};
    void onRemember({ dirigeantNom: nom, dirigeantPrenom: prenom, dirigeantQualite: qualite });
  };
  return (
    <section className="section card signatory">
      <h2>{m.fields.signs}</h2>
      <RadioGroup className="choice-list" aria-label={m.fields.signs} value={null} onChange={(value) => sign(Number(value))}>
        {people.map(({ nom, prenom, qualite }, index) => (
          <Choice key={`${nom}${prenom}${qualite}`} value={String(index)}>
            <span>{[[prenom, nom].filter(Boolean).join(" "), qualite].filter(Boolean).join(" · ")}</span>
          </Choice>
        ))}
      </RadioGroup>
    </section>
  );
}
