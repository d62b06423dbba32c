/** One plain sentence of the law, where it helps; each names its article. */
import type { Messages } from "../src/i18n/fr.ts";
import { useWords } from "./words.tsx";

export function LawNote({ says }: { readonly says: (law: Messages["law"]) => string }) {
  const { m } = useWords();
  return <p className="about law">{says(m.law)}</p>;
}
