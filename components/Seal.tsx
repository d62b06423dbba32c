/** The seal of the envelope: a ring that closes as sources answer, then what the moment is about. */
import { Check, Mail, TriangleAlert } from "lucide-react";
import type { Stage } from "../src/messages/situation.ts";
import { useWords } from "./words.tsx";

const RADIUS = 18.5;
const LENGTH = 2 * Math.PI * RADIUS;

export function Seal({ stage, answered, total }: { readonly stage: Stage; readonly answered: number; readonly total: number }) {
  const { m } = useWords();
  const trouble = stage === "unreachable" || stage === "blocked";
  const finished = total > 0 && answered === total;
  const look = trouble ? "seal-warn" : stage === "filled" ? "seal-ok" : "";
  return (
    <div className={`seal ${look}`} role="img" aria-label={total === 0 ? m.app.name : m.stage.collecting(answered, total)}>
      <svg className="ring" viewBox="0 0 42 42" aria-hidden="true">
        <circle className="track" cx="21" cy="21" r={RADIUS} fill="none" strokeWidth="3" />
        <circle
          className="done"
          cx="21"
          cy="21"
          r={RADIUS}
          fill="none"
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray={LENGTH}
          strokeDashoffset={total === 0 ? LENGTH : LENGTH * (1 - answered / total)}
        />
      </svg>
      <span className="middle" aria-hidden="true">
        {trouble ? <TriangleAlert size={18} /> : stage === "filled" ? <Check size={20} strokeWidth={2.6} /> : null}
        {!trouble && stage !== "filled" && (total === 0 || finished ? <Mail size={18} /> : answered)}
      </span>
    </div>
  );
}
