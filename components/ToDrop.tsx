/** One card for all that no public register gives: what this company had better keep in its coffre. */
import { Lock } from "lucide-react";
import type { Dossier } from "../src/domain/dossier.ts";
import { kindsToDrop } from "../src/dossier/to-drop.ts";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

export function ToDrop({ dossier, onCoffre }: { readonly dossier: Dossier | null; readonly onCoffre: () => void }) {
  const { m } = useWords();
  const kinds = kindsToDrop(dossier);
  if (kinds.length === 0) return null;
  return (
    <section className="section card to-drop">
      <h2>
        <Lock size={17} aria-hidden="true" />
        {m.toDrop.title}
      </h2>
      <ul className="kinds">
        {kinds.map((kind) => (
          <li key={kind}>{m.labels.piece(kind)}</li>
        ))}
      </ul>
      <p className="about">{m.toDrop.text}</p>
      <div className="choices">
        <Button onPress={onCoffre}>{m.toDrop.action}</Button>
      </div>
    </section>
  );
}
