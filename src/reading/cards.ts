/** Cards whose title is the question: the only box in one is captioned "Votre réponse". */
import type { ControlEvidence, Label } from "../domain/evidence.ts";
import { understand } from "./concepts.ts";
import { countsUnder } from "./page-title.ts";
import { wordsOf } from "./words.ts";

/** A caption that only says that one answers here. */
const ANSWER =
  /^((votre|ma|notre|la|your) )?(reponse|answer|response)( ici| here)?$|^(a completer|(repondez|repondre|saisissez|completez) ici)$/;

/** The controls, each of a card in the words of its title. */
export function asTitled(controls: readonly ControlEvidence[]): readonly ControlEvidence[] {
  const counts = countsUnder(controls);
  return controls.map((control) => {
    const [title] = control.titles;
    const isAlone = title !== undefined && counts.get(title.block) === 1 && control.type !== "file" && control.type !== "dropZone";
    if (!isAlone || control.labels.length === 0 || !control.labels.every(saysAnswer) || describesCompany(title.text)) return control;
    return { ...control, labels: [{ from: "block", text: title.text, hint: "" }] };
  });
}

function saysAnswer({ text }: Label): boolean {
  return ANSWER.test(wordsOf(text).join(" "));
}

/** "Votre organisation en cas d'urgence": how it works, not what it is called. */
function describesCompany(title: string): boolean {
  return understand(title)?.concept === "raisonSociale" && !/\b(noms?|denomination|raison)\b/.test(wordsOf(title).join(" "));
}
