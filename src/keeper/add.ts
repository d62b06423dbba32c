/** Keeps files given on the coffre's page one by one, and shows them as they come. */
import type { CoffrePiece, NotKept } from "../domain/coffre.ts";
import { ingest } from "./ingest.ts";
import type { KeepResult, Owner } from "./keep.ts";
import type { Shown } from "./shown.ts";

/** Drawing after each file would take longer than keeping it. */
const DRAW_EVERY_MS = 300;

interface Adding {
  readonly owner: Owner;
  readonly keep: (file: File) => Promise<KeepResult>;
  readonly now: () => Date;
}

/** Call it once their names are first among those being read. */
export async function addAll(shown: Shown, files: readonly File[], { owner, keep, now }: Adding): Promise<void> {
  const fresh: CoffrePiece[] = [];
  const failed: NotKept[] = [];
  let read = 0;
  let drawn = now().getTime();

  function draw(): void {
    const { reading, refused, siren } = shown.read();
    shown.say({ reading: reading.slice(read), refused: [...refused, ...failed.splice(0)] });
    read = 0;
    drawn = now().getTime();
    const added = fresh.splice(0).reverse();
    if (added.length === 0 || siren !== owner.siren) return;
    shown.ahead((pieces) => [...added, ...pieces.filter(({ id }) => added.every((one) => one.id !== id))]);
  }

  for await (const { file, result } of ingest(files, keep)) {
    if ("failure" in result) failed.push({ fileName: file.name, why: result.failure });
    else fresh.push(result.piece);
    read += 1;
    if (shown.read().scanning !== null) shown.say({ scanning: null });
    if (now().getTime() - drawn >= DRAW_EVERY_MS) draw();
  }
  draw();
  await shown.settle(async () => {});
}
