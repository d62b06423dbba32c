/** Every source by block, present from the first moment: only its state changes, nothing moves. */
import { RotateCw } from "lucide-react";
import { formatMoment } from "../src/i18n/format.ts";
import type { SourceLine } from "../src/messages/situation.ts";
import { Button } from "./controls.tsx";
import "./SourcesTab.css";
import { SOURCE_LOOKS } from "./states.tsx";
import { useWords } from "./words.tsx";

const BLOCKS = ["identite", "capacites", "attestations", "certifications", "exclusions"] as const satisfies readonly SourceLine["block"][];

interface SourcesTabProps {
  readonly sources: readonly SourceLine[];
  readonly now: Date;
  readonly onRetry: (sourceId: string | null) => void;
}

export function SourcesTab({ sources, now, onRetry }: SourcesTabProps) {
  const { m } = useWords();
  const passing = sources.some(({ state }) => state === "unavailable" || state === "pending" || state === "unexpectedShape");
  return (
    <>
      {BLOCKS.map((block) => {
        const lines = sources.filter((source) => source.block === block);
        if (lines.length === 0) return null;
        const delivered = lines.filter(({ state }) => state === "delivered").length;
        return (
          <section className="section" key={block} aria-labelledby={`block-${block}`}>
            <h2 className="section-title" id={`block-${block}`}>
              {m.sources.blocks[block]}
              <span>{`${delivered}/${lines.length}`}</span>
            </h2>
            <ul className="rows">
              {lines.map((line) => (
                <SourceRow key={line.id} line={line} now={now} onRetry={onRetry} />
              ))}
            </ul>
          </section>
        );
      })}
      {passing && (
        <Button look="link" onPress={() => onRetry(null)}>
          <RotateCw size={14} />
          {m.sources.retryAll}
        </Button>
      )}
    </>
  );
}

function SourceRow({ line, now, onRetry }: { readonly line: SourceLine; readonly now: Date; readonly onRetry: (id: string) => void }) {
  const { m, language } = useWords();
  const label = language === "en" ? (line.labelEn ?? line.label) : line.label;
  const { icon: Icon, tone } = SOURCE_LOOKS[line.state];
  const waiting = line.state === "asking" || line.busy;
  const reason = line.reason === undefined ? null : m.reasons[line.reason]({ provider: line.provider });
  const given = line.state === "delivered";
  const facts = [
    label.includes(line.provider) ? null : line.provider,
    given && line.facts > 0 ? m.sources.facts(line.facts) : null,
    given && line.pieces > 0 ? m.sources.pieces(line.pieces) : null,
    line.standIn === true ? m.sources.standIn : null,
    line.nextAt === undefined ? null : m.sources.next(formatMoment(line.nextAt, now, language)),
  ];
  const next = given || line.nextAt !== undefined ? null : reason?.next;
  const sentences = [given ? null : reason?.what, given ? null : line.detail, next];
  const details = [facts.filter(Boolean).join(" · "), ...sentences].filter(Boolean).join(". ").replaceAll("..", ".");
  return (
    <li className="row source" data-source={line.id} data-state={line.state}>
      <Icon size={16} className={`tone-${tone} ${line.state === "asking" ? "spinning" : ""}`} aria-hidden="true" />
      <span className="label" title={label}>
        {label}
      </span>
      <span className={`state tone-${tone}`}>{m.sources.states[line.state]}</span>
      {line.state === "asking" || line.state === "notPermitted" ? (
        <span />
      ) : (
        <Button look="icon" aria-label={m.sources.retry(label)} isDisabled={waiting} onPress={() => onRetry(line.id)}>
          <RotateCw size={14} className={waiting ? "spinning" : ""} />
        </Button>
      )}
      <span className="detail">{details === "" ? "\u00a0" : details}</span>
    </li>
  );
}
