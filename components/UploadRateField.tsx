/** The upload rate of the person's connection: typed, or measured against the proxy on request. */
import { useState } from "react";
import type { UploadMeasure } from "../src/domain/service.ts";
import { Button, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface UploadRateFieldProps {
  /** Megabits a second, as the person typed them; empty when they did not. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onMeasure: () => Promise<UploadMeasure>;
}

export function UploadRateField({ typed, onType, onMeasure }: UploadRateFieldProps) {
  const { m } = useWords();
  const [state, setState] = useState<UploadMeasure | "measuring" | null>(null);

  async function measure(): Promise<void> {
    setState("measuring");
    setState(await onMeasure().catch(() => ({ problem: "unreachable" as const })));
  }

  return (
    <>
      <Field label={m.dossier.rate} value={typed} onChange={onType} inputMode="decimal" hint={m.dossier.rateHint} />
      <Button look="link" onPress={() => void measure()} isDisabled={state === "measuring"}>
        {m.dossier.measure}
      </Button>
      <p className="about" role="status">
        {state === "measuring" && m.dossier.measuring}
        {state !== null && state !== "measuring" && "problem" in state && m.dossier.measureProblems[state.problem]}
      </p>
    </>
  );
}
