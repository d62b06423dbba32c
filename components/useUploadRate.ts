import { useState } from "react";
import type { UploadMeasure } from "../src/domain/service.ts";
import { CAUTIOUS_RATE, type UploadRate } from "../src/dossier/preflight.ts";
import { millionsIn } from "./millions.ts";
import { type PageMemory, useKeptText } from "./useKeptText.ts";

interface UploadRateHere {
  readonly rate: UploadRate;
  /** As the person wrote it, in megabits per second. */
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly measure: () => Promise<UploadMeasure>;
}

/** The rate that the estimate counts on: typed, measured since, or a cautious one. */
export function useUploadRate(memory: PageMemory, measureUpload: () => Promise<UploadMeasure>): UploadRateHere {
  const [typed, type] = useKeptText(memory, "upload-rate");
  const [measured, setMeasured] = useState<UploadRate | null>(null);
  const bits = millionsIn(typed);
  return {
    rate: bits === null ? (measured ?? CAUTIOUS_RATE) : { from: "typed", bits },
    typed,
    type,
    measure: async () => {
      const found = await measureUpload();
      if ("bitsPerSecond" in found) {
        setMeasured({ from: "measured", bits: found.bitsPerSecond });
        type("");
      }
      return found;
    },
  };
}
