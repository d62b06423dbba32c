/** The form data that the project publishes: the version in use, a signed file to use in its place, and the way back. */
import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { formatDay } from "../src/domain/time.ts";
import type { Output } from "../src/messages/contract.ts";
import type { IssuedView } from "../src/messages/situation.ts";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

/** Bytes read of a file: whatever is longer is refused for it, and a mistaken video is not read whole. */
const READ = 5_000_000;

export interface DataActions {
  readonly onTake: (text: string) => Promise<Output<"takeData">>;
  readonly onLeave: () => Promise<void>;
}

export function ProjectData({ data, onTake, onLeave }: DataActions & { readonly data: IssuedView }) {
  const { m } = useWords();
  const [said, setSaid] = useState<string | null>(null);
  const { from, version, issuedOn, forms, sites } = data;
  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const outcome = await onTake(await file.slice(0, READ).text()).catch(() => null);
    if (outcome === null) setSaid(m.fields.notKept);
    else setSaid(outcome.problem === null ? m.data.taken : m.data.problems[outcome.problem]);
  }
  async function leave(): Promise<void> {
    const isLeft = await onLeave().then(
      () => true,
      () => false,
    );
    setSaid(isLeft ? m.data.left : m.fields.notKept);
  }
  return (
    <section className="card">
      <h2>{m.data.title}</h2>
      <p className="about">{m.data.about}</p>
      <p className="about">
        <strong>{m.data.from[from](version, formatDay(issuedOn))}</strong> {m.data.changes(forms, sites)}
      </p>
      {from === "organisation" ? (
        <p className="about">{m.options.settled}</p>
      ) : (
        <div className="choices">
          <FileTrigger acceptedFileTypes={[".json", "application/json"]} onSelect={(files) => void take(files?.[0])}>
            <Button>{m.data.take}</Button>
          </FileTrigger>
          {from === "file" && <Button onPress={() => void leave()}>{m.data.leave}</Button>}
        </div>
      )}
      <p className="about" role="status">
        {said}
      </p>
    </section>
  );
}
