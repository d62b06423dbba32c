import { useState } from "react";
import type { Situation } from "../src/messages/situation.ts";
import { Button } from "./controls.tsx";
import type { ScreenActions } from "./Screen.tsx";
import { useWords } from "./words.tsx";

interface HeadlineProps {
  readonly situation: Situation;
  readonly ready: number;
  readonly onRead: ScreenActions["readPage"];
}

/** Where things stand, on both sides of the seal: the page on the left, the sources on the right. Its height never changes. */
export function Headline({ situation, ready, onRead }: HeadlineProps) {
  const { m } = useWords();
  const [nothing, setNothing] = useState(false);
  const { sources, page, fields, service } = situation;
  const answered = sources.filter((source) => source.state !== "asking").length;
  const delivered = sources.filter((source) => source.state === "delivered").length;
  const progress = answered < sources.length ? m.stage.collecting(answered, sources.length) : m.stage.collected(delivered, sources.length);
  const detected = page?.detected === true;
  const filled = fields.some(({ status }) => status === "filled");
  const title = !detected ? m.stage.noForm.title : ready > 0 ? m.stage.ready(ready) : filled ? m.stage.nothingToFill : m.stage.nothingKnown;
  return (
    <>
      <div className="headline">
        <h2>{title}</h2>
        <p aria-live="polite">
          {sources.length === 0 ? m.stage.noAnswer : progress}
          {service.mode === "demo" && <span className="demo"> · {m.service.demo}</span>}
        </p>
      </div>
      {!detected && (
        <p className="subline">
          {nothing ? m.stage.noForm.nothing : m.stage.noForm.text}{" "}
          {page === null && (
            <Button look="link" onPress={async () => setNothing(!(await onRead()).detected)}>
              {m.stage.noForm.read}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
