/** Every source by block, present from the first moment: only its state changes, nothing moves. */
import { RotateCw } from "lucide-react";
import { useMemo } from "react";
import { SOURCE_BLOCKS } from "../src/domain/source-blocks.ts";
import { formatMoment } from "../src/i18n/format.ts";
import type { Messages } from "../src/i18n/fr.ts";
import type { SourceLine } from "../src/messages/situation.ts";
import { Button } from "./controls.tsx";
import "./SourcesTab.css";
import { SOURCE_LOOKS } from "./states.tsx";
import { useFirstThenAll } from "./useFirstThenAll.ts";
import { useWords } from "./words.tsx";

/** More than a popup shows. */
const FIRST_SOURCES = 12;

interface SourcesTabProps {
  readonly sources: readonly SourceLine[];
  readonly now: Date;
  readonly onRetry: (sourceId: string | null) => void;
}

export function SourcesTab({ sources, now, onRetry }: SourcesTabProps) {
  const { m } = useWords();
  const inOrder = useMemo(() => SOURCE_BLOCKS.flatMap((block) => sources.filter((source) => source.block === block)), [sources]);
  const drawn = new Set(useFirstThenAll(inOrder, FIRST_SOURCES));
  const passing = sources.some(({ state }) => state === "unavailable" || state === "pending" || state === "unexpectedShape");
  return (
    <>
      {SOURCE_BLOCKS.map((block) => {
        const lines = sources.filter((source) => source.block === block);
        if (!lines.some((line) => drawn.has(line))) return null;
        const delivered = lines.filter(({ state }) => state === "delivered").length;
        return (
          <section className="section" key={block} aria-labelledby={`block-${block}`}>
            <h2 className="section-title" id={`block-${block}`}>
              {m.sources.blocks[block]}
              <span>{`${delivered}/${lines.length}`}</span>
            </h2>
            <ul className="rows">
              {lines.map((line) => drawn.has(line) && <SourceRow key={line.id} line={line} now={now} onRetry={onRetry} />)}
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
  const nextAt = line.nextAt === undefined ? null : formatMoment(line.nextAt, now, language);
  const keptAt = line.fetchedAt === undefined ? "" : formatMoment(line.fetchedAt, now, language);
  const details = detailsOf({ ...line, label }, { nextAt, keptAt }, m);
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

/** @param nextAt when it will be asked again, and `keptAt` when it told what is known, in words */
function detailsOf(line: SourceLine, { nextAt, keptAt }: { readonly nextAt: string | null; readonly keptAt: string }, m: Messages): string {
  const { label, provider } = line;
  const given = line.state === "delivered";
  const sentences = [...(given ? [] : troubleOf(line, m)), ...missedOf(line, keptAt, m)];
  const facts = [
    label.includes(provider) || sentences.some((sentence) => sentence?.includes(provider)) ? null : provider,
    given && line.facts > 0 ? m.sources.facts(line.facts) : null,
    given && line.pieces > 0 ? m.sources.pieces(line.pieces) : null,
    line.standIn === true ? m.sources.standIn : null,
    nextAt === null ? null : m.sources.next(nextAt),
  ];
  return [facts.filter(Boolean).join(" · "), ...sentences].filter(Boolean).join(". ").replaceAll("..", ".");
}

/** Why it gave nothing, and what can be done when it is not asked again by itself. */
function troubleOf({ reason, provider, detail, nextAt }: SourceLine, m: Messages): (string | undefined)[] {
  const said = reason === undefined ? null : m.reasons[reason]({ provider });
  return [said?.what, detail, nextAt === undefined ? said?.next : undefined];
}

/** Asked again in vain: why, and that what it told before stays. */
function missedOf({ missed, provider }: SourceLine, keptAt: string, m: Messages): string[] {
  return missed === undefined ? [] : [m.reasons[missed]({ provider }).what, m.sources.stays(keptAt)];
}
