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

/** Where things stand, on one line: the page on the left, the sources on the right. Its height never changes. */
export function Headline({ situation, ready, onRead }: HeadlineProps) {
  const { m } = useWords();
  const { sources, page, service } = situation;
  const answered = sources.filter((source) => source.state !== "asking").length;
  const delivered = sources.filter((source) => source.state === "delivered").length;
  const progress = answered < sources.length ? m.stage.collecting(answered, sources.length) : m.stage.collected(delivered);
  const detected = page?.detected === true;
  return (
    <>
      <div className="headline">
        <h2>{detected ? titleOf(situation, ready, m) : m.stage.noForm.title}</h2>
        <p aria-live="polite">
          <span className="progress">{sources.length === 0 ? m.stage.noAnswer : progress}</span>
          {service.mode === "demo" && <span className="demo"> · {m.service.demo}</span>}
        </p>
      </div>
      {!detected && <NoForm page={page} onRead={onRead} />}
    </>
  );
}

/** It never says that all is done while a source may still answer or the page still requires something. */
function titleOf({ fields, remaining, coming }: Situation, ready: number, { stage }: ReturnType<typeof useWords>["m"]): string {
  const filled = fields.filter(({ status }) => status === "filled" || status === "already").length;
  if (ready > 0) return stage.ready(ready);
  if (coming > 0) return stage.coming(coming);
  if (filled === 0) return fields.length === 0 ? stage.nothingToFill : standing(fields) ? stage.alreadyFilled : stage.nothingKnown;
  return remaining.length > 0 ? stage.filledRemaining(filled, remaining.length) : stage.filled(filled);
}

/** True when every field holds something that was not written since the extension started: the person's, or what it wrote before an update. */
function standing(fields: Situation["fields"]): boolean {
  return fields.every(({ reason }) => reason === "notEmpty");
}

/** For a page without a known form: offers to read it all the same, or says why it cannot be read. */
function NoForm({ page, onRead }: Pick<HeadlineProps, "onRead"> & { readonly page: Situation["page"] }) {
  const { m } = useWords();
  const [said, setSaid] = useState<string | null>(null);
  const read = () =>
    onRead().then(
      ({ detected, plain }) => setSaid(detected ? null : plain ? m.stage.noForm.plain : m.stage.noForm.nothing),
      () => setSaid(m.stage.noForm.forbidden),
    );
  // Reading it again would end the same way.
  if (page?.unread !== undefined)
    return (
      <p className="subline">
        <span role="status">{page.unread === "tooMany" ? m.stage.noForm.unread.tooMany : m.stage.noForm.unread.tooDeep}</span>
      </p>
    );
  return (
    <p className="subline">
      <span role="status">{said ?? (page === null ? m.stage.noForm.text : m.stage.noForm.known)}</span>{" "}
      <Button look="link" onPress={() => void read()}>
        {m.stage.noForm.read}
      </Button>
    </p>
  );
}
