/** Attaches the prepared dossier to the page, when one of its slots takes the whole candidature. */
import { Paperclip } from "lucide-react";
import { useState } from "react";
import type { AttachReport, SlotChoice } from "../src/messages/contract.ts";
import type { SlotLine } from "../src/messages/situation.ts";
import type { Said } from "./ActionBar.tsx";
import { Button } from "./controls.tsx";
import { attachSaid, problemsOf } from "./useWork.ts";
import { useWords } from "./words.tsx";

interface DossierJoinProps {
  readonly slots: readonly SlotLine[];
  readonly onAttach: (choices: readonly SlotChoice[]) => Promise<AttachReport>;
  /** Shows the page of the consultation. */
  readonly onPage: () => void;
}

export function DossierJoin({ slots, onAttach, onPage }: DossierJoinProps) {
  const { m } = useWords();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const choices = choicesOf(slots);
  const isThere = slots.some(({ made, status }) => made !== null && status === "attached");

  async function attach(): Promise<void> {
    setBusy(true);
    const report = await onAttach(choices).catch(() => null);
    setSaid(report === null ? { tone: "bad", text: m.actions.pageGone } : saidOf(report));
    setBusy(false);
  }
  function saidOf(report: AttachReport): Said {
    const [why] = problemsOf(report, slots, m).values();
    return why === undefined ? attachSaid(report, m) : { tone: "bad", text: why };
  }

  if (choices.length === 0 && !isThere) return <p className="about">{m.dossier.noPlace}</p>;
  return (
    <div className="joining">
      <div className="choices">
        {choices.length > 0 && (
          <Button look="primary" isPending={busy} onPress={() => void attach()}>
            <Paperclip size={16} />
            {busy ? m.actions.attaching : m.dossier.join}
          </Button>
        )}
        {isThere && <Button onPress={onPage}>{m.options.goBack}</Button>}
      </div>
      <p className={`tone-${said?.tone ?? "plain"}`} role={said?.tone === "bad" ? "alert" : "status"}>
        {said?.text}
      </p>
    </div>
  );
}

/** The slots where the prepared files can go in only one way; for the others the extension asks which file. */
function choicesOf(slots: readonly SlotLine[]): SlotChoice[] {
  return slots.flatMap((slot) => {
    const [files, ...others] = slot.prepared;
    const isOpen = slot.made !== null && slot.status !== "attached" && slot.status !== "taken";
    return isOpen && files !== undefined && others.length === 0 && slot.sendsTo === undefined ? [{ slot, pieces: files }] : [];
  });
}
