/** Attaches each piece as it is; a slot for the whole candidature gets the prepared dossier, or a file made now from the chosen pieces. */
import type { DossierRequest } from "../documents/make/made.ts";
import type { DossierFormat } from "../documents/make/port.ts";
import type { AttachChoice, AttachOutcome, AttachReport, Input, SlotChoice } from "../messages/contract.ts";
import type { Situation } from "../messages/situation.ts";
import type { MadeShelf } from "../store/made-shelf.ts";
import { isInside, type Prepared } from "./prepare.ts";
import { requestOf } from "./request.ts";

interface AttachDeps {
  readonly prepare: (request: DossierRequest, format: DossierFormat) => Promise<Prepared>;
  readonly shelf: Pick<MadeShelf, "remove">;
  /** Gives the files to the page. */
  readonly attach: (choices: AttachChoice[]) => Promise<readonly AttachOutcome[]>;
  /** Notes in the log what was made. */
  readonly record: (prepared: Input<"recordPrepared">) => Promise<unknown>;
  readonly now: () => Date;
}

/** Prepares slot after slot and gives them to the page together. Files made here leave the shelf afterwards, whatever happens. */
export async function attachSlots(deps: AttachDeps, slots: readonly SlotChoice[], situation: Situation): Promise<AttachReport> {
  const choices: AttachChoice[] = [];
  const failed: AttachOutcome[] = [];
  const temporary: string[] = [];
  const leftOut = new Map<string, AttachReport["leftOut"] extends ReadonlyMap<string, infer Why> ? Why : never>();
  try {
    for (const { slot, pieces } of slots) {
      const { frameId, id } = slot;
      if (slot.made === null || isPrepared({ slot, pieces })) {
        choices.push({ frameId, id, ...(slot.made === null ? { pieces: [...pieces], made: [] } : { pieces: [], made: [...pieces] }) });
        continue;
      }
      const made = await prepareNow(deps, slot.made, pieces, situation);
      const keys = made.files.map(({ key }) => key);
      temporary.push(...keys);
      for (const { id: piece, leftOut: reason } of made.outcomes) {
        if (reason !== undefined) leftOut.set(piece, made.problems.get(piece) ?? reason);
      }
      if (keys.length === 0) failed.push({ frameId, id, outcome: "noDocument", problem: "notADocument", files: [] });
      else choices.push({ frameId, id, pieces: insideOf(made, slot.made, pieces), made: keys });
    }
    const outcomes = choices.length === 0 ? [] : await deps.attach(choices);
    return { outcomes: [...outcomes, ...failed], leftOut };
  } finally {
    await deps.shelf.remove(temporary);
  }
}

function insideOf({ outcomes }: Prepared, format: DossierFormat, pieces: readonly string[]): string[] {
  const out = new Set(outcomes.filter((outcome) => !isInside(outcome, format)).map(({ id }) => id));
  return pieces.filter((id) => !out.has(id));
}

/** True when files prepared before were chosen: they stay on the shelf. */
function isPrepared({ slot, pieces }: SlotChoice): boolean {
  return slot.prepared.flat().some((key) => pieces.includes(key));
}

async function prepareNow(deps: AttachDeps, format: DossierFormat, pieces: readonly string[], situation: Situation): Promise<Prepared> {
  const request = requestOf(situation, { pieces, footers: true }, deps.now());
  if (request === null || situation.work === null) return { files: [], outcomes: [], problems: new Map() };
  const made = await deps.prepare(request, format);
  const files = made.files.map(({ fileName, sha256, size }) => ({ fileName, sha256, size }));
  if (files.length > 0) await deps.record({ work: situation.work, files });
  return made;
}
